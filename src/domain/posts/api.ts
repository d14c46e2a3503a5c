import { type RawBuilder, sql } from 'kysely';
import { memberSince } from '#/domain/members/api.ts';
import type { SubjectState } from '#/kernel/facts/state.ts';
import type { StockRow } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import type { Day } from '#/platform/day.ts';
import { committeePosts } from './contract.ts';
import { postTable } from './tables.ts';
import { holding } from './tracks.ts';

export { committeePosts, postTable };

/** Members of committees, by any post that seats them there: `id` is the person, who counts where the committee is. */
export function committeeRows(facts: FactSource): RawBuilder<StockRow> {
  return sql<StockRow>`(
    select p.person_id as id, p.person_id as subject_id, p.unit_id, p.valid, p.act_id
    from ${facts.table('post', 'p')} where p.post in (${sql.join(committeePosts)})
  )`;
}

/**
 * Whether the person held a post, anywhere, on a day, by the acts folded so far. A post that ended on that very day
 * counts: a removal and the end that it brings are of one day.
 */
export function holdsPost(state: SubjectState, day: Day): boolean {
  const since = memberSince(state, day);
  if (since === null) return false;
  return [...state.tracks.values()].some(
    ({ track, segments }) =>
      track.name === holding.name &&
      segments.some(({ from, to }) => from <= day && since <= from && (to === null || day <= to)),
  );
}
