import { sql } from 'kysely';
import { countedIn } from '#/kernel/figures/counted.ts';
import type { CountFigure, ListEntry } from '#/kernel/figures/figure.ts';
import type { Frame } from '#/kernel/figures/frame.ts';
import { type ListedRow, toEntries, withLabels } from '#/kernel/figures/list.ts';

/** So many names stand beside a number; the others are behind it. */
const FEW = 3;

/** How many rows a count counts by name, and the first few of them: of thousands only these are read. */
export async function firstOf(
  frame: Frame,
  figure: CountFigure,
  args: Record<string, string>,
): Promise<{ named: number; first: ListEntry[] }> {
  const counted = await countedIn(frame, figure, args);
  const few = sql`with counted as materialized (${counted})
    select f.*, (select count(*) from counted)::int as named from counted f order by f.since nulls first, f.id limit ${FEW}`;
  const rows: (ListedRow & { named?: number })[] = await withLabels(frame, figure, few);
  const entries = await toEntries(frame, figure, rows);
  return { named: rows[0]?.named ?? 0, first: entries.map(({ row: _, ...entry }) => entry) };
}
