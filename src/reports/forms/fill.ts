import { averaged, averageOf } from '#/kernel/figures/average.ts';
import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import type { AverageFigure, CountFigure } from '#/kernel/figures/figure.ts';
import type { Frame } from '#/kernel/figures/frame.ts';
import type { CountMany, CountPoint, NamedAndDeclared } from '#/kernel/figures/many.ts';
import { plus, type Rational, rational } from '#/kernel/figures/rounding.ts';
import type { Bilingual } from '#/kernel/journal/kind.ts';
import type { Day } from '#/platform/day.ts';
import { once } from '../once.ts';
import { type Period, samePeriodLastYear } from '../period.ts';
import { membersOn, openedOnDay } from '../register-days.ts';
import type { Content, Form, FormRow } from './form.ts';

/** What stands in a cell, exactly. */
export interface Filled {
  /** Null: it cannot be filled; `reason` says why. */
  now: Rational | null;
  /** Of the same period last year; null where nothing is known of it. */
  before: Rational | null;
  reason?: Bilingual;
}

export interface FilledForm {
  of: (row: FormRow, column: string) => Filled;
  /** The day on which the register opened, where it lies within the same period last year: that is known only in part. */
  openedOn: Day | null;
}

/** A number of the catalogue that a form asks for: a count, or an average. */
interface Asked {
  figure: CountFigure | AverageFigure;
  args: Record<string, string>;
}

const NOBODY: Bilingual = {
  vi: 'Không có ai mà hồ sơ ghi điều này.',
  en: 'There is nobody of whom the record tells it.',
};

/** Answers all figures of a form, for the period and the same period last year, in a few statements. */
export async function fill(
  frame: Frame,
  catalogue: Catalogue,
  form: Form,
  period: Period,
  count: CountMany,
): Promise<FilledForm> {
  const last = samePeriodLastYear(period);
  const lacking = form.lacks?.(period) ?? null;
  const { isKnown, openedOn } = await knownBefore(frame, catalogue, form.lacks?.(last) ? null : last);
  const asked = askedIn(form, catalogue);
  const counts = await count(frame, countsOf(catalogue, form, period));
  const answers = new Map(
    [...asked].map(([content, { figure }], i) => [content, { figure, values: counts.slice(2 * i, 2 * i + 2) }]),
  );

  const ofFigure = (content: Content): Filled => {
    const { figure, values: both } = answers.get(content) as { figure: Asked['figure']; values: NamedAndDeclared[] };
    const [now, before] = both.map((one) => exact(figure, one)) as [Rational | null, Rational | null];
    const known = isKnown(before) ? before : null;
    return now === null ? { now, before: known, reason: NOBODY } : { now, before: known };
  };
  const rows = new Map(form.rows.map((row) => [row.row, row]));
  const of = (content: Content, column: string): Filled => {
    if (lacking !== null) return { now: null, before: null, reason: lacking };
    if ('reason' in content) return { now: null, before: null, reason: content.reason };
    if ('figure' in content) return ofFigure(content);
    const parts = content.sumOf.map((row) => of(cellOf(rows, row, column), column));
    return { now: total(parts.map(({ now }) => now)), before: total(parts.map(({ before }) => before)) };
  };
  return { of: (row, column) => of(row.cells[column] as Content, column), openedOn };
}

/** The cell of a row that a sum names. */
export function cellOf(rows: ReadonlyMap<string, FormRow>, row: string, column: string): Content {
  const cell = rows.get(row)?.cells[column];
  if (cell === undefined) throw new Error(`a sum names ${row}/${column}, which is no cell of the form`);
  return cell;
}

function total(parts: readonly (Rational | null)[]): Rational | null {
  return parts.reduce((sum, part) => (sum === null || part === null ? null : plus(sum, part)), rational(0));
}

const known = new WeakMap<Catalogue, Map<string, Map<Content, Asked>>>();

/** Every figure that the form asks for, its arguments checked: once for a catalogue, for the form does not change. */
function askedIn(form: Form, catalogue: Catalogue): Map<Content, Asked> {
  const forms = known.get(catalogue) ?? new Map<string, Map<Content, Asked>>();
  known.set(catalogue, forms);
  const asked = forms.get(form.name) ?? new Map<Content, Asked>();
  if (forms.has(form.name)) return asked;
  for (const content of form.rows.flatMap((row) => Object.values(row.cells))) {
    if (!('figure' in content)) continue;
    const { figure, args } = catalogue.ask(content.figure, { ...content.args });
    if (figure.type !== 'count' && figure.type !== 'average')
      throw new Error(`${form.name}: ${figure.name} is neither a count nor an average`);
    asked.set(content, { figure, args });
  }
  forms.set(form.name, asked);
  return asked;
}

/** What a form counts: each of those asked in the period, and in the same period last year. */
export function countsOf(catalogue: Catalogue, form: Form, { from, to }: Period): CountPoint[] {
  if (form.lacks?.({ from, to })) return [];
  const periods = [{ from, to }, samePeriodLastYear({ from, to })];
  return [...askedIn(form, catalogue).values()].flatMap(({ figure, args }) =>
    periods.map(
      (period): CountPoint =>
        figure.type === 'count'
          ? { figure, args, ...period }
          : { figure: averaged(catalogue, figure), args: {}, sumOf: figure.column, ...period },
    ),
  );
}

function exact(figure: Asked['figure'], { named, declared, sum = 0 }: NamedAndDeclared): Rational | null {
  return figure.type === 'count' ? rational(named + declared) : averageOf({ named, sum });
}

/** Before the register knew anything, nothing is known; what was declared of that time all the same is. */
async function knownBefore(
  frame: Frame,
  catalogue: Catalogue,
  last: Period | null,
): Promise<{ isKnown: (before: Rational | null) => boolean; openedOn: Day | null }> {
  if (last === null) return { isKnown: () => false, openedOn: null };
  const [openedOn, members] = await once(frame, `before ${last.to}`, async (): Promise<[Day | null, number]> => {
    const opened = await openedOnDay(frame, catalogue, last.to);
    const [there] = (await membersOn(frame, catalogue, [last.to])) as [number];
    return [opened, there];
  });
  return {
    isKnown: (before) => members > 0 || (before !== null && before.numerator > 0n),
    openedOn: openedOn !== null && openedOn > last.from ? openedOn : null,
  };
}
