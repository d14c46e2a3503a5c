import { ambiguities, type Folded, foldFacts, foldState } from '../facts/fold.ts';
import { type LoadedAct, loadActs, loadLives, unitsNamed } from '../facts/load.ts';
import type { FoldContext } from '../facts/model.ts';
import type { UnitLife } from '../facts/succession.ts';
import type { FactRow, FactRows, FactTable } from '../facts/table.ts';
import { addFacts, diffFacts, loadFacts, removeFacts, rescope, type StoredRow } from '../facts/write.ts';
import type { Paths } from '../tree/paths.ts';
import { joinPaths } from '../tree/scope.ts';
import type { LineCache } from '../tree/superior.ts';
import type { Act } from './act.ts';
import type { Batch } from './batch.ts';

/** What the folds of a batch's persons share. */
export interface PersonWork {
  lives: Map<string, UnitLife>;
  lines: LineCache;
  paths: Paths;
  /** Persons that this batch brings in: they have no facts yet. */
  isNew: (personId: string) => boolean;
}

/** Folds some persons and writes what changed about them. Returns their acts, for the checks. */
export async function refoldPersons(batch: Batch, personIds: readonly string[], work: PersonWork): Promise<Act[]> {
  const { loaded, facts } = await foldPersonFacts(batch, personIds, work);
  await write(batch, personIds, loaded, facts, work);
  return [...loaded.values()].flat().map(({ act }) => act);
}

/** The facts that the journal gives about some persons; faults go to the batch. */
export async function foldPersonFacts(
  batch: Batch,
  personIds: readonly string[],
  work: PersonWork,
): Promise<{ loaded: Map<string, LoadedAct[]>; facts: Map<string, FactRows> }> {
  const loaded = await loadActs(batch.tx.client, 'person', personIds);
  const acts = [...loaded.values()].flat().map(({ act }) => act);
  await know(batch, unitsNamed(batch.register, acts), work);
  return { loaded, facts: await fold(batch, loaded, work) };
}

async function know(batch: Batch, units: Iterable<string>, work: PersonWork): Promise<void> {
  // A unit of this batch may end into one that no act of these persons names.
  const successors = [...work.lives.values()].flatMap(({ successorId }) => successorId ?? []);
  const missing = [...units, ...successors].filter((id) => !work.lives.has(id));
  if (missing.length > 0) for (const [id, life] of await loadLives(batch.tx.client, missing)) work.lives.set(id, life);
  await work.paths.load(batch.tx.client, work.lives.keys());
}

async function fold(
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

async function write(
  batch: Batch,
  personIds: readonly string[],
  loaded: ReadonlyMap<string, LoadedAct[]>,
  facts: ReadonlyMap<string, FactRows>,
  work: PersonWork,
): Promise<void> {
  const { client } = batch.tx;
  const tables = batch.register.tables.filter(({ subject }) => subject === 'person');
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
  for (const { table, removed } of diffs) await removeFacts(client, table, removed, batch.recordedAt);
  for (const { table, added, kept } of diffs) {
    await addFacts(client, table, added, batch.recordedAt, (row) => scopeOf(table, row));
    if (table.scoped === false) continue;
    const stale = kept
      .map((one) => ({ ...one, was: one.scope, scope: scopeOf(table, one.row) }))
      .filter((one) => one.was !== one.scope);
    await rescope(client, table, stale);
  }
  await rescopeActs(batch, loaded, scopes);
}

/** The paths of all units a person stood in, was sent to or hosted by: whoever sees one of them may see the person. */
function personScope(tables: readonly FactTable[], rows: FactRows, paths: Paths): string {
  const units: (string | null)[] = [];
  for (const table of tables)
    if (table.scoped !== false && table.scoped !== 'subject')
      for (const row of rows[table.name] ?? [])
        for (const column of table.scoped.unitColumns) units.push(row[column] as string | null);
  return paths.scope(units);
}

function ownScope(table: FactTable, row: FactRow, paths: Paths): string | null {
  if (table.scoped === false || table.scoped === 'subject') return null;
  const own = table.scoped.unitColumns
    .map((column) => paths.of(row[column] as string | null))
    .filter((path) => path !== undefined);
  return own.length === 0 ? null : joinPaths(own);
}

/** An act is seen by whoever sees one of the people it is about. */
async function rescopeActs(
  batch: Batch,
  loaded: ReadonlyMap<string, LoadedAct[]>,
  scopes: ReadonlyMap<string, string>,
): Promise<void> {
  const stale = new Map<string, string>();
  for (const [personId, entries] of loaded)
    for (const { act, scope } of entries) {
      const had = stale.get(act.id) ?? scope;
      const wanted = joinPaths([had, scopes.get(personId)]);
      if (wanted !== had) stale.set(act.id, wanted);
    }
  if (stale.size === 0) return;
  const list = JSON.stringify([...stale].map(([id, scope]) => ({ id, scope })));
  for (const [table, column] of [
    ['act', 'id'],
    ['sensitive_value', 'act_id'],
  ] as const)
    await batch.tx.client.query(
      `update ${table} t set scope = new.scope from json_to_recordset($1::json) as new (id uuid, scope text) where t.${column} = new.id`,
      [list],
    );
}
