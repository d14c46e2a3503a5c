import { sql } from 'kysely';
import { parseRange } from '#/kernel/facts/table.ts';
import type { FactName, FactSource } from '#/kernel/figures/source.ts';
import { type UnitLabel, unitLabels } from '#/kernel/figures/unit-labels.ts';
import type { Day } from '#/platform/day.ts';

/** A row of facts, its columns in camelCase. */
export type Row = Record<string, unknown> & { actId: string };

/** All facts of one person as of a day: what began or happened later is left out, what ends later has no end yet. */
export interface PersonFacts {
  person: string;
  on: Day;
  spells: (table: FactName) => Promise<SpellRow[]>;
  events: (table: FactName, day: string, subject?: string) => Promise<Row[]>;
  code: () => Promise<string | null>;
  label: (unitId: string | null, day: Day) => Promise<UnitLabel | null>;
}

export interface SpellRow extends Row {
  from: Day | null;
  to: Day | null;
}

export function personFacts(facts: FactSource, person: string, on: Day): PersonFacts {
  const all = async (table: FactName, subject: string) => {
    const { rows } = await sql<Row>`
      select t.* from ${facts.table(table, 't')} where ${sql.ref(`t.${subject}`)} = ${person}::uuid`.execute(facts.db);
    return rows;
  };
  const known = new Map<string, (day: Day) => UnitLabel>();
  return {
    person,
    on,
    spells: async (table) => {
      const rows = (await all(table, 'personId')).map((row): SpellRow => {
        const { from, to } = parseRange(row.valid as string);
        return { ...row, from, to: to !== null && to <= on ? to : null };
      });
      return rows
        .filter(({ from }) => from === null || from <= on)
        .toSorted((a, b) => compareText(a.from ?? '', b.from ?? ''));
    },
    events: async (table, day, subject = 'personId') =>
      (await all(table, subject))
        .filter((row) => String(row[day]) <= on)
        .toSorted((a, b) => compareText(String(a[day]), String(b[day]))),
    code: async () => ((await all('person', 'personId'))[0]?.code as string | null) ?? null,
    label: async (unitId, day) => {
      if (unitId === null) return null;
      if (!known.has(unitId)) {
        const of = await unitLabels(facts, [unitId]);
        known.set(unitId, (one) => of(unitId, one));
      }
      return (known.get(unitId) as (day: Day) => UnitLabel)(day);
    },
  };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The row that holds on the day asked for. */
export function now<R extends SpellRow>(rows: readonly R[]): R | null {
  return rows.findLast(({ to }) => to === null) ?? null;
}
