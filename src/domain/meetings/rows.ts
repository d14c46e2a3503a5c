import { type RawBuilder, sql } from 'kysely';
import { cellKinds } from '#/domain/units/api.ts';
import type { Amount, FlowRow } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';

/** Which meetings are asked for. */
export interface Asked {
  sort?: string;
  body?: string;
}

/** Meetings, each an occurrence at the unit that met. */
export function meetingRows(facts: FactSource, { sort, body }: Asked) {
  let rows = facts.db
    .selectFrom(facts.table('meeting', 'm'))
    .select(['m.actId as id', 'm.unitId as subjectId', 'm.unitId as unitId', 'm.onDay as day', 'm.actId as actId']);
  if (sort !== undefined) rows = rows.where('m.sort', '=', sort);
  if (body !== undefined) rows = rows.where('m.body', '=', body);
  return rows;
}

/** How many were there, or had to be. */
export function headsOf(facts: FactSource, asked: Asked, which: 'present' | 'convened'): RawBuilder<Amount> {
  const { sort = null, body = null } = asked;
  return sql<Amount>`(
    select m.unit_id, m.act_id, m.on_day as day, ${sql.ref(`m.${which}`)} as amount from ${facts.table('meeting', 'm')}
    where (${sort}::text is null or m.sort = ${sort}) and (${body}::text is null or m.body = ${body})
  )`;
}

/** Regular meetings of cells; the row is about the cell, whose id makes it distinct. */
export function cellsThatMet(facts: FactSource): RawBuilder<FlowRow> {
  return sql<FlowRow>`(
    select m.unit_id as id, m.unit_id as subject_id, m.unit_id, m.on_day as day, m.act_id from ${facts.table('meeting', 'm')}
    where m.sort = 'regular' and m.body = 'cell' and exists (
      select from ${facts.table('unitKind', 'k')} where k.unit_id = m.unit_id and k.valid @> m.on_day and ${isCell}
    )
  )`;
}

/**
 * A cell and a whole month of its life without a regular meeting; it counts on the month's last day, for until then the
 * meeting may come. Months are counted out for any year that can be asked: those outside the asked period fall away first.
 */
export function monthsWithout(facts: FactSource): RawBuilder<FlowRow & { why: string }> {
  const { span } = facts;
  const firstMonth = sql`date_trunc('month', ${span?.from ?? '1930-01-01'}::timestamp)`;
  const lastMonth = sql`${span?.to ?? '2199-12-01'}::timestamp`;
  return sql<FlowRow & { why: string }>`(
    select k.unit_id as id, k.unit_id as subject_id, k.unit_id, x.last as day, k.act_id,
      'tháng ' || to_char(x.last, 'FMMM/YYYY') || ' chưa sinh hoạt chi bộ thường kỳ' as why
    from (
      select d::date as first, (d + interval '1 month - 1 day')::date as last
      from generate_series(${firstMonth}, ${lastMonth}, interval '1 month') d
    ) x
    join ${facts.table('unitKind', 'k')} on coalesce(k.valid @> daterange(x.first, x.last, '[]'), false) and ${isCell}
    where not exists (
      select from ${facts.table('meeting', 'm')}
      where m.unit_id = k.unit_id and m.sort = 'regular' and m.body = 'cell'
        and date_trunc('month', m.on_day::timestamp) = x.first::timestamp
    )
  )`;
}

export const MONTHLY = '42-HD/BTCTW, 28/10/2025; trước đó 12-HD/BTCTW, 6/7/2018 và 09-HD/BTCTW, 2/3/2012';

/** That the kind `k` is one of a cell. */
export const isCell = sql<boolean>`k.kind in (${sql.join(cellKinds)})`;
