import { sql } from 'kysely';
import type { RelatedUnit, UnitHead } from '#/domain/units/page-contract.ts';
import { unitLabels } from '#/kernel/figures/unit-labels.ts';
import { addDays, type Day } from '#/platform/day.ts';
import { countsOfHead } from './head-counts.ts';
import type { OpenUnit } from './open-unit.ts';
import { sourcesOf } from './sources.ts';

interface Life {
  since: Day | null;
  until: Day | null;
  actId: string;
  endActId: string | null;
  endKind: string | null;
  successorId: string | null;
}

/** What the unit is on the day: name, place, how it came to be and how it ends, and its first numbers. */
export async function headOf(unit: OpenUnit): Promise<UnitHead> {
  const { facts, unitId, on, db } = unit;
  const life = await lifeOf(unit);
  const labelOf = await unitLabels(facts, [unitId]);
  const { rows: kinds } = await sql<{ kind: string; type: string | null }>`
    select k.kind, k.type from ${facts.table('unitKind', 'k')} where k.unit_id = ${unitId}::uuid and k.valid @> ${on}::date`.execute(
    db,
  );
  const source = await sourcesOf(unit, [life.actId, life.endActId]);
  return {
    id: unitId,
    ...labelOf(unitId, on),
    kind: kinds[0]?.kind ?? null,
    type: kinds[0]?.type ?? null,
    path: await pathOf(unit),
    founded: { on: life.since, source: source(life.actId) },
    ended: life.until === null ? null : { on: life.until, how: life.endKind ?? '', source: source(life.endActId) },
    ...(await relatedOf(unit, life)),
    names: await namesOf(unit),
    ...(await countsOfHead(unit)),
  };
}

async function lifeOf({ db, facts, unitId }: OpenUnit): Promise<Life> {
  const { rows } = await sql<Life>`
    select lower(l.valid) as since, upper(l.valid) as until, l.act_id, l.end_act_id, l.end_kind, l.successor_id
    from ${facts.table('unitLife', 'l')} where l.unit_id = ${unitId}::uuid`.execute(db);
  const none = { since: null, until: null, actId: '', endActId: null, endKind: null, successorId: null };
  return rows[0] ?? none; // as known before it was recorded
}

async function pathOf({ db, facts, unitId, on, scope }: OpenUnit): Promise<UnitHead['path']> {
  const { table } = facts;
  const { rows } = await sql<UnitHead['path'][number]>`
    select c.code, n.name from ${table('unitLine', 'u')}
    join unit_scope s on s.unit_id = u.ancestor_id and strpos(s.path, ${scope}) > 0
    join ${table('unitCode', 'c')} on c.unit_id = u.ancestor_id and c.valid @> ${on}::date
    join ${table('unitName', 'n')} on n.unit_id = u.ancestor_id and n.valid @> ${on}::date
    where u.unit_id = ${unitId}::uuid and u.depth > 0 and u.valid @> ${on}::date order by u.depth desc`.execute(db);
  return rows;
}

/** The names it had, the first one first; one that never changed is not told. */
async function namesOf({ db, facts, unitId }: OpenUnit): Promise<UnitHead['names']> {
  const { rows } = await sql<{ name: string; since: Day | null; until: Day | null }>`
    select n.name, lower(n.valid) as since, upper(n.valid) as until from ${facts.table('unitName', 'n')}
    where n.unit_id = ${unitId}::uuid order by n.valid`.execute(db);
  if (rows.length < 2) return [];
  return rows.map(({ name, since, until }) => ({ name, from: since, to: until === null ? null : addDays(until, -1) }));
}

/** Out of which units it came, by the day; and into which it went when it ended. */
async function relatedOf(
  unit: OpenUnit,
  { until, successorId }: Life,
): Promise<Pick<UnitHead, 'predecessors' | 'successors'>> {
  const { db, facts, unitId, on } = unit;
  const { rows: events } = await sql<{ onDay: Day; event: string; related: string[] }>`
    select e.on_day, e.event, e.related from ${facts.table('unitEvent', 'e')} where e.unit_id = ${unitId}::uuid`.execute(
    db,
  );
  const { rows: followed } = await sql<{ unitId: string; until: Day }>`
    select l.unit_id, upper(l.valid) as until from ${facts.table('unitLife', 'l')} where l.successor_id = ${unitId}::uuid`.execute(
    db,
  );
  const before = new Map<string, Day>();
  for (const { onDay, event, related } of events)
    if (['formed', 'split-off', 'absorbed'].includes(event))
      for (const id of related) before.set(id, addDays(onDay, -1));
  for (const one of followed) before.set(one.unitId, addDays(one.until, -1));
  const ending = events.filter(({ onDay }) => onDay === until).flatMap(({ related }) => related);
  const after = new Set(until === null ? [] : [...(successorId === null ? [] : [successorId]), ...ending]);
  after.delete(unitId);
  const known = [...before].filter(([, day]) => day < on);
  return {
    predecessors: await labelled(unit, known),
    successors: await labelled(
      unit,
      [...after].map((id) => [id, until as Day]),
    ),
  };
}

/** Units by the name of a day, in the order of days and codes; those outside the asker's scope are left out. */
export async function labelled(
  { db, facts, scope }: Pick<OpenUnit, 'db' | 'facts' | 'scope'>,
  units: readonly (readonly [string, Day])[],
): Promise<RelatedUnit[]> {
  if (units.length === 0) return [];
  const ids = units.map(([id]) => id);
  const { rows } = await sql<{ unitId: string }>`
    select s.unit_id from unit_scope s where s.unit_id = any(${ids}::uuid[]) and strpos(s.path, ${scope}) > 0`.execute(
    db,
  );
  const inScope = new Set(rows.map(({ unitId }) => unitId));
  const labelOf = await unitLabels(facts, ids);
  return units
    .filter(([id]) => inScope.has(id))
    .map(([id, on]) => ({ ...labelOf(id, on), on }))
    .sort((a, b) => (a.on === b.on ? (a.code < b.code ? -1 : 1) : a.on < b.on ? 1 : -1));
}
