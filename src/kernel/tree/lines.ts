import type { FieldProblem } from '#/platform/errors.ts';
import { type FactRow, factTable, parseRange, rangeText } from '../facts/table.ts';

/** The dated closure of the tree; written by the kernel from unit_life and unit_parent. */
export const unitLine = factTable({
  name: 'unit_line',
  subject: 'unit',
  subjectColumn: 'unit_id',
  columns: { ancestor_id: 'uuid', unit_id: 'uuid', depth: 'integer', valid: 'daterange' },
  scoped: false,
});

export interface TreeSpell {
  unitId: string;
  from: string | null;
  to: string | null;
  actId: string;
}

export interface ParentSpell extends TreeSpell {
  parentId: string;
}

/** Lives and parents of as many units as the computation reaches upwards. */
export interface TreeSpells {
  life: ReadonlyMap<string, TreeSpell>;
  parents: ReadonlyMap<string, readonly ParentSpell[]>;
}

/**
 * The lines of one unit: every ancestor (itself at depth 0) and when, neighbours of the same ancestor and depth joined.
 * A loop of parents on any day is reported with the acts that made it.
 */
export function linesOf(unitId: string, tree: TreeSpells, problems: FieldProblem[]): FactRow[] {
  const life = tree.life.get(unitId);
  if (life === undefined) return [];
  const lines: { ancestorId: string; depth: number; from: string | null; to: string | null; actId: string }[] = [
    { ancestorId: unitId, depth: 0, from: life.from, to: life.to, actId: life.actId },
  ];
  const climb = (
    at: string,
    from: string | null,
    to: string | null,
    depth: number,
    actId: string | null,
    path: readonly string[],
  ) => {
    for (const spell of tree.parents.get(at) ?? []) {
      const start = later(from, spell.from);
      const end = earlier(to, spell.to);
      if (end !== null && start !== null && start >= end) continue;
      if (path.includes(spell.parentId)) {
        problems.push({
          actId: spell.actId,
          field: 'parent',
          code: 'unit.loop',
          message: `On ${start} the unit would lie under itself.`,
        });
        continue;
      }
      const act = actId ?? spell.actId;
      lines.push({ ancestorId: spell.parentId, depth: depth + 1, from: start, to: end, actId: act });
      climb(spell.parentId, start, end, depth + 1, act, [...path, spell.parentId]);
    }
  };
  climb(unitId, life.from, life.to, 0, null, [unitId]);
  return join(lines).map((line) => ({
    unit_id: unitId,
    ancestor_id: line.ancestorId,
    depth: line.depth,
    valid: rangeText(line.from, line.to),
    act_id: line.actId,
  }));
}

function join<L extends { ancestorId: string; depth: number; from: string | null; to: string | null }>(
  lines: L[],
): L[] {
  const joined: L[] = [];
  const key = (line: L) => `${line.ancestorId}/${line.depth}`;
  for (const line of lines.toSorted((a, b) => compareText(key(a), key(b)) || compareText(a.from ?? '', b.from ?? ''))) {
    const last = joined.at(-1);
    if (last !== undefined && key(last) === key(line) && last.to === line.from)
      joined[joined.length - 1] = { ...last, to: line.to };
    else joined.push(line);
  }
  return joined;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function later(a: string | null, b: string | null): string | null {
  if (a === null) return b;
  return b === null || a > b ? a : b;
}

export function earlier(a: string | null, b: string | null): string | null {
  if (a === null) return b;
  return b === null || a < b ? a : b;
}

/** Spells of the tree from rows of unit_life and unit_parent. */
export function treeSpells(life: Iterable<FactRow>, parents: Iterable<FactRow>): TreeSpells {
  const lives = new Map<string, TreeSpell>();
  for (const row of life)
    lives.set(row.unit_id as string, {
      unitId: row.unit_id as string,
      actId: row.act_id,
      ...parseRange(row.valid as string),
    });
  const above = new Map<string, ParentSpell[]>();
  for (const row of parents) {
    const unitId = row.unit_id as string;
    const spell = { unitId, parentId: row.parent_id as string, actId: row.act_id, ...parseRange(row.valid as string) };
    above.set(unitId, [...(above.get(unitId) ?? []), spell]);
  }
  return { life: lives, parents: above };
}
