import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type CountFigure, type Figure, type FlowRow, figure, type StockRow } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { outcomes, sorts, topics } from './contract.ts';
import { dueOn, holders } from './holders.ts';

type Args = Record<string, string>;
type Why = { why: string };

// The list shows a petition by its code; who sent it stands in no fact.
const common = {
  type: 'count',
  of: 'act',
  counts: 'occurrences',
  place: 'subject',
  measure: 'occurrences',
  labelled: true,
} as const satisfies Partial<CountFigure>;

const sort = z.enum(sorts).optional();

function asked(args: Args, names: readonly ('sort' | 'about' | 'outcome')[]): RawBuilder<unknown> {
  const wanted = names.flatMap((name) =>
    args[name] === undefined ? [] : [sql`${sql.ref(`p.${name}`)} = ${args[name]}`],
  );
  return wanted.length === 0 ? sql`true` : sql.join(wanted, sql` and `);
}

const shown = (day: RawBuilder<unknown>) => sql`to_char(${day}, 'DD/MM/YYYY')`;
const which = sql`p.act_id as id, h.unit_id as subject_id, h.unit_id, p.code as label, p.scope`;

/** Petitions beside the spells of whoever has to deal with them. */
const held = (facts: FactSource) => sql`
  ${facts.table('petition', 'p')} join (${holders(facts)}) h on h.root_id = p.unit_id`;

const petitionsReceived = figure({
  ...common,
  time: 'flow',
  name: 'petitions-received',
  title: { vi: 'Đơn thư tiếp nhận', en: 'Petitions received' },
  definition: {
    vi: 'Số đơn tố cáo, khiếu nại, kiến nghị tiếp nhận trong kỳ (theo loại sort, nội dung about; anonymous=yes: đơn nặc danh), tính theo ngày tổ chức đảng có thẩm quyền nhận đơn.',
    en: 'Denunciations, complaints and petitions received in the period (of that sort, about that; anonymous=yes: without a name), by the day on which the competent organisation received them.',
  },
  partition: [{ arg: 'sort' }, { arg: 'about' }],
  args: z.strictObject({ sort, about: z.enum(topics).optional(), anonymous: z.literal('yes').optional() }),
  rows: (facts, args) => sql<FlowRow>`(
    select ${which}, p.on_day as day, p.act_id from ${held(facts)} and h.valid @> p.on_day
    where ${asked(args, ['sort', 'about'])} and ${args.anonymous === undefined ? sql`true` : sql`p.anonymous`})`,
});

const petitionsSettled = figure({
  ...common,
  time: 'flow',
  name: 'petitions-settled',
  title: { vi: 'Đơn thư đã giải quyết', en: 'Petitions settled' },
  definition: {
    vi: 'Số đơn thư giải quyết xong trong kỳ (theo loại sort, kết quả outcome; late=yes: quá thời hạn), tính theo ngày giải quyết xong, ở tổ chức đảng có trách nhiệm vào ngày đó.',
    en: 'Petitions settled in the period (of that sort, with that outcome; late=yes: after the deadline), by the day on which they were settled, at the organisation responsible on that day.',
  },
  partition: [{ arg: 'sort' }, { arg: 'outcome' }],
  args: z.strictObject({ sort, outcome: z.enum(outcomes).optional(), late: z.literal('yes').optional() }),
  rows: (facts, args) => sql<FlowRow>`(
    select ${which}, p.settled_on as day, p.settled_act_id as act_id from ${held(facts)} and h.valid @> p.settled_on
    where ${asked(args, ['sort', 'outcome'])} and ${args.late === undefined ? sql`true` : sql`p.settled_on > ${dueOn(facts)}`})`,
  considered: (facts, args) => sql<FlowRow & Why>`(
    select ${which}, p.on_day as day, p.act_id,
           coalesce('giải quyết xong ngày ' || ${shown(sql`p.settled_on`)}, 'đang giải quyết') as why
    from ${held(facts)} and h.valid @> p.on_day where ${asked(args, ['sort'])})`,
});

const pendingDays = sql`daterange(p.on_day, p.settled_on)`;

const petitionsPending = figure({
  ...common,
  time: 'stock',
  name: 'petitions-pending',
  title: { vi: 'Đơn thư đang giải quyết', en: 'Petitions pending' },
  definition: {
    vi: 'Số đơn thư (loại sort nếu nêu) đã tiếp nhận, chưa giải quyết xong vào ngày hỏi. Tổ chức đảng nhận đơn đã kết thúc thì tính ở nơi tiếp nhận nó, không có nơi tiếp nhận thì ở cấp trên trực tiếp cuối cùng.',
    en: 'Petitions (of that sort, if asked) received and not settled on the day. Where the unit that received it has ended, it counts at the successor or, if there is none, at the last direct superior.',
  },
  partition: [{ arg: 'sort' }],
  args: z.strictObject({ sort }),
  rows: (facts, args) => sql<StockRow>`(
    select ${which}, ${pendingDays} * h.valid as valid, p.act_id from ${held(facts)} and h.valid && ${pendingDays}
    where ${asked(args, ['sort'])})`,
});

const petitionsOverdue = figure({
  ...common,
  time: 'stock',
  name: 'petitions-overdue',
  title: { vi: 'Đơn thư quá hạn giải quyết', en: 'Petitions overdue' },
  definition: {
    vi: 'Trong số đơn thư đang giải quyết vào ngày hỏi: đã qua thời hạn (dueOn nếu có nêu; không thì số ngày làm việc theo quy định của ngày nhận đơn, chưa trừ ngày lễ).',
    en: 'Of the petitions pending on the day, those whose deadline has passed: the one that the act names, or so many working days by the rule of the day of receipt (public holidays not taken out).',
  },
  instrument: '22-QĐ/TW (28/7/2021), 296-QĐ/TW (30/5/2025), 21-QĐ/TW (11/4/2026)',
  partition: [{ arg: 'sort' }],
  args: z.strictObject({ sort }),
  rows: (facts, args) => sql<StockRow>`(
    select q.id, q.subject_id, q.unit_id, q.label, q.scope, q.valid * daterange(q.due + 1, null) as valid, q.act_id
    from (
      select ${which}, ${pendingDays} * h.valid as valid, p.act_id, ${dueOn(facts)} as due
      from ${held(facts)} and h.valid && ${pendingDays} where ${asked(args, ['sort'])}) q
    where q.due is not null and q.valid && daterange(q.due + 1, null))`,
  considered: (facts, args) => sql<StockRow & Why>`(
    select q.id, q.subject_id, q.unit_id, q.label, q.scope, q.valid, q.act_id,
           coalesce('còn trong thời hạn, đến ngày ' || ${shown(sql`q.due`)}, 'không có thời hạn') as why
    from (
      select ${which}, ${pendingDays} * h.valid as valid, p.act_id, ${dueOn(facts)} as due
      from ${held(facts)} and h.valid && ${pendingDays} where ${asked(args, ['sort'])}) q)`,
});

export const petitionFigures: readonly Figure[] = [
  petitionsReceived,
  petitionsSettled,
  petitionsPending,
  petitionsOverdue,
];
