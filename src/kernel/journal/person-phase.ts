import { deriveFor } from '../facts/derived.ts';
import { ambiguities, type Folded, foldFacts, foldState } from '../facts/fold.ts';
import { type LoadedAct, loadActs, loadLives, unitsNamed } from '../facts/load.ts';
import type { FoldContext } from '../facts/model.ts';
import type { UnitLife } from '../facts/succession.ts';
import type { FactRow, FactRows, FactTable } from '../facts/table.ts';
import { addFacts, diffFacts, loadFacts, removeFacts, rescope, type StoredRow } from '../facts/write.ts';
import type { Paths } from '../tree/paths.ts';
import { joinPaths } from '../tree/scope.ts';
import type { LineCache } from '../tree/superior.ts';
import type { Batch } from './batch.ts';

/** What the folds of a batch's persons share. */
export interface PersonWork {
  lives: Map<string, UnitLife>;
  lines: LineCache;
  paths: Paths;
  /** Persons that this batch brings in: they have no facts yet. */
  isNew: (personId: string) => boolean;
  /** In a first load, acts whose scope is made anew when everybody is in and the tables have their keys; else null. */
  staleActs: Set<string> | null;
}

/** The acts of some persons, and what their fold will ask of the units these name. */
export async function loadPersons(
  batch: Batch,
  personIds: readonly string[],
  work: PersonWork,
): Promise<Map<string, LoadedAct[]>> {
  const loaded = await loadActs(batch.tx.client, 'person', personIds);
  const acts = [...loaded.values()].flat().map(({ act }) => act);
  await knowUnits(batch, unitsNamed(batch.register, acts), work);
  return loaded;
}

/** The facts that the journal gives about some persons; faults go to the batch. */
export async function foldPersonFacts(
  batch: Batch,
  personIds: readonly string[],
  work: PersonWork,
): Promise<Map<string, FactRows>> {
  return foldPersons(batch, await loadPersons(batch, personIds, work), work);
}

/** Loads the lives and paths of units, and of those they ended into, where they are not known yet. */
export async function knowUnits(batch: Batch, units: Iterable<string>, work: PersonWork): Promise<void> {
  // A unit of this batch may end into one that no act of these persons names.
  const successors = [...work.lives.values()].flatMap(({ successorId }) => successorId ?? []);
  const missing = [...units, ...successors].filter((id) => !work.lives.has(id));
  if (missing.length > 0) for (const [id, life] of await loadLives(batch.tx.client, missing)) work.lives.set(id, life);
  await work.paths.load(batch.tx.client, work.lives.keys());
}

/** Folds persons whose acts are loaded; faults go to the batch. */
export async function foldPersons(
  batch: Batch,
  loaded: ReadonlyMap<string, LoadedAct[]>,
  work: PersonWork,
): Promise<Map<string, FactRows>> {
  const { register } = batch;
  const context: FoldContext = {
    successions: { life: (id) => work.lives.get(id) ?? null },
    commonSuperior: (a, b, from, to) => work.lines.commonSuperior(a, b, from, to),
  };
  const facts = new Map<string, FactRows>();
  let todo = [...loaded.keys()];
  // A fold that asks for the lines of units not loaded yet is done again once they are.
  for (let round = 0; todo.length > 0 && round < 3; round++) {
    const again: string[] = [];
    for (const id of todo) {
      work.lines.missing.clear();
      const acts = (loaded.get(id) ?? []).map(({ act }) => act);
      const folded: Folded = foldState(register, { type: 'person', id }, acts);
      const { rows, problems } = foldFacts(register, folded, context);
      const doubts =
        problems.length > 0 || acts.length < 2 ? [] : ambiguities(register, { type: 'person', id }, acts, context);
      if (work.lines.missing.size > 0) {
        again.push(id, ...work.lines.missing);
        continue;
      }
      batch.problems.push(...problems, ...doubts);
      facts.set(id, rows);
    }
    if (again.length > 0) await work.lines.load(batch.tx.client, again);
    todo = again.filter((id) => loaded.has(id));
  }
  return facts;
}

/** Writes what changed about some persons. */
export async function writePersons(
  batch: Batch,
  loaded: ReadonlyMap<string, LoadedAct[]>,
  facts: ReadonlyMap<string, FactRows>,
  work: PersonWork,
): Promise<void> {
  const { client } = batch.tx;
  const personIds = [...loaded.keys()];
  const tables = batch.register.tables.filter(({ subject }) => subject === 'person');
  // Also the units that no act names: a member in transit counts in a superior.
  await work.paths.load(
    client,
    personIds.flatMap((id) => unitsOf(tables, facts.get(id) ?? {})),
  );
  const scopes = new Map<string, string>();
  for (const id of personIds) scopes.set(id, personScope(tables, facts.get(id) ?? {}, work.paths));
  const scopeOf = (table: FactTable, row: FactRow): string =>
    table.scoped === false || table.scoped === 'subject'
      ? (scopes.get(row[table.subjectColumn] as string) ?? '|')
      : (ownScope(table, row, work.paths) ?? scopes.get(row[table.subjectColumn] as string) ?? '|');
  const known = personIds.filter((id) => !work.isNew(id));
  const diffs = [];
  for (const table of tables) {
    const stored = known.length === 0 ? new Map<string, StoredRow[]>() : await loadFacts(client, table, known);
    const wanted = personIds.flatMap((id) => facts.get(id)?.[table.name] ?? []);
    diffs.push(diffFacts(table, [...stored.values()].flat(), wanted));
  }
  const before = await scopesBefore(batch, known);
  for (const { table, removed } of diffs) await removeFacts(client, table, removed, batch.recordedAt);
  await addFacts(client, diffs, batch.recordedAt, scopeOf);
  for (const { table, kept } of diffs) {
    if (table.scoped === false) continue;
    const stale = kept
      .map((one) => ({ ...one, was: one.scope, scope: scopeOf(table, one.row) }))
      .filter((one) => one.was !== one.scope);
    await rescope(client, table, stale);
  }
  const changed = await followScopes(batch, tables, known, before, scopes);
  await rescopeActs(batch, loaded, scopes, changed, work);
  // In a first load these come when the facts have their keys.
  if (work.staleActs === null) await deriveFor(batch.tx, batch.register.derived, personIds);
}

async function scopesBefore(batch: Batch, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await batch.tx.client.query(
    'select person_id, scope from person where person_id = any($1::uuid[])',
    [personIds],
  );
  return new Map(rows.map((row) => [row.person_id, row.scope]));
}

/** Carries the changed scopes of persons into what was once believed of them; gives back who they are. */
async function followScopes(
  batch: Batch,
  tables: readonly FactTable[],
  known: readonly string[],
  before: ReadonlyMap<string, string>,
  scopes: ReadonlyMap<string, string>,
): Promise<Set<string>> {
  // Whose coming was withdrawn has none until an act brings that person back.
  const changed = known
    .map((id) => ({ id, was: joinPaths([before.get(id)]), scope: scopes.get(id) ?? '|' }))
    .filter(({ was, scope }) => was !== joinPaths([scope]));
  for (const { name, subjectColumn, scoped } of changed.length > 0 ? tables : [])
    if (scoped === 'subject')
      await batch.tx.client.query(
        `update ${name}_twin t set scope = new.scope from json_to_recordset($1::json) as new (id uuid, scope text)
         where t.${subjectColumn} = new.id and t.scope <> new.scope`,
        [JSON.stringify(changed)],
      );
  return new Set(changed.map(({ id }) => id));
}

/** The paths of all units a person stood in, was sent to or hosted by: whoever sees one of them may see the person. */
function personScope(tables: readonly FactTable[], rows: FactRows, paths: Paths): string {
  return paths.scope(unitsOf(tables, rows));
}

function unitsOf(tables: readonly FactTable[], rows: FactRows): (string | null)[] {
  return tables.flatMap(({ name, scoped }) =>
    scoped === false || scoped === 'subject'
      ? []
      : (rows[name] ?? []).flatMap((row) => scoped.unitColumns.map((column) => (row[column] ?? null) as string | null)),
  );
}

function ownScope(table: FactTable, row: FactRow, paths: Paths): string | null {
  if (table.scoped === false || table.scoped === 'subject') return null;
  const own = table.scoped.unitColumns
    .map((column) => paths.of(row[column] as string | null))
    .filter((path) => path !== undefined);
  return own.length === 0 ? null : joinPaths(own);
}

/**
 * An act is seen by whoever sees one of the units and people it is about, and by nobody else: a place that falls away
 * from a person, named there by mistake, falls away from the acts. Made from the tables, since the people of one act may
 * be written a piece at a time.
 */
async function rescopeActs(
  batch: Batch,
  loaded: ReadonlyMap<string, LoadedAct[]>,
  scopes: ReadonlyMap<string, string>,
  changed: ReadonlySet<string>,
  work: Pick<PersonWork, 'staleActs'>,
): Promise<void> {
  const stale = work.staleActs ?? new Set<string>();
  for (const [personId, entries] of loaded)
    for (const { act, scope } of entries)
      if (changed.has(personId) || joinPaths([scope, scopes.get(personId)]) !== scope) stale.add(act.id);
  if (work.staleActs === null) await scopeActs(batch, [...stale]);
}

/** Makes the scope of acts from the tables. */
export async function scopeActs(batch: Batch, actIds: readonly string[]): Promise<void> {
  if (actIds.length === 0) return;
  await batch.tx.client.query(
    `with touched as (select unnest($1::uuid[]) as act_id),
     named as (
       select t.act_id, u.path as scope from touched t join act_subject s on s.act_id = t.act_id join unit_scope u on u.unit_id = s.subject_id
       union all
       select t.act_id, p.scope from touched t join act_subject s on s.act_id = t.act_id and s.role = 'person' join person p on p.person_id = s.subject_id
     ),
     wanted as (
       select t.act_id, coalesce(string_agg(distinct '|' || one.path, '' order by '|' || one.path) filter (where one.path <> ''), '|') as scope
       from touched t left join named n on n.act_id = t.act_id left join lateral unnest(string_to_array(n.scope, '|')) one (path) on true
       group by t.act_id
     ),
     acts as (update act a set scope = w.scope from wanted w where a.id = w.act_id and a.scope <> w.scope)
     update sensitive_value v set scope = w.scope from wanted w where v.act_id = w.act_id and v.scope <> w.scope`,
    [actIds],
  );
}
