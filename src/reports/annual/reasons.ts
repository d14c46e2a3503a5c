import { sql } from 'kysely';
import { rowsCounted, rowsInPlace } from '#/kernel/figures/counted.ts';
import type { CountFigure } from '#/kernel/figures/figure.ts';
import type { Frame } from '#/kernel/figures/frame.ts';
import type { Reason } from './value.ts';

/** No path holds it: words written about one case stay in the list that is opened, and out of a paper that is signed. */
const nobody = '-';

/** How many of those that a figure considered it did not count, by reason, most first; their names are its list of the not counted. */
export async function reasonsOf(frame: Frame, figure: CountFigure, args: Record<string, string>): Promise<Reason[]> {
  if (figure.considered === undefined) return [];
  const closed = { ...frame, viewerScope: nobody };
  const considered = await rowsInPlace(closed, figure, args, figure.considered(frame.facts, args), 'with-why');
  const counted = await rowsCounted(frame, figure, args);
  const { rows } = await sql<Reason>`select o.why, count(distinct o.id) as count from (${considered}) o
    where o.id not in (select k.id from (${counted}) k) group by o.why order by 2 desc, 1`.execute(frame.tx);
  return rows;
}
