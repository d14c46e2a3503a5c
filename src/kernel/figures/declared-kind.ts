import { z } from 'zod';
import { canonicalJson } from '#/platform/canonical-json.ts';
import { addDays, isDay, isLastDay } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';
import { type FactRow, factTable, parseRange, rangeText } from '../facts/table.ts';
import { type ActKind, actKind } from '../journal/kind.ts';
import { rank } from '../journal/ranks.ts';
import { unitRef } from '../journal/refs.ts';
import type { Catalogue } from './catalogue.ts';
import type { Figure } from './figure.ts';

const declaredCount = factTable({
  name: 'declared_count',
  subject: 'unit',
  subjectColumn: 'unit_id',
  columns: {
    unit_id: 'uuid',
    figure: 'text',
    args: 'jsonb',
    valid: 'daterange',
    amount: 'integer',
    breakdown: 'jsonb',
  },
  scoped: 'subject',
});

const day = () => z.string().refine(isDay, 'a day (YYYY-MM-DD)');

const schema = z.strictObject({
  unit: unitRef('tổ chức báo cáo'),
  figure: z.string().min(1),
  args: z.record(z.string(), z.string()).optional(),
  from: day(),
  to: z.string().refine(isLastDay, 'a day (YYYY-MM-DD) with a day after it'),
  // A clerk's 1.934 is a fraction to a machine.
  amount: z.int({ error: 'a whole number, without quotes and separators (1934)' }).min(0).max(2_000_000_000),
  breakdown: z.record(z.string(), z.int().min(0)).optional(),
});

/** `count.declared` and its table. The catalogue says which figures there are; it is asked only when an act is posted. */
export function declaredCounts(figures: () => Catalogue): { kind: ActKind; table: typeof declaredCount } {
  const kind = actKind({
    kind: 'count.declared',
    rank: rank.yearly,
    title: { vi: 'Báo cáo số liệu không có danh sách', en: 'Count declared without names' },
    description: {
      vi: 'Một tổ chức báo cáo một con số không kèm danh sách (quân đội, công an, bài dự thi, các năm trước khi có sổ). Con số được cộng vào chỉ tiêu cùng tên, luôn in tách riêng.',
      en: 'A unit reports a count that has no names behind it (army, police, contest entries, years before the register). It is added to the figure it names and always printed apart.',
    },
    schema,
    competent: 'self',
    subjects: ({ unit }) => [{ type: 'unit', id: unit }],
    unit: (state, act) => {
      const { unit, figure, args = {}, from, to, amount, breakdown = null } = act.body;
      if (from > to) {
        const message = `The period from ${from} to ${to} has no days.`;
        const fields = [{ actId: act.id, code: 'count.empty-period', field: 'to', message }];
        throw new Problem('count.empty-period', message, { fields });
      }
      const row: FactRow = {
        act_id: act.id,
        unit_id: unit,
        figure,
        args,
        valid: rangeText(from, addDays(to, 1)),
        amount,
        breakdown,
      };
      const other = state.events.find((event) => event.table === declaredCount && overlaps(event.row, row));
      if (other !== undefined)
        throw new Problem(
          'count.declared-twice',
          `Act ${other.row.act_id} already declares ${figure} (${other.row.amount}) for days of this period, neither within it nor around it; withdraw it first.`,
          {
            fields: [
              { code: 'count.declared-twice', field: 'from', message: 'days counted twice', actId: other.row.act_id },
            ],
          },
        );
      state.emit(declaredCount, row);
    },
    check: (act) => {
      const { figure } = figures().ask(act.body.figure, act.body.args ?? {});
      if (figure.type !== 'count')
        throw new Problem(
          'figure.not-a-count',
          `${figure.name} is not a count: nothing can be declared for it.${madeOf(figure)}`,
          { fields: [{ code: 'figure.not-a-count', field: 'figure', message: figure.type }] },
        );
    },
    example: {
      kind: 'count.declared',
      effectiveOn: '2020-12-31',
      paper: { issuer: 'Ban Chỉ huy Quân sự huyện A', number: '15-BC/BCH', issuedOn: '2020-12-30' },
      unit: 'HH.001',
      figure: 'admissions',
      from: '2020-01-01',
      to: '2020-12-31',
      amount: 12,
    },
  });
  return { kind, table: declaredCount };
}

/** Percentages follow from the counts above and below the line. */
function madeOf(figure: Figure): string {
  if (figure.type !== 'ratio') return '';
  const parts = [figure.numerator, figure.denominator].flatMap((part) =>
    part !== 'years' && typeof part.figure === 'string' ? [part.figure] : [],
  );
  return parts.length === 0 ? '' : ` Declare the counts it is made of: ${[...new Set(parts)].join(', ')}.`;
}

/**
 * Two declarations for the same figure would count days twice. One whose days all lie within another's does not: a half-year
 * within its year, a year within its term (declared-choice.ts).
 */
function overlaps(a: FactRow, b: FactRow): boolean {
  if (a.figure !== b.figure || canonicalJson(a.args) !== canonicalJson(b.args)) return false;
  const [x, y] = [daysOf(a), daysOf(b)];
  if (x.from >= y.to || y.from >= x.to) return false;
  const isSame = x.from === y.from && x.to === y.to;
  const isWithin = (x.from <= y.from && y.to <= x.to) || (y.from <= x.from && x.to <= y.to);
  return isSame || !isWithin;
}

function daysOf({ valid }: FactRow): { from: string; to: string } {
  const { from, to } = parseRange(String(valid));
  return { from: String(from), to: String(to) };
}
