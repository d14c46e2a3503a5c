import type { PoolClient } from 'pg';
import type { UnitLife } from './succession.ts';

/** Units whose line of successors leads through one of these, and these themselves. */
export async function withPredecessors(
  client: PoolClient,
  unitIds: Iterable<string>,
  newLives: ReadonlyMap<string, UnitLife>,
): Promise<Set<string>> {
  const all = new Set(unitIds);
  const { rows } = await client.query(
    `with recursive before as (
      select unnest($1::uuid[]) as unit_id
      union select l.unit_id from unit_life l join before b on l.successor_id = b.unit_id
    ) select unit_id from before`,
    [[...all]],
  );
  for (const row of rows) all.add(row.unit_id);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [unitId, life] of newLives)
      if (life.successorId !== null && all.has(life.successorId) && !all.has(unitId)) {
        all.add(unitId);
        grown = true;
      }
  }
  return all;
}

/** Units whose parents have to be worked out again because a unit they were put under ended otherwise than before. */
export async function dependentUnits(client: PoolClient, ended: readonly string[]): Promise<string[]> {
  const { rows } = await client.query(
    `select distinct other.subject_id from act_subject named join act_subject other on other.act_id = named.act_id
     where named.subject_id = any($1::uuid[]) and other.role = 'unit'
     union select unit_id from unit_parent where parent_id = any($1::uuid[])`,
    [ended],
  );
  return rows.map((row) => row.subject_id);
}

/**
 * People whom an act ever put into, or sent to, a unit that ended otherwise than before (or one of its predecessors):
 * whoever stood in it is among them. And people in transit between units whose place in the tree changed.
 */
export async function dependentPersons(
  client: PoolClient,
  ended: readonly string[],
  moved: readonly string[],
): Promise<Set<string>> {
  const persons = new Set<string>();
  if (ended.length > 0) {
    const { rows } = await client.query(
      `select distinct other.subject_id from act_subject named join act_subject other on other.act_id = named.act_id
       where named.subject_id = any($1::uuid[]) and other.role = 'person'`,
      [ended],
    );
    for (const row of rows) persons.add(row.subject_id);
  }
  if (moved.length > 0) {
    const { rows } = await client.query(
      'select person_id from transit where from_unit_id = any($1::uuid[]) or to_unit_id = any($1::uuid[])',
      [moved],
    );
    for (const row of rows) persons.add(row.person_id);
  }
  return persons;
}
