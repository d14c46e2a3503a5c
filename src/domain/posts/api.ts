import { type RawBuilder, sql } from 'kysely';
import type { StockRow } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { committeePosts, leavingLabels, wayLabels } from './contract.ts';
import { postTable } from './tables.ts';

export { committeePosts, leavingLabels, postTable, wayLabels };

/** Members of committees, by any post that seats them there: `id` is the person, who counts where the committee is. */
export function committeeRows(facts: FactSource): RawBuilder<StockRow> {
  return sql<StockRow>`(
    select p.person_id as id, p.person_id as subject_id, p.unit_id, p.valid, p.act_id
    from ${facts.table('post', 'p')} where p.post in (${sql.join(committeePosts)})
  )`;
}
