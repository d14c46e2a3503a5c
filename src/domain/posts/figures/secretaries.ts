import { sql } from 'kysely';
import { z } from 'zod';
import { grassrootsKinds, unitKinds } from '#/domain/units/api.ts';
import { type CountFigure, type Figure, figure } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { type Args, consideredStock, stock } from './rows.ts';

const common = {
  type: 'count',
  of: 'person',
  counts: 'distinct',
  place: 'subject',
  time: 'stock',
  measure: 'persons',
} as const satisfies Partial<CountFigure>;

const grassroots = sql`k.kind in (${sql.join(grassrootsKinds)})`;

const secretaryOf = (facts: FactSource) => sql`
  ${facts.table('post', 'p')}
  join ${facts.table('unitKind', 'k')} on k.unit_id = p.unit_id and k.valid && p.valid`;

const who = sql`p.person_id as id, p.person_id as subject_id, p.unit_id, p.act_id`;

const secretaries = figure({
  ...common,
  name: 'secretaries',
  title: { vi: 'Bí thư cấp ủy, bí thư chi bộ', en: 'Secretaries' },
  definition: {
    vi: 'Số bí thư của các tổ chức đảng (thuộc loại kind nếu nêu) vào ngày hỏi; tính ở tổ chức đảng đó, mỗi người một lần.',
    en: 'Secretaries of units (of that kind, if asked) on the day; they count at the unit, each person once.',
  },
  args: z.strictObject({ kind: z.enum(unitKinds).optional() }),
  partition: [{ arg: 'kind' }],
  rows: (facts, { kind }) =>
    stock(sql`select ${who}, p.valid * k.valid as valid from ${secretaryOf(facts)}
    where p.post = 'secretary' and ${kind === undefined ? sql`true` : sql`k.kind = ${kind}`}`),
});

const grassrootsSecretaries = figure({
  ...common,
  name: 'grassroots-secretaries',
  title: { vi: 'Bí thư tổ chức cơ sở đảng', en: 'Secretaries of grassroots organisations' },
  definition: {
    vi: 'Số bí thư đảng bộ cơ sở, chi bộ cơ sở vào ngày hỏi; mỗi người một lần.',
    en: 'Secretaries of grassroots bodies and grassroots cells on the day; each person once.',
  },
  rows: (facts) =>
    stock(sql`select ${who}, p.valid * k.valid as valid from ${secretaryOf(facts)}
    where p.post = 'secretary' and ${grassroots}`),
  considered: (facts) =>
    consideredStock(sql`
    select ${who}, p.valid * k.valid as valid, 'bí thư của tổ chức đảng không phải là tổ chức cơ sở' as why
    from ${secretaryOf(facts)} where p.post = 'secretary' and not ${grassroots}`),
});

const ofAskedKind = ({ kind }: Args) => (kind === undefined ? grassroots : sql`k.kind = ${kind}`);

/** Grassroots secretaries, or those of the asked kind, beside a post of the agency that they hold at the same unit, on the days that they share. */
const besides = (facts: FactSource, office: string, args: Args) => sql`
  ${secretaryOf(facts)}
  join ${facts.table('post', 'o')} on o.person_id = p.person_id and o.unit_id = p.unit_id
    and o.post = ${sql.lit(office)} and o.valid && (p.valid * k.valid)
  where p.post = 'secretary' and ${ofAskedKind(args)}`;

const secretariesHeadingTheirAgency = figure({
  ...common,
  name: 'secretaries-heading-their-agency',
  title: { vi: 'Bí thư đồng thời là thủ trưởng cơ quan, đơn vị', en: 'Secretaries who head their agency' },
  definition: {
    vi: 'Số bí thư tổ chức cơ sở đảng (hoặc của loại tổ chức đảng kind nếu nêu) vào ngày hỏi đồng thời giữ chức vụ thủ trưởng cơ quan, đơn vị (agency-head) ở chính tổ chức đảng đó: bí thư đảng ủy xã là chủ tịch UBND, bí thư chi bộ là trưởng thôn; mỗi người một lần.',
    en: 'Secretaries of grassroots organisations (or of units of that kind, if asked) who on the day also head the agency (agency-head) of that same organisation: the chairman of the commune, the head of the village; each person once.',
  },
  args: z.strictObject({ kind: z.enum(unitKinds).optional() }),
  rows: (facts, args) =>
    stock(sql`select ${who}, p.valid * k.valid * o.valid as valid from ${besides(facts, 'agency-head', args)}`),
  // The deputy's days are cut out of the rest, so that nobody is listed with two reasons on one day.
  considered: (facts, args) =>
    consideredStock(sql`
    select ${who}, p.valid * k.valid * o.valid as valid, 'là cấp phó của thủ trưởng cơ quan, đơn vị' as why
    from ${besides(facts, 'agency-deputy-head', args)}
    union all
    select ${who}, unnest(datemultirange(p.valid * k.valid) - coalesce(d.days, '{}')),
           'không phải là thủ trưởng cơ quan, đơn vị'
    from ${secretaryOf(facts)}
    left join lateral (
      select range_agg(o.valid) as days from ${facts.table('post', 'o')}
      where o.person_id = p.person_id and o.unit_id = p.unit_id and o.post = 'agency-deputy-head') d on true
    where p.post = 'secretary' and ${ofAskedKind(args)}`),
});

const secretariesHeadingTheirAgencyShare = figure({
  type: 'ratio',
  time: 'stock',
  name: 'secretaries-heading-their-agency-share',
  title: {
    vi: 'Tỷ lệ bí thư đồng thời là thủ trưởng cơ quan, đơn vị',
    en: 'Share of secretaries who head their agency',
  },
  definition: {
    vi: 'Số bí thư tổ chức cơ sở đảng đồng thời là thủ trưởng cơ quan, đơn vị chia cho số bí thư tổ chức cơ sở đảng vào ngày hỏi.',
    en: 'Secretaries of grassroots organisations who head their agency, of all such secretaries on the day.',
  },
  measure: 'percent',
  numerator: { figure: secretariesHeadingTheirAgency.name },
  denominator: { figure: grassrootsSecretaries.name },
  decimals: 1,
});

const secretaryDays = (facts: FactSource) => sql`
  left join lateral (
    select range_agg(p.valid) as days from ${facts.table('post', 'p')}
    where p.unit_id = k.unit_id and p.post = 'secretary') s on true`;

const unitsWithoutSecretary = figure({
  ...common,
  name: 'units-without-secretary',
  of: 'unit',
  measure: 'units',
  title: { vi: 'Tổ chức đảng khuyết bí thư', en: 'Units without a secretary' },
  definition: {
    vi: 'Số tổ chức cơ sở đảng (hoặc tổ chức đảng thuộc loại kind nếu nêu) có vào ngày hỏi mà sổ chưa ghi ai đang là bí thư.',
    en: 'Grassroots organisations (or units of that kind, if asked) that exist on the day and for which the register knows no secretary.',
  },
  args: z.strictObject({ kind: z.enum(unitKinds).optional() }),
  rows: (facts, args) =>
    stock(sql`
    select k.unit_id as id, k.unit_id as subject_id, k.unit_id, k.act_id,
           unnest(datemultirange(k.valid) - coalesce(s.days, '{}')) as valid
    from ${facts.table('unitKind', 'k')} ${secretaryDays(facts)} where ${ofAskedKind(args)}`),
  considered: (facts, args) =>
    consideredStock(sql`
    select k.unit_id as id, k.unit_id as subject_id, k.unit_id, p.act_id, p.valid * k.valid as valid, 'đã có bí thư' as why
    from ${secretaryOf(facts)} where p.post = 'secretary' and ${ofAskedKind(args)}`),
});

export const secretaryFigures: readonly Figure[] = [
  secretaries,
  grassrootsSecretaries,
  secretariesHeadingTheirAgency,
  secretariesHeadingTheirAgencyShare,
  unitsWithoutSecretary,
];
