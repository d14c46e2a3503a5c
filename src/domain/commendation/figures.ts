import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { grassrootsKinds, kindLabels, unitKinds } from '#/domain/units/api.ts';
import { type FlowRow, figure } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { nameText, slug } from './acts.ts';
import { formLabels, forms, levelLabels, levels } from './contract.ts';

/** The lines of Form 7, part I, as kinds of units: "đảng bộ bộ phận" is the section, since 26/7/2026 the sub-grassroots body. */
const kindGroups: Record<string, readonly string[]> = {
  'above-grassroots': ['district', 'bloc', 'commune', 'agency-body'],
  grassroots: grassrootsKinds,
  intermediate: ['section', 'sub-grassroots-body'],
};

const args = z.strictObject({
  subject: z.enum(['collective', 'individual']).optional(),
  form: z.enum(forms).optional(),
  title: nameText.optional(),
  issuer: nameText.optional(),
  level: z.enum(levels).optional(),
  occasion: slug.optional(),
  unitKind: z.enum([...Object.keys(kindGroups), ...unitKinds]).optional(),
  recipient: z.enum(['organisation', 'within']).optional(),
});
type Args = Record<string, string>;

const commendation = { of: sql.ref('c.subject_kind'), form: sql.ref('c.form'), kind: sql.ref('k.kind') };

/** A code in Vietnamese. */
const said = (column: RawBuilder<unknown>, texts: Record<string, { vi: string }>) =>
  sql`case ${column} ${sql.join(
    Object.entries(texts).map(([code, { vi }]) => sql`when ${sql.lit(code)} then ${sql.lit(vi)}`),
    sql` `,
  )} end`;

/** Its asked condition; why a row that does not answer it is not counted, `note` with names that only who may see the row reads. */
interface Asks {
  asked: RawBuilder<unknown>;
  why: RawBuilder<unknown>;
  note?: RawBuilder<unknown>;
}

/** What each argument asks of a row. */
const questions: Record<string, (value: string) => Asks> = {
  subject: (value) => ({
    asked: sql`${commendation.of} = ${value === 'collective' ? 'unit' : 'person'}`,
    why: sql`case ${commendation.of} when 'unit' then 'khen tập thể' else 'khen cá nhân' end`,
  }),
  recipient: (value) => ({
    asked: value === 'within' ? sql`c.recipient is not null` : sql`c.recipient is null`,
    why: sql`case when c.recipient is null then 'khen chính tổ chức đảng' else 'khen tập thể trong tổ chức đảng' end`,
  }),
  form: (value) => ({
    asked: sql`${commendation.form} = ${value}`,
    why: sql`'hình thức: ' || ${said(commendation.form, formLabels)}`,
  }),
  title: (value) => ({
    asked: sql`c.title = ${value}`,
    why: sql`case when c.title is null then 'không ghi danh hiệu' else 'danh hiệu khác' end`,
    note: sql`'danh hiệu: ' || c.title`,
  }),
  issuer: (value) => ({
    asked: sql`c.issuer = ${value}`,
    why: sql`'nơi tặng khác'`,
    note: sql`'nơi tặng: ' || c.issuer`,
  }),
  level: (value) => ({
    asked: sql`c.issuer_level = ${value}`,
    why: sql`'nơi tặng thuộc ' || ${said(sql.ref('c.issuer_level'), levelLabels)}`,
  }),
  occasion: (value) => ({
    asked: sql`c.occasion = ${value}`,
    why: sql`case when c.occasion is null then 'không ghi dịp khen' else 'dịp khen khác' end`,
    note: sql`'dịp khen: ' || c.occasion`,
  }),
  unitKind: (value) => ({
    asked: sql`${commendation.kind} in (${sql.join(kindGroups[value] ?? [value])})`,
    why: sql`'loại tổ chức: ' || coalesce(${said(commendation.kind, kindLabels)}, 'không rõ')`,
  }),
};

const asksOf = (asked: Args) =>
  Object.entries(asked).flatMap(([name, value]) => {
    const question = questions[name]?.(value);
    return question === undefined ? [] : [question];
  });

/** Of an organisation its own kind (its last, if it had ended); of a member that of the unit where he or she stands. */
function withKind(facts: FactSource, asked: Args): RawBuilder<unknown> {
  return asked.unitKind === undefined ? sql`` : kindOf(facts);
}

function kindOf(facts: FactSource): RawBuilder<unknown> {
  return sql`left join lateral (
    select u.kind from ${facts.table('unitKind', 'u')}
    where u.unit_id = case c.subject_kind when 'unit' then c.subject_id else c.unit_id end and lower(u.valid) <= c.on_day
    order by lower(u.valid) desc limit 1
  ) k on true`;
}

const columns = sql`c.act_id as id, c.subject_id, c.unit_id, c.on_day as day, c.act_id, c.recipient as label, c.scope`;
const all = (conditions: RawBuilder<unknown>[]) =>
  conditions.length === 0 ? sql`true` : sql`coalesce(${sql.join(conditions, sql` and `)}, false)`;

function commendationRows(facts: FactSource, asked: Args): RawBuilder<FlowRow> {
  return sql<FlowRow>`(
    select ${columns} from ${facts.table('commendation', 'c')} ${withKind(facts, asked)}
    where ${all(asksOf(asked).map((one) => one.asked))}
  )`;
}

function otherCommendations(facts: FactSource, asked: Args): RawBuilder<FlowRow & { why: string }> {
  const asks = asksOf(asked);
  const first = (of: (one: Asks) => RawBuilder<unknown>) =>
    asks.length === 0
      ? sql`''`
      : sql`case ${sql.join(
          asks.map((one) => sql`when not coalesce(${one.asked}, false) then ${of(one)}`),
          sql` `,
        )} end`;
  const why = first((one) => one.why);
  const note = first((one) => one.note ?? sql`null`);
  return sql<FlowRow & { why: string }>`(
    select ${columns}, ${why} as why, ${note} as note from ${facts.table('commendation', 'c')} ${withKind(facts, asked)}
    where not ${all(asks.map((one) => one.asked))}
  )`;
}

export const commendations = figure({
  type: 'count',
  of: 'act',
  counts: 'occurrences',
  place: 'subject',
  time: 'flow',
  name: 'commendations',
  labelled: true,
  noted: true,
  title: { vi: 'Lượt khen thưởng tập thể, cá nhân', en: 'Commendations' },
  definition: {
    vi: 'Số lượt khen thưởng trong kỳ, tính theo ngày có hiệu lực, mỗi tập thể hay cá nhân trong một quyết định là một lượt, ở tổ chức được khen hoặc nơi đảng viên sinh hoạt ngày đó. Lọc theo: subject (tập thể, cá nhân), form (hình thức), title, issuer (đúng tên nơi tặng), level (cấp của nơi tặng), occasion (dịp), unitKind (loại tổ chức: của tập thể được khen hoặc của nơi sinh hoạt), recipient (chính tổ chức đảng hay tập thể bên trong). Không gồm Huy hiệu Đảng. Mục I Biểu 7: recipient=organisation.',
    en: 'Awards of the period by the day of effect, each collective or individual of a decision once, at the organisation commended or where the member stands on that day. By: subject, form, title, issuer (its exact name), level (of the issuer), occasion, unitKind (of the organisation commended, or of the unit where the member stands), recipient (the organisation itself, or a collective within it). Party badges are not among them. Form 7, part I: recipient=organisation.',
  },
  instrument: '11-HD/BTCTW, 13/12/2021',
  measure: 'occurrences',
  args,
  partition: [
    ...['subject', 'form', 'level', 'recipient', 'issuer', 'occasion'].map((arg) => ({ arg })),
    { arg: 'unitKind', groups: kindGroups },
  ],
  rows: commendationRows,
  breakdown: {
    rows: (facts, wanted) => sql<FlowRow>`(
      select ${columns}, c.subject_kind as subject, c.form, c.recipient is null as own ${wanted.has('kind') ? sql`, k.kind` : sql``}
      from ${facts.table('commendation', 'c')} ${wanted.has('kind') ? kindOf(facts) : sql``})`,
    args: {
      subject: { column: 'subject', is: (asked, told) => told === (asked === 'collective' ? 'unit' : 'person') },
      form: { column: 'form', is: (asked, told) => told === asked },
      recipient: { column: 'own', is: (asked, told) => told === (asked === 'organisation') },
      unitKind: { column: 'kind', is: (asked, told) => (kindGroups[asked] ?? [asked]).includes(String(told)) },
    },
    together: [['subject', 'form', 'own', 'kind']],
  },
  considered: otherCommendations,
});
