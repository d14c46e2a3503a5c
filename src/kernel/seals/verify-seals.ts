import type { ClientBase } from 'pg';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { noSeal, readSeals } from './chain.ts';
import { checkHead } from './check-head.ts';
import { checkSeal } from './check-seal.ts';
import { Findings, type SealFinding } from './finding.ts';
import { type Head, registerCode } from './head.ts';
import type { SealedLog } from './sealed-log.ts';

export interface SealReport {
  /** What is sealed, and what is not yet: lines of the log, whichever it is. */
  seals: number;
  sealedActs: number;
  unsealedActs: number;
  /** Those that name a line first, in the order of the seals and within one of the ids; empty when all is well. */
  findings: SealFinding[];
  /** False when there were more findings than are worth listing. */
  isComplete: boolean;
}

const findingsAtMost = 100;

/**
 * Whether a log is what was sealed. Without a head: whether lines, seals and chain fit one another. With a head
 * that was kept elsewhere: whether they are also what they were then, though somebody made the chain anew or cut it short.
 */
export async function verifySeals({ client }: Pick<Tx, 'client'>, log: SealedLog, head?: Head): Promise<SealReport> {
  if (head !== undefined) await requireSameRegister(client, head);
  const findings = new Findings(findingsAtMost);
  const seals = await readSeals(client, log);
  let previous: { no: number; hash: string; upto: string | null } = noSeal;
  for (const seal of seals) {
    if (findings.isFull) break;
    await checkSeal(client, log, seal, previous, findings);
    previous = seal;
  }
  const sealedUpto = seals.at(-1)?.upto ?? null;
  await checkEnds(client, log, sealedUpto, findings);
  if (head !== undefined) await checkHead(client, log, head, seals, findings);
  const { rows } = await client.query(
    `select count(*) from ${log.lines.table} where ${log.lines.at} > coalesce($1::timestamptz, '-infinity')`,
    [sealedUpto],
  );
  return {
    seals: seals.length,
    sealedActs: seals.reduce((sum, { count }) => sum + count, 0),
    unsealedActs: rows[0].count,
    findings: findings.list(),
    isComplete: !findings.isFull,
  };
}

async function requireSameRegister(client: ClientBase, head: Head): Promise<void> {
  const register = await registerCode(client);
  if (head.register === register) return;
  throw new Problem('head.other-register', `The head is of the register ${head.register}; this is ${register}.`);
}

/** The row of the head says when the last line was recorded: none may be younger, and that one must be there. */
async function checkEnds(
  client: ClientBase,
  { lines: { table, at, kind }, head: headRow, word }: SealedLog,
  sealedUpto: string | null,
  findings: Findings,
): Promise<void> {
  const { rows } = await client.query(
    `select h.${headRow.at} as head, (select max(${at}) from ${table} where ${at} <= h.${headRow.at}) as last from ${headRow.table} h`,
  );
  const { head, last } = rows[0] ?? {};
  if (head === undefined) {
    findings.add({ what: 'head-missing', seal: null, act: null, message: `The row of ${headRow.table} is gone.` });
    return;
  }
  const ahead = await client.query(
    `select id, ${kind} as kind, ${at} as "recordedAt" from ${table} where ${at} > $1::timestamptz order by ${at}, id limit 10`,
    [head],
  );
  for (const act of ahead.rows)
    findings.add({
      what: 'inserted',
      seal: null,
      act,
      message: `Recorded later than anything the register has recorded (${head}).`,
    });
  // A register that never recorded anything has its head in the year 2000.
  const isCut = last === null ? !head.startsWith('2000-') : last < head;
  if (isCut)
    findings.add({
      what: 'truncated',
      seal: null,
      act: null,
      message: `What was recorded last, at ${head}, is gone${after(word, last)}.`,
    });
  if (sealedUpto !== null && head < sealedUpto)
    findings.add({
      what: 'truncated',
      seal: null,
      act: null,
      message: `${headRow.table} says ${head}, but lines are sealed up to ${sealedUpto}.`,
    });
}

function after(word: string, last: string | null): string {
  return last === null ? '' : `; the last ${word} there is was recorded at ${last}`;
}
