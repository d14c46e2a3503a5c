import { sql } from 'kysely';
import { type CountFigure, type Figure, figure } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { flow, stock } from './rows.ts';

const common = {
  type: 'count',
  of: 'unit',
  counts: 'distinct',
  place: 'subject',
  measure: 'units',
} as const satisfies Partial<CountFigure>;

const inOffice = (facts: FactSource) => sql`${facts.table('post', 'p')}
  where p.post = 'secretary' and p.term is not null`;

// A term is told by its years; by the end of the last one the congress has been held.
const lastDay = sql`make_date(right(p.term, 4)::integer, 12, 31)`;
const afterwards = sql`daterange(${lastDay} + 1, null)`;

const termsEnding = figure({
  ...common,
  time: 'flow',
  name: 'terms-ending',
  title: { vi: 'Tổ chức đảng hết nhiệm kỳ', en: 'Units whose term ends' },
  definition: {
    vi: 'Tổ chức đảng có bí thư đương nhiệm thuộc nhiệm kỳ mà năm cuối kết thúc trong kỳ; tính vào ngày 31/12 của năm cuối nhiệm kỳ, mỗi tổ chức một lần.',
    en: 'Units whose secretary is in office for a term whose last year ends in the period, on 31 December of that year; each unit once.',
  },
  rows: (facts) =>
    flow(sql`select p.unit_id as id, p.unit_id as subject_id, p.unit_id, ${lastDay} as day, p.act_id
    from ${inOffice(facts)} and p.valid @> ${lastDay}`),
});

const termsOverdue = figure({
  ...common,
  time: 'stock',
  name: 'terms-overdue',
  title: { vi: 'Tổ chức đảng đã quá nhiệm kỳ', en: 'Units past their term' },
  definition: {
    vi: 'Tổ chức đảng mà bí thư ghi trong sổ vào ngày hỏi vẫn thuộc nhiệm kỳ có năm cuối đã qua: chưa đại hội hoặc chưa ghi kết quả bầu; mỗi tổ chức một lần.',
    en: 'Units whose recorded secretary on the day is still of a term whose last year has passed: no congress yet, or its elections are not recorded; each unit once.',
  },
  rows: (facts) =>
    stock(sql`select p.unit_id as id, p.unit_id as subject_id, p.unit_id, p.valid * ${afterwards} as valid, p.act_id
    from ${inOffice(facts)} and p.valid && ${afterwards}`),
});

export const termFigures: readonly Figure[] = [termsEnding, termsOverdue];
