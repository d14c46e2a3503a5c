import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import type { ListEntry } from '#/kernel/figures/figure.ts';
import { type Frame, frameOn, inFrame } from '#/kernel/figures/frame.ts';
import { countedRows, toEntries, withLabels } from '#/kernel/figures/list.ts';
import { addDays } from '#/platform/day.ts';
import type { DB } from '#/platform/db/types.gen.ts';
import { Problem } from '#/platform/errors.ts';
import type { Period } from '../period.ts';
import { asQuestion, type ReportRequest } from '../report.ts';
import { movements } from './movements.ts';
import { openingDay, registrationDays, registrations } from './registrations.ts';
import { type FormRow, rows } from './rows.ts';
import { membersFigure } from './tally.ts';

/** The names behind one row: members on a day (A, D), or the movements of its lines. */
export async function openRow(
  tx: Kysely<DB>,
  catalogue: Catalogue,
  request: ReportRequest,
  name: string,
): Promise<ListEntry[]> {
  const row = rows.find((one) => one.row === name);
  if (row === undefined)
    throw new Problem('report.row', `Form 1 has no row "${name}". It has ${rows.map((one) => one.row).join(', ')}.`, {
      status: 404,
    });
  return inFrame(tx, asQuestion(request), (frame) => entriesOf(frame, catalogue, request, row));
}

/** The same within an evaluation, for the unit of the frame. */
export async function entriesOf(
  frame: Frame,
  catalogue: Catalogue,
  { from, to }: Period,
  row: FormRow,
): Promise<ListEntry[]> {
  const members = membersFigure(catalogue);
  const standing = row.row === 'D' ? to : row.row === 'A' ? addDays(from, -1) : null;
  const stood =
    standing === null ? [] : await countedRows(frameOn(frame, { on: standing, from: null, to: null }), members, {});
  const moved =
    row.lines.length === 0
      ? []
      : await withLabels(frame, members, await movedRows(frame, catalogue, { from, to }, row.lines));
  const entries = await toEntries(frame, members, [...stood, ...moved]);
  return entries.map(({ row: _, ...entry }) => entry);
}

/**
 * Rows of the shape that the kernel lists. Where no act about the member moved him, it was the tree: the row then names the
 * unit in which he stood (of the eve, unless that ended and a successor has him) and the act that changed the tree on that day.
 */
async function movedRows(
  frame: Frame,
  catalogue: Catalogue,
  { from, to }: Period,
  lines: readonly string[],
): Promise<RawBuilder<unknown>> {
  const { table } = frame.facts;
  const period = [{ from, to }];
  const days = (await registrationDays(frame, catalogue, period)).map(({ day }) => day);
  const opening = await openingDay(frame, days);
  return sql`
    select m.person_id as id, m.person_id as subject_id, m.day, m.day as since, coalesce(m.unit_id, stood.unit_id) as unit_id,
      coalesce(m.act_id, case when lower(a.valid) = m.day and a.entry = 'reorganised' then a.act_id end, moved.act_id, ended.act_id,
        a.act_id, b.act_id) as act_id
    from (
      select person_id, day, unit_id, act_id, line from ${await movements(frame, period, 'each')} o
      union all
      select person_id, day, unit_id, act_id, case when day = ${opening}::date then 'opening' else line end
      from ${registrations(frame, period)} r
    ) m
    left join ${table('standing', 'a')} on m.act_id is null and a.person_id = m.person_id and a.valid @> m.day
    left join ${table('standing', 'b')} on m.act_id is null and b.person_id = m.person_id and b.valid @> m.day - 1
    left join lateral (
      select coalesce(case when m.line = 'C6' or exists (
          select from ${table('unitLine', 'l')}
          where l.ancestor_id = ${frame.unitId}::uuid and l.unit_id = b.unit_id and l.valid @> m.day)
        then b.unit_id else a.unit_id end, a.unit_id, b.unit_id) as unit_id) stood on true
    left join lateral (
      select p.act_id from ${table('unitLine', 'l')} join ${table('unitParent', 'p')} on p.unit_id = l.ancestor_id
      where l.unit_id = stood.unit_id and l.valid @> m.day and lower(p.valid) = m.day order by l.depth limit 1) moved on true
    left join lateral (
      select f.end_act_id as act_id from ${table('unitLine', 'l')} join ${table('unitLife', 'f')} on f.unit_id = l.ancestor_id
      where l.unit_id = b.unit_id and l.valid @> m.day - 1 and upper(f.valid) = m.day order by l.depth limit 1) ended on true
    where m.line = any(${[...lines]}::text[])`;
}
