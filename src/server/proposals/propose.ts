import type { z } from 'zod';
import type { ActInput } from '#/kernel/journal/act.ts';
import { refuseOthersKinds } from '#/kernel/journal/not-yours.ts';
import type { Journal } from '#/kernel/journal/posting.ts';
import type { makeProposal, ProposalShown } from '#/kernel/journal/proposal-contract.ts';
import type { Rehearsed } from '#/kernel/journal/rehearse-contract.ts';
import { canonicalJson } from '#/platform/canonical-json.ts';
import { type FieldProblem, Problem } from '#/platform/errors.ts';
import type { Api } from '../api.ts';
import { asProposer } from './as-proposer.ts';
import { opened, type ProposalRow, type Proposed, proposalRow, unknownProposal } from './rows.ts';
import { type Reading, readingAt } from './seat-at.ts';
import { competentFor, type Tried, tryOut } from './tried.ts';

/** One act, however many it names, is smaller than a list of them. */
const mostBytes = 2 ** 18;

/**
 * Keeps an act for somebody else to record. It is tried out first: what is impossible is told to who proposes it, not to
 * who would record it. Sending it again proposes it once.
 */
export async function propose(
  { tenant, act: sent, follows }: z.output<typeof makeProposal.input>,
  api: Api,
): Promise<ProposalShown> {
  const { installation, seat, actor } = api;
  const act: ActInput = sent;
  const reading = await readingAt(api, tenant);
  const kind = installation.register.kinds.get(act.kind);
  if (kind === undefined) throw new Problem('kind.unknown', `There is no act kind "${act.kind}".`);
  if (JSON.stringify(act).length > mostBytes)
    throw new Problem('proposal.too-large', 'A proposal may have 256 KB.', { status: 413 });
  const journal = asProposer(await reading.room.journal(), seat);
  refuseOthersKinds(journal.bound, [kind]);
  if (await isThere(reading, api, journal, act)) return reading.one(sent.id);
  if (follows !== undefined) await requireReturned(reading, api, follows);
  const tried = await tryOut(installation, reading.room, { actor, journal, act });
  const { competent, subjectIds } = await placed(api, reading, tried);
  const proposed: Proposed = { about: aboutOf(tried.rehearsed), act };
  await insert(reading, api, journal, {
    id: sent.id,
    kind: kind.kind,
    follows,
    competent,
    subjectIds,
    proposed,
  });
  return reading.one(sent.id);
}

/** Whether the caller has proposed just this already. Throws `proposal.id-reused` for another act under the id. */
async function isThere({ room }: Reading, { actor }: Api, { vault }: Journal, act: ActInput): Promise<boolean> {
  const row = await room.read({ actor }, (tx) => proposalRow(tx, String(act.id)));
  if (row === null) return false;
  if (row.proposedBy !== actor || canonicalJson(opened(row, vault).act) !== canonicalJson(act)) throw idReused();
  return true;
}

async function requireReturned({ room }: Reading, { actor }: Api, id: string): Promise<void> {
  const row = await room.read({ actor }, (tx) => proposalRow(tx, id));
  if (row === null || row.proposedBy !== actor || row.state !== 'returned') throw unknownProposal();
}

/** Who has to record it and whom it is about. Throws `proposal.impossible`. */
async function placed(
  { installation, seat, actor }: Api,
  { room }: Reading,
  { rehearsed, act }: Tried,
): Promise<{ competent: string | null; subjectIds: string[] }> {
  if (!rehearsed.isPossible) throw impossible(rehearsed.problems);
  if (act === null) throw idReused(); // the journal holds an act of that id
  const competent = await competentFor(
    installation,
    room,
    { actor, proposing: seat.capacity?.grant.unitId ?? null },
    act,
  );
  return { competent: competent ?? seat.capacity?.grant.unitId ?? null, subjectIds: act.subjects.map(({ id }) => id) };
}

interface ToInsert extends Pick<ProposalRow, 'id' | 'kind' | 'subjectIds'> {
  follows: string | undefined;
  competent: string | null;
  proposed: Proposed;
}

async function insert({ room }: Reading, { installation, seat, actor }: Api, { vault }: Journal, row: ToInsert) {
  const { cipher } = vault.conceal(row.proposed, row.id, 'proposal');
  const { person, capacity } = seat;
  const values = [
    ...[row.id, row.kind, capacity?.grant.unitId ?? null, row.competent, row.subjectIds, cipher, vault.keyId],
    ...[actor, person?.accountId ?? null, capacity?.grant.id ?? null, capacity?.role.role ?? null],
    ...[installation.clock.now().toISOString(), row.follows ?? null],
  ];
  const kept = room.write({ actor }, ({ client }) =>
    client.query(
      `insert into proposal (id, kind, proposing_unit_id, competent_unit_id, subject_ids, cipher, key_id,
         proposed_by, proposer_account, proposer_grant, proposer_role, proposed_at, follows_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      values,
    ),
  );
  await kept.catch((error: { code?: string }) => {
    throw error.code === '23505' ? idReused() : error; // an id that the caller does not see, or sent twice at once
  });
}

/** The first whom it changes, as the form that it comes from is called. */
function aboutOf({ effects: { persons, units } }: Rehearsed): string {
  return [...persons, ...units].map(({ name }) => name).find((name) => name !== null) ?? '';
}

function impossible(problems: Rehearsed['problems']): Problem {
  const fields = problems.map(
    ({ code, field, message, rule }): FieldProblem => ({ code, field, rule, message: message.en, vi: message.vi }),
  );
  const [first] = fields;
  return new Problem('proposal.impossible', first?.message ?? 'This cannot be recorded.', { fields, vi: first?.vi });
}

function idReused(): Problem {
  return new Problem('proposal.id-reused', 'This id belongs to another act.', { status: 409 });
}
