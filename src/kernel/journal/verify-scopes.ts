import type { PoolClient } from 'pg';
import { type FactRow, type FactTable, parseRange } from '../facts/table.ts';
import { treeSpells } from '../tree/lines.ts';
import { scopeParent } from '../tree/scope.ts';
import type { Batch } from './batch.ts';
import { headDay } from './head-day.ts';
import type { FactFinding } from './verify-facts.ts';

/**
 * Who may see what: a place or a scope that does not follow from the facts hides rows from those they concern or shows
 * them to others. Facts are taken as they are stored: that they follow from the journal is checked before.
 */
export async function verifyScopes(batch: Batch, findings: FactFinding[]): Promise<void> {
  const { client } = batch.tx;
  await verifyPlaces(batch, findings);
  // What hangs on wrong places would all be wrong: the places are enough to say.
  if (findings.some(({ table }) => table === 'unit_scope')) return;
  const { tables } = batch.register;
  for (const table of tables.filter(({ scoped }) => scoped !== false))
    for (const name of [table.name, `${table.name}_twin`])
      await report(
        client,
        name,
        [table.subjectColumn, 'act_id'],
        rowScope(table, name, tables),
        findings,
        ofSubject(table),
      );
  await report(client, 'act', ['id', 'id'], actScope('x.id'), findings);
  await report(client, 'sensitive_value', ['subject_id', 'act_id'], actScope('x.act_id'), findings);
}

const findingLimit = 100;

/** Units and persons may share a table, each seen by a rule of its own. */
function ofSubject({ subject, columns }: FactTable): string {
  return 'subject_kind' in columns ? `x.subject_kind = '${subject}'` : 'true';
}

async function verifyPlaces(batch: Batch, findings: FactFinding[]): Promise<void> {
  const { client } = batch.tx;
  const lives = await client.query<FactRow>('select unit_id, valid, successor_id, act_id from unit_life');
  const parents = await client.query<FactRow>(
    'select unit_id, parent_id, valid, act_id from unit_parent order by valid',
  );
  const places = await client.query('select unit_id, label, path from unit_scope');
  const head = await client.query(`select ${headDay} as day from journal_head`);
  const lastDay: string = head.rows[0].day;
  const tree = treeSpells(lives.rows, parents.rows);
  const successors = new Map(
    lives.rows.map((row) => {
      const hasEnded = parseRange(row.valid as string).to !== null;
      return [row.unit_id as string, hasEnded ? (row.successor_id as string | null) : null];
    }),
  );
  const stored = new Map<string, { label: string; path: string }>(places.rows.map((row) => [row.unit_id, row]));
  const labels = new Set<string>();
  const tell = (unitId: string, what: FactFinding['what'], message: string) =>
    findings.push({ table: 'unit_scope', subjectId: unitId, actId: tree.life.get(unitId)?.actId ?? '', what, message });
  for (const unitId of tree.life.keys()) {
    const place = stored.get(unitId);
    if (place === undefined) {
      tell(unitId, 'missing', 'The unit has no place in the tree of today.');
      continue;
    }
    if (labels.has(place.label) || !/^[0-9a-z]+$/.test(place.label))
      tell(unitId, 'unfounded', `The label "${place.label}" is not this unit's alone.`);
    labels.add(place.label);
    const [expected, ofLast] = [batch.today, lastDay].map((day) => {
      const parent = scopeParent(unitId, day, tree, successors);
      return `${parent === null ? '|' : (stored.get(parent)?.path ?? '|')}${place.label}.`;
    });
    // What came into force since the last batch is put in its place by the next one.
    if (place.path !== expected && place.path !== ofLast)
      tell(unitId, 'unfounded', `The unit's place is ${place.path}; by the tree of today it is ${expected}.`);
  }
  // One whose beginning was withdrawn keeps its place.
  const strangers = await client.query(
    'select unit_id from unit_scope u where not exists (select from act_subject s where s.subject_id = u.unit_id)',
  );
  for (const row of strangers.rows)
    tell(row.unit_id, 'unfounded', 'A unit has a place that the journal does not know.');
}

/** A query of the paths (or scopes) that row `x` of a table should carry, each of which may name several. */
function rowScope(table: FactTable, name: string, all: readonly FactTable[]): string {
  const { scoped, subjectColumn } = table;
  const ofPerson = `select p.scope from person p where p.person_id = x.${subjectColumn}`;
  // Who is in the register stands, stood or was sent somewhere: all these places together.
  if (name === 'person')
    return all
      .flatMap(({ name: from, subjectColumn: column, scoped: by }) =>
        by === false || by === 'subject'
          ? []
          : `select us.path from ${from} f join unit_scope us on us.unit_id in (${by.unitColumns.map((one) => `f.${one}`).join(', ')}) where f.${column} = x.${subjectColumn}`,
      )
      .join(' union all ');
  if (scoped === 'subject' || scoped === false) {
    return `select us.path from unit_scope us where us.unit_id = x.${subjectColumn} union all ${ofPerson}`;
  }
  const own = `select us.path from unit_scope us where us.unit_id in (${scoped.unitColumns.map((one) => `x.${one}`).join(', ')})`;
  return `${own} union all (${ofPerson} and not exists (${own}))`;
}

function actScope(id: string): string {
  return `select us.path from act_subject s join unit_scope us on us.unit_id = s.subject_id where s.act_id = ${id}
    union all select p.scope from act_subject s join person p on p.person_id = s.subject_id where s.act_id = ${id} and s.role = 'person'`;
}

async function report(
  client: PoolClient,
  table: string,
  [subject, act]: readonly [string, string],
  scope: string,
  findings: FactFinding[],
  condition = 'true',
): Promise<void> {
  // Compared as sets: after a move the paths of a scope stand in another order than in one written anew.
  const asSet = (texts: string) =>
    `array(select distinct one from (${texts}) t (text), unnest(string_to_array(t.text, '|')) one where one <> '' order by one)`;
  const { rows } = await client.query(
    `select x.${subject} as subject_id, x.${act} as act_id from ${table} x
     where ${condition} and ${asSet(`select x.scope`)} <> ${asSet(scope)} limit $1`,
    [findingLimit],
  );
  for (const row of rows)
    findings.push({
      table,
      subjectId: row.subject_id,
      actId: row.act_id,
      what: 'unfounded',
      message: 'Who may see this row is not who should by the tree of today.',
    });
}
