import type { ActMention, Withdrawal } from '#/kernel/journal/list-contract.ts';
import type { Register } from '#/kernel/register.ts';
import type { Tx } from '#/platform/db/transaction.ts';

/** What became of acts: the act because of which each holds no longer, and those that were withdrawn themselves. */
export interface Fate {
  withdrawnBy: Withdrawal | null;
  earlier: Withdrawal[];
}

interface Withdrawer {
  id: string;
  kind: string;
  withdraws_id: string;
  effective_on: string;
  recorded_at: string;
  recorded_by: string;
  reason: string | null;
}

const withdrawersSql = `with recursive chain as (
    select a.id, a.withdraws_id from act a where a.withdraws_id = any($1::uuid[])
    union select a.id, a.withdraws_id from act a join chain c on a.withdraws_id = c.id
  )
  select a.id, a.kind, a.withdraws_id, a.effective_on, a.recorded_at, a.recorded_by, coalesce(a.body ->> 'reason', a.note) as reason
  from chain join act a on a.id = chain.id order by a.recorded_at, a.id`;

/** The fates of acts; a withdrawal that was itself withdrawn does not count (as in the fold). */
export async function fatesOf(
  { client }: Tx,
  register: Register,
  actIds: readonly string[],
): Promise<(id: string) => Fate> {
  const { rows } = await client.query<Withdrawer>(withdrawersSql, [actIds]);
  const byTarget = Map.groupBy(rows, (row) => row.withdraws_id);
  const holds = (id: string): boolean => !(byTarget.get(id) ?? []).some((row) => holds(row.id));
  return (id) => {
    const of = byTarget.get(id) ?? [];
    const inForce = of.findLast((row) => holds(row.id));
    return {
      withdrawnBy: inForce === undefined ? null : withdrawalOf(register, inForce),
      earlier: of.filter((row) => row !== inForce && !holds(row.id)).map((row) => withdrawalOf(register, row)),
    };
  };
}

function withdrawalOf(register: Register, row: Withdrawer): Withdrawal {
  const isInstead = row.kind !== 'act.withdrawn';
  return { ...mentionOf(register, row), isInstead, reason: isInstead ? null : row.reason };
}

/** A row of the journal in a few words. */
export function mentionOf(
  register: Register,
  row: Pick<Withdrawer, 'id' | 'kind' | 'effective_on' | 'recorded_at' | 'recorded_by'>,
): ActMention {
  return {
    id: row.id,
    kind: row.kind,
    title: titleOf(register, row.kind),
    effectiveOn: row.effective_on,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
  };
}

/** What a kind is called; an act of a kind that this version does not know keeps its code. */
export function titleOf(register: Register, kind: string): { vi: string; en: string } {
  return register.kinds.get(kind)?.title ?? { vi: kind, en: kind };
}
