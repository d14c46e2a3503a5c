import { useRef } from 'react';
import type { TreeAnswer } from '#/domain/units/tree-contract.ts';
import { type Mark, marksBetween } from './tree-model.ts';

const none: ReadonlyMap<string, Mark> = new Map();

/**
 * What is another than in the tree that was in sight before, while changes are looked at: it stays marked until the next
 * day is gone to, so that nobody has to be quick.
 */
export function useMarks(tree: TreeAnswer | undefined, isOn: boolean): ReadonlyMap<string, Mark> {
  const seen = useRef<{ tree: TreeAnswer; marks: ReadonlyMap<string, Mark> }>(null);
  if (tree === undefined || !isOn) {
    seen.current = null;
    if (tree !== undefined) seen.current = { tree, marks: none };
    return none;
  }
  const before = seen.current;
  if (before?.tree !== tree) {
    const isSameUnit = before !== null && before.tree.keys[0] === tree.keys[0];
    seen.current = { tree, marks: isSameUnit ? marksBetween(before.tree, tree) : none };
  }
  return seen.current?.marks ?? none;
}
