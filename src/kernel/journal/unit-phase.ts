import { dependentPersons, dependentUnits, withPredecessors } from '../facts/dirty.ts';
import { ambiguities, type Folded, foldFacts, foldState } from '../facts/fold.ts';
import { livesDiffer, loadActs, loadLives, unitsNamed } from '../facts/load.ts';
import type { FoldContext } from '../facts/model.ts';
import type { UnitLife } from '../facts/succession.ts';
import type { FactRow, FactRows } from '../facts/table.ts';
import { diffFacts, loadFacts, type TableDiff } from '../facts/write.ts';
import type { Act } from './act.ts';
import type { Batch } from './batch.ts';
import { lineDiff } from './line-phase.ts';

export interface UnitPhase {
  diffs: TableDiff[];
  /** Units folded in this batch, and the rows they now have. */
  facts: Map<string, FactRows>;
  lives: Map<string, UnitLife>;
  /** Units whose lines changed: their rows count elsewhere than before. */
  moved: string[];
  /** People to be folded again because of what happened to units. */
  persons: Set<string>;
}

/** Folds the units that the batch touches, and those that depend on how these ended; writes nothing yet. */
export async function foldUnits(batch: Batch, unitIds: ReadonlySet<string>): Promise<UnitPhase> {
  const { register } = batch;
  const { client } = batch.tx;
  const facts = new Map<string, FactRows>();
  const lives = new Map<string, UnitLife>();
  if (unitIds.size === 0) return { diffs: [], facts, lives, moved: [], persons: new Set() };

  const stored = await loadLives(client, unitIds);
  const folded = new Map<string, { folded: Folded; acts: Act[] }>();
  await foldStates(batch, [...unitIds], folded);
  const ended: string[] = [];
  for (const unitId of unitIds) {
    const life = register.models.unit.life?.((folded.get(unitId) as { folded: Folded }).folded.state) ?? null;
    if (life !== null) lives.set(unitId, life);
    const before = stored.get(unitId) ?? null;
    if (before !== null && livesDiffer(before, life)) ended.push(unitId);
  }
  const withBefore = ended.length === 0 ? [] : [...(await withPredecessors(client, ended, lives))];
  if (withBefore.length > 0) {
    const more = (await dependentUnits(client, withBefore)).filter((id) => !folded.has(id));
    await foldStates(batch, more, folded);
  }

  const context = await unitContext(batch, folded, lives, unitIds);
  for (const [unitId, one] of folded) {
    const { rows, problems } = foldFacts(register, one.folded, context);
    facts.set(unitId, rows);
    batch.problems.push(...problems);
    if (problems.length === 0)
      batch.problems.push(...ambiguities(register, one.folded.state.subject, one.acts, context));
  }
  const diffs: TableDiff[] = [];
  for (const table of register.tables) {
    if (table.subject !== 'unit') continue;
    const existing = await loadFacts(client, table, [...folded.keys()]);
    const wanted: FactRow[] = [...facts.values()].flatMap((rows) => rows[table.name] ?? []);
    diffs.push(diffFacts(table, [...existing.values()].flat(), wanted));
  }
  const lines = await lineDiff(batch, diffs, facts);
  const persons = await dependentPersons(client, withBefore, lines.moved);
  return { diffs: [...diffs, lines.diff], facts, lives, moved: lines.moved, persons };
}

async function foldStates(
  batch: Batch,
  unitIds: readonly string[],
  into: Map<string, { folded: Folded; acts: Act[] }>,
): Promise<void> {
  const loaded = await loadActs(batch.tx.client, 'unit', unitIds);
  for (const [id, entries] of loaded) {
    const acts = entries.map(({ act }) => act);
    into.set(id, { folded: foldState(batch.register, { type: 'unit', id }, acts), acts });
  }
}

async function unitContext(
  batch: Batch,
  folded: ReadonlyMap<string, { acts: Act[] }>,
  lives: ReadonlyMap<string, UnitLife>,
  touched: ReadonlySet<string>,
): Promise<FoldContext> {
  const named = unitsNamed(
    batch.register,
    [...folded.values()].flatMap(({ acts }) => acts),
  );
  for (const life of lives.values()) if (life.successorId !== null) named.add(life.successorId);
  const known = await loadLives(batch.tx.client, named);
  return {
    successions: { life: (id) => (touched.has(id) ? (lives.get(id) ?? null) : (known.get(id) ?? null)) },
    commonSuperior: () => [],
  };
}
