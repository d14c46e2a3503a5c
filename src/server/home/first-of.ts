import { sql } from 'kysely';
import { countedIn } from '#/kernel/figures/counted.ts';
import type { CountFigure, ListEntry } from '#/kernel/figures/figure.ts';
import type { Frame } from '#/kernel/figures/frame.ts';
import { toEntries, withLabels } from '#/kernel/figures/list.ts';

/** So many names stand beside a number; the others are behind it. */
const FEW = 3;

/** The first few rows that a count counts, named; of thousands only these are read. */
export async function firstOf(frame: Frame, figure: CountFigure, args: Record<string, string>): Promise<ListEntry[]> {
  const counted = await countedIn(frame, figure, args);
  const few = sql`select * from (${counted}) f order by f.since nulls first, f.id limit ${FEW}`;
  const entries = await toEntries(frame, figure, await withLabels(frame, figure, few));
  return entries.map(({ row: _, ...entry }) => entry);
}
