import { z } from 'zod';
import { existsOn } from '#/domain/units/api.ts';
import type { SubjectState } from '#/kernel/facts/state.ts';
import { type FactRow, factTable, rangeText } from '#/kernel/facts/table.ts';
import type { Act } from '#/kernel/journal/act.ts';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { unitRef } from '#/kernel/journal/refs.ts';
import { canonicalJson } from '#/platform/canonical-json.ts';
import { addDays, isDay } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';

export const target = factTable({
  name: 'target',
  subject: 'unit',
  subjectColumn: 'unit_id',
  columns: {
    unit_id: 'uuid',
    figure: 'text',
    args: 'jsonb',
    valid: 'daterange',
    value: 'numeric',
    measure: 'text',
    at_least: 'boolean',
    assigned_on: 'date',
  },
  scoped: 'subject',
});

const day = z.string().refine(isDay, { error: 'not a day of the calendar (YYYY-MM-DD)' });

const schema = z
  .strictObject({
    unit: unitRef('tổ chức đảng được giao chỉ tiêu'),
    figure: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'the name of a figure: words in lower case, joined by -' }),
    args: z.record(z.string().min(1), z.string().min(1)).optional(),
    from: day,
    to: day,
    value: z.number().nonnegative(),
    measure: z.enum(['count', 'percent']),
    atLeast: z.boolean().optional(),
  })
  .refine(({ from, to }) => from <= to, { error: 'the period ends before it begins', path: ['to'] })
  .refine(({ value, measure }) => measure === 'percent' || Number.isInteger(value), {
    error: 'a count is a whole number',
    path: ['value'],
  });

export const targetAssigned = actKind({
  kind: 'target.assigned',
  rank: rank.yearly,
  title: { vi: 'Giao chỉ tiêu', en: 'Target assigned' },
  description: {
    vi: 'Chỉ tiêu giao cho một tổ chức đảng đối với một số liệu (figure, args) trong kỳ from–to, kể cả hai ngày. measure là count (số lượng) hoặc percent (tỷ lệ %); atLeast: "từ … trở lên". Giao lại là điều chỉnh: chỉ tiêu giao sau thay chỉ tiêu giao trước từ ngày có hiệu lực.',
    en: 'A target given to a unit for a figure (figure, args) over a period, both days included. measure is count or percent; atLeast means "… or more". Assigning again is an adjustment: the later target takes the place of the earlier from its day of effect.',
  },
  schema,
  competent: 'superior',
  subjects: ({ unit }) => [{ type: 'unit', id: unit }],
  unit: assign,
  example: {
    kind: 'target.assigned',
    effectiveOn: '2020-01-10',
    paper: { issuer: 'Tỉnh ủy A', number: '8-QĐ/TU', issuedOn: '2020-01-10' },
    unit: 'HH',
    figure: 'admissions',
    from: '2020-01-01',
    to: '2020-12-31',
    value: 120,
    measure: 'count',
    atLeast: true,
  },
});

function assign(state: SubjectState, act: Act<z.infer<typeof schema>>): void {
  const { body } = act;
  if (!existsOn(state, act.effectiveOn)) {
    const message = `The unit does not exist on ${act.effectiveOn}.`;
    throw new Problem('target.unit-not-there', message, {
      fields: [{ code: 'target.unit-not-there', field: 'unit', message }],
    });
  }
  const row: FactRow = {
    act_id: act.id,
    unit_id: state.subject.id,
    figure: body.figure,
    args: body.args ?? {},
    valid: rangeText(body.from, addDays(body.to, 1)),
    value: body.value,
    measure: body.measure,
    at_least: body.atLeast ?? false,
    assigned_on: act.effectiveOn,
  };
  // Said twice on one day for one period, only the last word counts; which one that is, `after` has to tell.
  const spoken = state.events.findIndex((event) => event.table === target && isSameTarget(event.row, row));
  if (spoken !== -1) state.events.splice(spoken, 1);
  state.emit(target, row);
}

function isSameTarget(a: FactRow, b: FactRow): boolean {
  const key = ({ figure, args, valid, assigned_on }: FactRow) => canonicalJson([figure, args, valid, assigned_on]);
  return key(a) === key(b);
}
