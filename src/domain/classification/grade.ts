import type { SubjectState } from '#/kernel/facts/state.ts';
import type { FactRow, FactTable } from '#/kernel/facts/table.ts';
import type { Act } from '#/kernel/journal/act.ts';
import type { CheckContext } from '#/kernel/rulebook/check.ts';
import { type Level, levelLabels } from './levels.ts';
import { lastDayOf } from './year.ts';

export interface Grade {
  forYear: number;
  level?: string | undefined;
  omitted?: string | undefined;
}

export const oneOfTwo = ({ level, omitted }: Pick<Grade, 'level' | 'omitted'>) =>
  (level === undefined) !== (omitted === undefined);
export const oneOfTwoError = { error: 'give either "level", or "omitted" with the reason', path: ['level'] };

/** Lays a row of a year down; it replaces what an earlier act said of the same. */
export function grade(state: SubjectState, table: FactTable, isSame: (row: FactRow) => boolean, row: FactRow): void {
  const earlier = state.events.findIndex((event) => event.table === table && isSame(event.row));
  if (earlier !== -1) state.events.splice(earlier, 1);
  state.emit(table, row);
}

// The scale is that of the year classified, not of the day of the decision: grades of 2017 were decided in
// January-February 2018, some before and some after 132-QĐ/TW (8/3/2018).
export function checkLevel(act: Act<Grade>, ctx: CheckContext, key: string): void {
  const rule = ctx.rule(key, lastDayOf(act.body.forYear));
  const { level } = act.body;
  if (rule === null || level === undefined || (rule.value as string[]).includes(level)) return;
  const levels = (language: 'vi' | 'en') =>
    (rule.value as Level[]).map((one) => levelLabels[one][language].toLowerCase()).join('; ');
  ctx.broken(rule, 'level', {
    vi: `Các mức xếp loại của năm ${act.body.forYear}: ${levels('vi')}.`,
    en: `The levels of ${act.body.forYear} are: ${levels('en')}.`,
  });
}
