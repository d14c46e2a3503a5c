import { type Erasure, type ErasureShown, erasuresListed } from '#/domain/members/retention-contract.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { columns } from './erase.ts';

/** Requests to erase that the transaction sees, with who it is about; the latest first. */
export async function erasureRows(
  { client }: Tx,
  state: 'open' | 'decided' | 'all',
): Promise<(Erasure & { name: string })[]> {
  const { rows } = await client.query<Erasure & { name: string }>(
    `select ${columns}, coalesce((select name from person_record p where p.person_id = erasure.person_id
       order by valid desc limit 1), '') as name
     from erasure where $1 = 'all' or (decided_at is null) = ($1 = 'open')
     order by asked_at desc, id desc limit ${erasuresListed}`,
    [state],
  );
  return rows.map((row) => ({
    ...row,
    askedAt: instant(row.askedAt),
    decidedAt: row.decidedAt && instant(row.decidedAt),
  }));
}

/** What the caller may do with each: nobody decides what they asked for. */
export function shownErasures(
  rows: readonly (Erasure & { name: string })[],
  { actor, mayErase }: { actor: string; mayErase: boolean },
): ErasureShown[] {
  return rows.map((row) => ({ ...row, can: { decide: mayErase && row.decidedAt === null && row.askedBy !== actor } }));
}

const instant = (at: string): string => new Date(at).toISOString();
