import { sql } from 'kysely';
import type { ActMention, ActPaper } from '#/kernel/journal/list-contract.ts';
import type { Register } from '#/kernel/register.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { paperQuery } from './find-acts.ts';
import { mentionOf } from './withdrawals.ts';

interface FoundPaper {
  paper: ActPaper;
  count: number;
  acts: ActMention[];
}

/** Papers are looked for among so many acts; whoever types one word more finds the others. */
const actsAtMost = 2_000;
const mentionsShown = 5;

/** Papers by number, issuer or abstract, the latest first, each with the acts that rest on it. */
export async function foundPapers(tx: Tx, register: Register, q: string, limit: number): Promise<FoundPaper[]> {
  const words = paperQuery(q);
  if (words === null) return [];
  const { rows } = await sql<{ paper: ActPaper; count: number; ids: string[] }>`
    select (array_agg(a.paper order by a.recorded_at desc, a.id desc))[1] as paper, count(*) as count,
      (array_agg(a.id order by a.recorded_at desc, a.id desc))[1:${sql.lit(mentionsShown)}] as ids
    from acts_gathered(null, ${words}, null, null, null, ${actsAtMost}) as f (id) join act a on a.id = f.id
    group by a.paper ->> 'issuer', a.paper ->> 'number', a.paper ->> 'issuedOn'
    order by max(a.paper ->> 'issuedOn') desc nulls last, max(a.recorded_at) desc limit ${limit}`.execute(tx.db);
  const acts = await tx.client.query(
    'select id, kind, effective_on, recorded_at, recorded_by from act where id = any($1::uuid[])',
    [rows.flatMap(({ ids }) => ids)],
  );
  const mentions = new Map(acts.rows.map((row) => [row.id, mentionOf(register, row)]));
  return rows.map(({ paper, count, ids }) => ({ paper, count, acts: ids.flatMap((id) => mentions.get(id) ?? []) }));
}
