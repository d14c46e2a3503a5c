import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type CountFigure, type Figure, type FlowRow, figure, type StockRow } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { outcomeLabels, outcomes } from './contract.ts';

const common = {
  type: 'count',
  of: 'unit',
  counts: 'occurrences',
  place: 'subject',
  measure: 'units',
} as const satisfies Partial<CountFigure>;

type Why = { why: string };

const cases = (facts: FactSource) => facts.table('strengtheningCase', 'c');
const who = sql`c.act_id as id, c.unit_id as subject_id, c.unit_id`;
const shown = (day: RawBuilder<unknown>) => sql`to_char(${day}, 'DD/MM/YYYY')`;

const outcomeText = sql`case c.outcome ${sql.join(
  Object.entries(outcomeLabels).map(([code, { vi }]) => sql`when ${sql.lit(code)} then ${sql.lit(vi)}`),
  sql` `,
)} end`;

const strengtheningCases = figure({
  ...common,
  time: 'flow',
  name: 'strengthening-cases',
  title: { vi: 'Tổ chức đảng được đưa vào diện củng cố', en: 'Strengthening cases opened' },
  definition: {
    vi: 'Số lượt tổ chức đảng yếu kém, có khó khăn được đưa vào diện củng cố trong kỳ, tính theo ngày có hiệu lực của quyết định, ở tổ chức đảng đó.',
    en: 'Cases of strengthening opened in the period, by their day of effect, at the organisation that is strengthened.',
  },
  rows: (facts) => sql<FlowRow>`(select ${who}, lower(c.valid) as day, c.act_id from ${cases(facts)})`,
  considered: (facts) => sql<FlowRow & Why>`(
    select ${who}, upper(c.valid) as day, c.act_id, 'kết thúc trong kỳ, mở ngày ' || ${shown(sql`lower(c.valid)`)} as why
    from ${cases(facts)} where not upper_inf(c.valid))`,
});

const strengtheningCasesOpen = figure({
  ...common,
  time: 'stock',
  name: 'strengthening-cases-open',
  title: { vi: 'Tổ chức đảng đang được củng cố', en: 'Strengthening cases open' },
  definition: {
    vi: 'Số tổ chức đảng đang trong diện củng cố vào ngày hỏi. Tổ chức đảng đã kết thúc thì không còn tính; nơi tiếp nhận nếu phải củng cố thì mở việc mới.',
    en: 'Organisations that are being strengthened on the day. One that ended no longer counts; if its successor has to be strengthened, a case is opened there.',
  },
  rows: (facts) => sql<StockRow>`(select ${who}, c.valid, c.act_id from ${cases(facts)})`,
});

const strengtheningCasesOverdue = figure({
  ...common,
  time: 'stock',
  name: 'strengthening-cases-overdue',
  title: { vi: 'Tổ chức đảng quá thời hạn củng cố', en: 'Strengthening cases overdue' },
  definition: {
    vi: 'Trong số tổ chức đảng đang được củng cố vào ngày hỏi: thời hạn (dueOn) của quyết định đã qua.',
    en: 'Of the cases open on the day, those whose deadline (dueOn), as the decision set it, has passed.',
  },
  rows: (facts) => sql<StockRow>`(
    select ${who}, c.valid * daterange(c.due_on + 1, null) as valid, c.act_id from ${cases(facts)}
    where c.due_on is not null and c.valid && daterange(c.due_on + 1, null))`,
  considered: (facts) => sql<StockRow & Why>`(
    select ${who}, c.valid, c.act_id, coalesce('còn trong thời hạn, đến ngày ' || ${shown(sql`c.due_on`)}, 'không có thời hạn') as why
    from ${cases(facts)})`,
});

// A case may close because its unit ends that day, or be told later: it then counts with the last superior or, when that
// one has ended by then too (the districts in 2025), with whoever took over from it.
const closedAt = (facts: FactSource) => sql`
  ${cases(facts)}
  left join ${facts.table('unitLife', 'l')} on l.unit_id = c.unit_id and upper(l.valid) <= upper(c.valid)
  left join ${facts.table('unitParent', 'u')} on u.unit_id = c.unit_id and upper(u.valid) = upper(l.valid)
  left join lateral (
    with recursive heir as (
      select u.parent_id as unit_id, 0 as depth
      union all
      select coalesce(e.successor_id, p.parent_id), h.depth + 1
      from heir h join ${facts.table('unitLife', 'e')} on e.unit_id = h.unit_id and upper(e.valid) <= upper(c.valid)
      left join ${facts.table('unitParent', 'p')} on p.unit_id = e.unit_id and upper(p.valid) = upper(e.valid)
      where h.depth < 50
    ) select h.unit_id from heir h where h.unit_id is not null order by h.depth desc limit 1
  ) h on true`;

const strengtheningCasesClosed = figure({
  ...common,
  time: 'flow',
  name: 'strengthening-cases-closed',
  title: { vi: 'Tổ chức đảng kết thúc củng cố', en: 'Strengthening cases closed' },
  definition: {
    vi: 'Số việc củng cố kết thúc trong kỳ (theo kết quả outcome nếu nêu), tính theo ngày có hiệu lực, ở tổ chức đảng được củng cố; tổ chức đảng đã kết thúc thì tính ở cấp trên trực tiếp cuối cùng.',
    en: 'Cases closed in the period (with that outcome, if asked), by their day of effect, at the organisation; where it has ended, at its last direct superior.',
  },
  args: z.strictObject({ outcome: z.enum(outcomes).optional() }),
  partition: [{ arg: 'outcome' }],
  rows: (facts, { outcome }) => sql<FlowRow>`(
    select c.act_id as id, c.unit_id as subject_id, coalesce(h.unit_id, c.unit_id) as unit_id,
           upper(c.valid) as day, c.closed_act_id as act_id
    from ${closedAt(facts)}
    where c.outcome is not null and ${outcome === undefined ? sql`true` : sql`c.outcome = ${outcome}`})`,
  considered: (facts) => sql<FlowRow & Why>`(
    select ${who}, lower(c.valid) as day, c.act_id,
           coalesce('kết thúc ngày ' || ${shown(sql`upper(c.valid)`)} || ': ' || ${outcomeText}, 'chưa kết thúc') as why
    from ${cases(facts)}
    union all
    select c.act_id, c.unit_id, coalesce(h.unit_id, c.unit_id), upper(c.valid), c.closed_act_id,
           'kết thúc ngày ' || ${shown(sql`upper(c.valid)`)} || ': ' || ${outcomeText}
    from ${closedAt(facts)} where c.outcome is not null)`,
});

export const strengtheningFigures: readonly Figure[] = [
  strengtheningCases,
  strengtheningCasesOpen,
  strengtheningCasesOverdue,
  strengtheningCasesClosed,
];
