import { ambiguities, foldFacts, foldState } from '#/kernel/facts/fold.ts';
import type { FoldContext } from '#/kernel/facts/model.ts';
import { type FactRow, type FactRows, parseRange } from '#/kernel/facts/table.ts';
import type { Act, ActInput } from '#/kernel/journal/act.ts';
import { schemaPaths, visitPath } from '#/kernel/journal/schema-paths.ts';
import type { Register } from '#/kernel/register.ts';
import type { FieldProblem } from '#/platform/errors.ts';
import { unitActs } from './acts.ts';
import { unitModel } from './model.ts';
import { unitTables } from './tables.ts';
import { lifeOf } from './tracks.ts';

// For tests: folds hand-made acts as the kernel does, without a database. A unit's code serves as its id.

const register: Register = {
  parts: [],
  kinds: new Map(unitActs.map((kind) => [kind.kind, kind])),
  tables: unitTables,
  models: { unit: unitModel, person: { type: 'person', tables: [], finish: () => ({}) } },
  figures: [],
  audits: [],
  derived: [],
  grassrootsKinds: new Set(),
};

/** An act as recorded; `id` orders acts of one day and rank. */
export function act(id: string, effectiveOn: string, input: ActInput): Act {
  const { kind: kindName, after, ...fields } = input;
  const kind = register.kinds.get(kindName);
  if (kind === undefined) throw new Error(`no such kind: ${kindName}`);
  const body = kind.schema.parse(fields) as Record<string, unknown>;
  for (const { path, meta } of schemaPaths(kind.schema))
    if (meta.introduces === 'unit')
      visitPath(body, path, (value) => {
        const unit = value as { id?: string; code: string };
        unit.id = unit.code;
      });
  return {
    id,
    kind: kindName,
    effectiveOn,
    actor: { unit: null, body: 'committee' },
    paper: { issuer: 'Huyện ủy A', number: `${id}-QĐ/HU`, issuedOn: '2019-12-01' },
    withdraws: null,
    after: (after as string | undefined) ?? null,
    note: null,
    body,
    recordedAt: '2026-11-23T00:00:00Z',
    recordedBy: 'test',
    source: { via: 'api' },
  };
}

export interface World {
  facts: Map<string, FactRows>;
  problems: FieldProblem[];
}

/** The facts of every unit that the acts are about. */
export function foldUnits(acts: readonly Act[]): World {
  const byUnit = new Map<string, Act[]>();
  for (const one of acts)
    for (const { type, id } of register.kinds.get(one.kind)?.subjects(one.body) ?? [])
      if (type === 'unit') byUnit.set(id, [...(byUnit.get(id) ?? []), one]);
  const states = [...byUnit].map(([id, own]) => foldState(register, { type: 'unit', id }, own));
  const lives = new Map(states.map(({ state }) => [state.subject.id, lifeOf(state)]));
  const context: FoldContext = { successions: { life: (id) => lives.get(id) ?? null }, commonSuperior: () => [] };
  const world: World = { facts: new Map(), problems: [] };
  for (const folded of states) {
    const { subject } = folded.state;
    const { rows, problems } = foldFacts(register, folded, context);
    world.facts.set(subject.id, rows);
    world.problems.push(...problems);
    if (problems.length === 0)
      world.problems.push(...ambiguities(register, subject, byUnit.get(subject.id) ?? [], context));
  }
  return world;
}

/** The spells of a unit in one table, oldest first. */
export function spells(world: World, unitId: string, table: string): (FactRow & { from: string; to: string | null })[] {
  return (world.facts.get(unitId)?.[table] ?? [])
    .map((row) => ({ ...row, ...(parseRange(row.valid as string) as { from: string; to: string | null }) }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** The events of a unit, in the order of days. */
export function events(world: World, unitId: string): FactRow[] {
  return (world.facts.get(unitId)?.unit_event ?? []).toSorted((a, b) =>
    (a.on_day as string) < (b.on_day as string) ? -1 : 1,
  );
}
