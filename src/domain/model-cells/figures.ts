import { sql } from 'kysely';
import { z } from 'zod';
import { type CountFigure, type Figure, type FlowRow, figure, type StockRow } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { titles } from './contract.ts';

type Args = Record<string, string>;
type Why = { why: string };

const common = {
  type: 'count',
  of: 'unit',
  place: 'subject',
  measure: 'units',
  args: z.strictObject({ title: z.enum(titles).optional() }),
  partition: [{ arg: 'title' }],
} as const satisfies Partial<CountFigure>;

const flow = { ...common, counts: 'occurrences', time: 'flow' } as const;

const spells = (facts: FactSource, { title }: Args, status: 'registered' | 'recognised') => sql`
  ${facts.table('modelTitle', 'm')}
  where m.status = ${sql.lit(status)} and ${title === undefined ? sql`true` : sql`m.title = ${title}`}`;

// The unit's titles are told apart; the same title recognised again is the same one.
const which = sql`m.unit_id::text || ':' || m.title as id, m.unit_id as subject_id, m.unit_id`;
const one = sql`m.act_id as id, m.unit_id as subject_id, m.unit_id`;
const shown = sql`to_char(upper(m.valid), 'DD/MM/YYYY')`;

const modelTitles = figure({
  ...common,
  counts: 'distinct',
  time: 'stock',
  name: 'model-titles',
  title: { vi: 'Chi bộ kiểu mẫu, tổ chức đảng bốn tốt', en: 'Model titles borne' },
  definition: {
    vi: 'Số tổ chức đảng mang danh hiệu (title nếu nêu) đã được công nhận và chưa bị thu hồi vào ngày hỏi; mỗi danh hiệu của một tổ chức đảng tính một lần. Tổ chức đảng kết thúc thì danh hiệu không chuyển sang nơi tiếp nhận.',
    en: 'Units that on the day bear a title (that one, if asked), recognised and not revoked; each title of a unit counts once. The title of a unit that ended does not pass to its successor.',
  },
  rows: (facts, args) => sql<StockRow>`(select ${which}, m.valid, m.act_id from ${spells(facts, args, 'recognised')})`,
  considered: (facts, args) => sql<StockRow & Why>`(
    select ${which}, m.valid, m.act_id, 'đã đăng ký, chưa được công nhận' as why from ${spells(facts, args, 'registered')}
    union all
    select ${which}, daterange(upper(m.valid), null), m.ended_act_id, 'thu hồi ngày ' || ${shown}
    from ${spells(facts, args, 'recognised')} and m.ended_as = 'revoked')`,
});

const modelTitlesRecognised = figure({
  ...flow,
  name: 'model-titles-recognised',
  title: { vi: 'Lượt công nhận chi bộ kiểu mẫu, tổ chức đảng bốn tốt', en: 'Model titles recognised' },
  definition: {
    vi: 'Số lượt công nhận danh hiệu (title nếu nêu) trong kỳ, tính theo ngày có hiệu lực của quyết định; kể cả công nhận lại.',
    en: 'Recognitions of a title (that one, if asked) in the period, by the day of effect; recognising again counts.',
  },
  rows: (facts, args) =>
    sql<FlowRow>`(select ${one}, lower(m.valid) as day, m.act_id from ${spells(facts, args, 'recognised')})`,
  // The recognition that followed, if any, gives the id: counted in the period, it is not listed here.
  considered: (facts, args) => sql<FlowRow & Why>`(
    select coalesce(case when m.ended_as = 'recognised' then m.ended_act_id end, m.act_id) as id,
           m.unit_id as subject_id, m.unit_id, lower(m.valid) as day, m.act_id,
           case when m.ended_as = 'recognised' then 'công nhận ngày ' || ${shown} else 'đã đăng ký, chưa được công nhận' end as why
    from ${spells(facts, args, 'registered')})`,
});

const modelTitlesRegistered = figure({
  ...flow,
  name: 'model-titles-registered',
  title: { vi: 'Lượt đăng ký chi bộ kiểu mẫu, tổ chức đảng bốn tốt', en: 'Model titles registered' },
  definition: {
    vi: 'Số lượt tổ chức đảng đăng ký danh hiệu (title nếu nêu) trong kỳ, tính theo ngày có hiệu lực.',
    en: 'Registrations for a title (that one, if asked) in the period, by the day of effect.',
  },
  rows: (facts, args) =>
    sql<FlowRow>`(select ${one}, lower(m.valid) as day, m.act_id from ${spells(facts, args, 'registered')})`,
});

const modelTitlesRevoked = figure({
  ...flow,
  name: 'model-titles-revoked',
  title: { vi: 'Lượt thu hồi danh hiệu kiểu mẫu, bốn tốt', en: 'Model titles revoked' },
  definition: {
    vi: 'Số lượt thu hồi danh hiệu (title nếu nêu) trong kỳ, tính theo ngày có hiệu lực.',
    en: 'Titles revoked (that one, if asked) in the period, by the day of effect.',
  },
  rows: (facts, args) => sql<FlowRow>`(
    select m.ended_act_id as id, m.unit_id as subject_id, m.unit_id, upper(m.valid) as day, m.ended_act_id as act_id
    from ${spells(facts, args, 'recognised')} and m.ended_as = 'revoked')`,
});

export const modelCellFigures: readonly Figure[] = [
  modelTitles,
  modelTitlesRecognised,
  modelTitlesRegistered,
  modelTitlesRevoked,
];
