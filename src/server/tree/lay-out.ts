import type { TreeAnswer } from '#/domain/units/tree-contract.ts';
import type { TreeRow } from './tree-rows.ts';

export type LaidOut = Omit<TreeAnswer, 'on' | 'knownAt' | 'tenant'>;

/**
 * Puts the units of a subtree in the order in which a tree is read, each with what lies below it. `rows` come by code.
 * What the asker may not see is left out, and what lies under it and may be seen stands with the superior above.
 */
export function layOut(
  rootId: string,
  rows: readonly TreeRow[],
  members: ReadonlyMap<string, number>,
  maySee: (row: TreeRow) => boolean,
): LaidOut {
  const under = Map.groupBy(rows, ({ id, parentId }) => (id === rootId ? null : parentId));
  const root = rows.find(({ id }) => id === rootId);
  const tree = emptyTree();
  const kinds = numbering(tree.kindNames);
  const types = numbering(tree.typeNames);
  const add = (row: TreeRow, parent: number): void => {
    const isShown = maySee(row) || parent === -1;
    const at = isShown ? tree.keys.length : parent;
    if (isShown) {
      tree.keys.push(row.key);
      tree.codes.push(row.code);
      tree.names.push(row.name);
      tree.kinds.push(kinds(row.kind));
      tree.types.push(types(row.type));
      tree.parents.push(parent);
      tree.depths.push(parent === -1 ? 0 : (tree.depths[parent] as number) + 1);
      tree.children.push(0);
      tree.below.push(0);
      tree.members.push(members.get(row.id) ?? 0);
      tree.states.push(row.state);
      if (row.changeOn !== null) tree.changeOn.push({ at, on: row.changeOn });
      if (parent >= 0 && row.state === 0) tree.children[parent] = (tree.children[parent] as number) + 1;
    }
    for (const child of under.get(row.id) ?? []) add(child, at);
  };
  if (root !== undefined) add(root, -1);
  for (let at = tree.keys.length - 1; at > 0; at -= 1) {
    const parent = tree.parents[at] as number;
    const own = tree.states[at] === 0 ? 1 : 0;
    tree.below[parent] = (tree.below[parent] as number) + (tree.below[at] as number) + own;
  }
  return tree;
}

/** What each unit has itself, summed to what it has with all below it. */
export function rollUp(rows: readonly TreeRow[], own: ReadonlyMap<string, number>): Map<string, number> {
  const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]));
  const whole = new Map<string, number>();
  for (const [unitId, value] of own)
    for (let at: string | null | undefined = unitId; at != null && parents.has(at); at = parents.get(at))
      whole.set(at, (whole.get(at) ?? 0) + value);
  return whole;
}

function emptyTree(): LaidOut {
  return {
    keys: [],
    codes: [],
    names: [],
    kinds: [],
    kindNames: [],
    types: [],
    typeNames: [],
    parents: [],
    depths: [],
    children: [],
    below: [],
    members: [],
    states: [],
    changeOn: [],
  };
}

/** Gives each name a number, in the order in which they come. */
function numbering(names: string[]): (name: string | null) => number {
  const known = new Map<string, number>();
  return (name) => {
    if (name === null) return -1;
    const at = known.get(name) ?? names.push(name) - 1;
    known.set(name, at);
    return at;
  };
}
