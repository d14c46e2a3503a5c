import { sql } from 'kysely';
import type { UnitChildRow } from '#/domain/units/page-figures-contract.ts';
import { fromTallies } from '#/kernel/figures/evaluate.ts';
import type { CountFigure, TargetFigure } from '#/kernel/figures/figure.ts';
import { type Frame, frameOn, isOn } from '#/kernel/figures/frame.ts';
import { evaluateTarget } from '#/kernel/figures/target.ts';
import type { OpenUnit } from './open-unit.ts';
import { type Span, timesOf } from './periods.ts';

interface Row
  extends Pick<UnitChildRow, 'id' | 'code' | 'name' | 'kind' | 'type' | 'children' | 'level' | 'secretary'> {}

/** The direct subordinates of the day, each with its own numbers: a province has thousands, so nothing is asked unit by unit. */
export async function childrenOf(unit: OpenUnit): Promise<UnitChildRow[]> {
  const { year, classified } = timesOf(unit.on);
  const rows = await rowsOf(unit, Number(classified.now.from.slice(0, 4)));
  const ids = rows.map(({ id }) => id);
  const { catalogue } = unit;
  const counts = await unit.count(async (frame) => {
    const of = (name: string, span: Span, args: Record<string, string> = {}) =>
      countOfEach(frame, catalogue.get(name) as CountFigure, args, { ids, span });
    return {
      members: await of('members', year.now),
      admissions: await of('admissions', year.now),
      classified: await of('members-classified', classified.now),
      good: await of('members-classified', classified.now, { level: 'good-or-above' }),
      targets: await targetsBelow(frame, catalogue.get('targets-below') as TargetFigure, year.now),
    };
  });
  return rows.map((row) => ({
    ...row,
    members: counts.members.get(row.id) ?? 0,
    admissions: counts.admissions.get(row.id) ?? 0,
    classified: counts.classified.get(row.id) ?? 0,
    good: counts.good.get(row.id) ?? 0,
    target: counts.targets.get(row.code) ?? null,
  }));
}

async function rowsOf({ db, facts, unitId, on, scope }: OpenUnit, year: number): Promise<Row[]> {
  const { table } = facts;
  const { rows } = await sql<Row>`
    select p.unit_id as id, c.code, n.name, k.kind, k.type, coalesce(b.count, 0)::integer as children, g.level, s.name as secretary
    from ${table('unitParent', 'p')}
    join ${table('unitCode', 'c')} on c.unit_id = p.unit_id and c.valid @> ${on}::date
    join ${table('unitName', 'n')} on n.unit_id = p.unit_id and n.valid @> ${on}::date
    left join ${table('unitKind', 'k')} on k.unit_id = p.unit_id and k.valid @> ${on}::date
    left join (
      select q.parent_id, count(*) as count from ${table('unitParent', 'q')} where q.valid @> ${on}::date group by q.parent_id
    ) b on b.parent_id = p.unit_id
    left join ${table('classification', 'g')} on g.subject_id = p.unit_id and g.for_year = ${year}
    left join lateral (
      select r.name from ${table('post', 'o')}
      left join ${table('personRecord', 'r')} on r.person_id = o.person_id and r.valid @> ${on}::date
      where o.unit_id = p.unit_id and o.post = 'secretary' and o.valid @> ${on}::date order by lower(o.valid) desc limit 1
    ) s on true
    where p.parent_id = ${unitId}::uuid and p.valid @> ${on}::date
      and exists (select from unit_scope v where v.unit_id = p.unit_id and strpos(v.path, ${scope}) > 0)
    order by c.code`.execute(db);
  return rows;
}

interface Each {
  ids: string[];
  span: Span;
}

/** The same number that each would be told when asked alone. */
async function countOfEach(
  frame: Frame,
  figure: CountFigure,
  args: Record<string, string>,
  { ids, span }: Each,
): Promise<Map<string, number>> {
  const at = frameOn(frame, { on: span.to, ...span });
  if (figure.tally && frame.isCurrent) return fromTallies(at, figure, args, ids);
  const day = figure.time === 'stock' ? sql`${span.to}::date` : sql`r.day`;
  const counted =
    figure.time === 'stock' ? isOn(sql`r.valid`, day) : sql`r.day between ${span.from}::date and ${span.to}::date`;
  const { rows } = await sql<{ unitId: string; count: number }>`
    select l.ancestor_id as unit_id, count(distinct r.id) as count from (${figure.rows(at.facts, args, { from: figure.time === 'stock' ? span.to : span.from, to: span.to, units: null })}) r
    join ${at.facts.table('unitLine', 'l')} on l.unit_id = r.unit_id and ${isOn(sql`l.valid`, day)}
    where ${counted} and l.ancestor_id in (select unnest(${ids}::uuid[])) group by l.ancestor_id`.execute(frame.tx);
  return new Map(rows.map(({ unitId, count }) => [unitId, Number(count)]));
}

/** What each was given to admit, by its code. */
async function targetsBelow(frame: Frame, figure: TargetFigure, span: Span): Promise<Map<string, number>> {
  const { list } = await evaluateTarget(frameOn(frame, { on: span.to, ...span }), figure, { of: 'admissions' });
  return new Map(list.map(({ unit, value }) => [unit?.code ?? '', value ?? 0]));
}
