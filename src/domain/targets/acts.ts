import { z } from 'zod';
import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import { type ActKind, actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { unitRef } from '#/kernel/journal/refs.ts';
import { isDay, isLastDay } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';
import { assign, cancel } from './fold.ts';

const day = z.string().refine(isDay, { error: 'not a day of the calendar (YYYY-MM-DD)' });

const goal = {
  figure: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'the name of a figure: words in lower case, joined by -' }),
  args: z.record(z.string().min(1), z.string().min(1)).optional(),
  from: day,
  to: z.string().refine(isLastDay, { error: 'not a day of the calendar (YYYY-MM-DD) with a day after it' }),
};

const isPeriod = ({ from, to }: { from: string; to: string }) => from <= to;
const noPeriod = { error: 'the period ends before it begins', path: ['to'] };

const assignedSchema = z
  .strictObject({
    unit: unitRef('tổ chức đảng được giao chỉ tiêu'),
    ...goal,
    value: z.number().nonnegative(),
    measure: z.enum(['count', 'percent']),
    atLeast: z.boolean().optional(),
  })
  .refine(isPeriod, noPeriod)
  .refine(({ value, measure }) => measure === 'percent' || Number.isInteger(value), {
    error: 'a count is a whole number',
    path: ['value'],
  });

const cancelledSchema = z
  .strictObject({ unit: unitRef('tổ chức đảng được hủy chỉ tiêu'), ...goal })
  .refine(isPeriod, noPeriod);

/** The acts about targets. The catalogue says which figures there are; it is asked only when an act is posted. */
export function targetActs(figures: () => Catalogue): { assigned: ActKind; cancelled: ActKind } {
  const assigned = actKind({
    kind: 'target.assigned',
    rank: rank.yearly,
    title: { vi: 'Giao chỉ tiêu', en: 'Target assigned' },
    description: {
      vi: 'Chỉ tiêu giao cho một tổ chức đảng đối với một số liệu (figure, args) trong kỳ from–to, kể cả hai ngày. measure là count (số lượng) hoặc percent (tỷ lệ %); atLeast: "từ … trở lên". Giao lại là điều chỉnh: chỉ tiêu giao sau thay chỉ tiêu giao trước của cùng kỳ từ ngày có hiệu lực.',
      en: 'A target given to a unit for a figure (figure, args) over a period, both days included. measure is count or percent; atLeast means "… or more". Assigning again is an adjustment: the later target takes the place of the earlier for the same period from its day of effect.',
    },
    schema: assignedSchema,
    competent: 'superior',
    subjects: ({ unit }) => [{ type: 'unit', id: unit }],
    unit: assign,
    check: ({ body }) => {
      const { figure } = figures().ask(body.figure, body.args ?? {});
      if (figure.type === 'target' || figure.type === 'extremum' || figure.type === 'average')
        throw new Problem('target.not-of-this', `A target is of a count or a share; ${figure.name} is neither.`, {
          fields: [{ code: 'target.not-of-this', field: 'figure', message: figure.type }],
        });
    },
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
  const cancelled = actKind({
    kind: 'target.cancelled',
    rank: rank.yearly,
    title: { vi: 'Hủy chỉ tiêu đã giao', en: 'Target cancelled' },
    description: {
      vi: 'Chỉ tiêu đã giao cho số liệu (figure, args) của đúng kỳ from–to thôi có hiệu lực từ ngày này, kể cả những lần giao trước được điều chỉnh. Trước ngày này chỉ tiêu vẫn như cũ. Hủy sau khi hết kỳ là hủy cho cả kỳ.',
      en: 'From this day the target for the figure (figure, args) of exactly this period holds no longer, earlier assignments included. Before it nothing changes. Cancelled after the period has ended, it is void for the whole of it.',
    },
    schema: cancelledSchema,
    competent: 'superior',
    subjects: ({ unit }) => [{ type: 'unit', id: unit }],
    unit: cancel,
    example: {
      kind: 'target.cancelled',
      effectiveOn: '2020-07-01',
      paper: { issuer: 'Tỉnh ủy A', number: '96-QĐ/TU', issuedOn: '2020-07-01' },
      unit: 'HH',
      figure: 'admissions',
      from: '2020-01-01',
      to: '2020-12-31',
    },
  });
  return { assigned, cancelled };
}
