import { sealedAccesses } from '#/kernel/access/sealed-accesses.ts';
import { sealedAccountEvents } from '#/kernel/access/sealed-account-events.ts';
import { type NamedFinding, runAudits } from '#/kernel/audit.ts';
import { type TallyFault, verifyTallies } from '#/kernel/figures/tally.ts';
import { sealedJournal } from '#/kernel/journal/sealed-journal.ts';
import { type FactFinding, verifyFacts } from '#/kernel/journal/verify-facts.ts';
import { type ValueFinding, verifyValues } from '#/kernel/journal/verify-values.ts';
import type { Register } from '#/kernel/register.ts';
import type { Head } from '#/kernel/seals/head.ts';
import type { SealedLog } from '#/kernel/seals/sealed-log.ts';
import { type SealReport, verifySeals } from '#/kernel/seals/verify-seals.ts';
import { type StructureFinding, verifyStructure } from '#/platform/db/verify-structure.ts';
import type { Installation } from './installation.ts';
import type { Room } from './workplace.ts';

/** What was checked of one register, and everything that was found wrong. */
export interface RegisterReport {
  tenant: string;
  isWhole: boolean;
  /** Whether the seals of the journal were compared with a head kept elsewhere; those of the access log; those of the accounts. */
  withHead: boolean;
  withAccessHead: boolean;
  withAccountHead: boolean;
  /** Of the journal. */
  seals: SealReport;
  /** Of the access log. */
  accessSeals: SealReport;
  /** Of what was done with accounts, which all registers share. */
  accountSeals: SealReport;
  values: { checked: number; findings: ValueFinding[] };
  facts: { findings: FactFinding[] };
  tallies: { findings: TallyFault[] };
  constraints: { findings: StructureFinding[] };
  /** The parts' own arithmetic. Notes are no faults: the register is whole with them. */
  audits: { findings: NamedFinding[]; notes: NamedFinding[] };
}

/** Checks a whole register: seals and commitments, the facts by folding the journal again, tallies, the database's own promises. */
export async function verifyRegister(
  { adminUrl, register }: Installation,
  room: Room,
  options: { heads?: readonly Head[]; progress?: (done: number) => void } = {},
): Promise<RegisterReport> {
  const journal = await room.journal();
  const { heads = [] } = options;
  const headOf = (name?: Head['log']) => heads.find(({ log }) => log === name);
  const sealsOf = (log: SealedLog, head: Head | undefined) =>
    room.read({ actor: 'verify' }, (tx) => verifySeals(tx, log, head));
  const [head, accessHead, accountHead] = [headOf(), headOf('access-log'), headOf('accounts')];
  const seals = await sealsOf(sealedJournal, head);
  const accessSeals = await sealsOf(sealedAccesses, accessHead);
  const accountSeals = await sealsOf(sealedAccountEvents, accountHead);
  const values = await room.read({ actor: 'verify' }, (tx) => verifyValues(tx, journal.vault));
  const facts = { findings: await verifyFacts(journal, options.progress) };
  const tallies = { findings: await room.read({ actor: 'verify' }, ({ db }) => verifyTallies(db, register.figures)) };
  const constraints = { findings: await verifyStructure(adminUrl, room.tenant.schemaName) };
  const audits = await auditsOf(room, register);
  const parts = [seals, accessSeals, accountSeals, values, facts, tallies, constraints, audits];
  const isWhole = parts.every(({ findings }) => findings.length === 0);
  return {
    tenant: room.tenant.code,
    isWhole,
    withHead: head !== undefined,
    withAccessHead: accessHead !== undefined,
    withAccountHead: accountHead !== undefined,
    seals,
    accessSeals,
    accountSeals,
    values,
    facts,
    tallies,
    constraints,
    audits,
  };
}

async function auditsOf(room: Room, register: Register): Promise<RegisterReport['audits']> {
  const { rulebook } = await room.journal();
  const found = await room.read({ actor: 'verify' }, ({ db }) => runAudits(register.audits, db, rulebook));
  return {
    findings: found.filter(({ level }) => level === 'fault'),
    notes: found.filter(({ level }) => level === 'note'),
  };
}
