import { sql } from 'kysely';
import { numberIn, periodOf } from './counted.ts';
import type { CountFigure } from './figure.ts';
import type { Frame } from './frame.ts';

/** How many rows with a name a count figure has. From tallies where there are any and today's knowledge is asked, else from the rows. */
export async function countNamed(frame: Frame, figure: CountFigure, args: Record<string, string>): Promise<number> {
  if (!isTallied(frame, figure)) return numberIn(frame, figure, args);
  const tallied = await fromTallies(frame, figure, args, [frame.unitId]);
  return tallied.get(frame.unitId) ?? 0;
}

/** Whether tallies can answer. */
export function isTallied(frame: Frame, figure: CountFigure): boolean {
  return !!figure.tally && frame.isCurrent;
}

/** Under which names the tallies of a figure are kept that together answer it. */
export function tallyKeys({ name, tally }: CountFigure, args: Record<string, string>): string[] {
  if (typeof tally !== 'object') return [name];
  const asked = args[tally.arg];
  const parts = asked === undefined ? tally.values : (tally.groups?.[asked] ?? [asked]);
  return parts.map((part) => `${name}:${part}`);
}

/** Sums daily changes by unit: of a stock all up to the day, of a flow those within the period. */
export async function fromTallies(
  frame: Frame,
  figure: CountFigure,
  args: Record<string, string>,
  unitIds: string[],
): Promise<Map<string, number>> {
  const { from, to } = figure.time === 'stock' ? { from: '-infinity', to: frame.on } : periodOf(frame, figure);
  const summed = await sql<{ unitId: string; count: number }>`select unit_id, sum(change) as count from tally
    where unit_id = any(${unitIds}::uuid[]) and figure = any(${tallyKeys(figure, args)}::text[]) and day between ${from}::date and ${to}::date
    group by unit_id`.execute(frame.tx);
  return new Map(summed.rows.map((row) => [row.unitId, row.count]));
}
