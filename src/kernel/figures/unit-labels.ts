import { sql } from 'kysely';
import type { Day } from '#/platform/day.ts';
import type { FactSource } from './source.ts';

/** A unit as it was called on a day. */
export interface UnitLabel {
  code: string;
  name: string;
}

interface Spell {
  unitId: string;
  text: string;
  since: Day | null;
  until: Day | null;
}

/** Codes and names of units, on any day: the last one before the day where the unit exists no longer, the first where it does not exist yet. */
export async function unitLabels(
  facts: FactSource,
  unitIds: Iterable<string>,
): Promise<(unitId: string, on: Day) => UnitLabel> {
  const ids = [...new Set(unitIds)];
  const { table } = facts;
  const codes = await sql<Spell>`select t.unit_id, t.code as text, lower(t.valid) as since, upper(t.valid) as until
    from ${table('unitCode', 't')} where t.unit_id = any(${ids}::uuid[])`.execute(facts.db);
  const names = await sql<Spell>`select t.unit_id, t.name as text, lower(t.valid) as since, upper(t.valid) as until
    from ${table('unitName', 't')} where t.unit_id = any(${ids}::uuid[])`.execute(facts.db);
  const [codeOn, nameOn] = [byDay(codes.rows), byDay(names.rows)];
  return (unitId, on) => ({ code: codeOn(unitId, on), name: nameOn(unitId, on) });
}

function byDay(spells: readonly Spell[]): (unitId: string, on: Day) => string {
  const byUnit = new Map<string, Spell[]>();
  for (const spell of spells) {
    const known = byUnit.get(spell.unitId);
    if (known === undefined) byUnit.set(spell.unitId, [spell]);
    else known.push(spell);
  }
  for (const of of byUnit.values()) of.sort((a, b) => ((a.since ?? '') < (b.since ?? '') ? -1 : 1));
  return (unitId, on) => {
    const of = byUnit.get(unitId) ?? [];
    return (of.findLast((spell) => (spell.since ?? '') <= on) ?? of[0])?.text ?? '';
  };
}
