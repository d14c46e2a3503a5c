import type { PoolClient } from 'pg';
import type { Day } from '#/platform/day.ts';
import type { FactTable } from '../facts/table.ts';
import type { TreeSpells } from './lines.ts';

/** Ends of units, for the place that a right is judged by. */
export type Successors = ReadonlyMap<string, string | null>;

/**
 * Whom a unit lies under in today's tree, for the question who may look: its parent today; once it ended, its successor,
 * or its last parent if it has none; before its first day, its first parent.
 */
export function scopeParent(unitId: string, today: Day, tree: TreeSpells, successors: Successors): string | null {
  const life = tree.life.get(unitId);
  const spells = tree.parents.get(unitId) ?? [];
  if (life !== undefined && life.to !== null && life.to <= today) {
    const successor = successors.get(unitId);
    return successor ?? spells.at(-1)?.parentId ?? null;
  }
  const now = spells.find(({ from, to }) => (from === null || from <= today) && (to === null || today < to));
  if (now !== undefined) return now.parentId;
  return life !== undefined && life.from !== null && life.from > today ? (spells[0]?.parentId ?? null) : null;
}

/** Several paths as one scope text, each once; without any, only the whole tenant sees it. */
export function joinPaths(paths: Iterable<string | undefined>): string {
  const all = new Set<string>();
  for (const path of paths) for (const one of (path ?? '').split('|')) if (one !== '') all.add(`|${one}`);
  return all.size === 0 ? '|' : [...all].toSorted().join('');
}

/** Carries changed paths into every row under them, in one statement a table. */
export async function repath(
  client: PoolClient,
  tables: readonly FactTable[],
  changed: readonly { old: string; new: string }[],
): Promise<void> {
  const scoped = tables
    .filter((table) => table.scoped !== false)
    .flatMap(({ name, derived = [] }) => [name, `${name}_twin`, ...derived]);
  for (const { old, new: path } of changed)
    for (const table of ['act', 'sensitive_value', 'import_batch', ...scoped])
      await client.query(`update ${table} set scope = replace(scope, $1, $2) where strpos(scope, $1) > 0`, [old, path]);
}
