import type { TreeAnswer } from '#/domain/units/tree-contract.ts';
import type { TreeLine } from '#/platform/ui/tree-keys.ts';
import { foldAccents } from '#/platform/ui/written.ts';
import { nameBegins } from '../units/name-begins.ts';

/** A line with the place of its unit in the answer's arrays. */
export interface UnitLine extends TreeLine {
  unit: number;
}

/** What of a tree is shown. */
export interface Shown {
  /** Units above this depth stand open. */
  level: number;
  /** Those that stand the other way. */
  turned: ReadonlySet<string>;
  /** Which units are shown at all; one that is brings those above it. */
  isShown: (unit: number) => boolean;
  /** All of what is shown stands open: what was searched for is in sight. */
  isSearch: boolean;
}

/** The lines in sight, in the order of reading. */
export function linesOf(tree: TreeAnswer, { level, turned, isShown, isSearch }: Shown): UnitLine[] {
  const { keys, parents, depths } = tree;
  const kept = keepAbove(tree, isShown);
  const [siblings, places] = placesOf(tree, kept);
  const open = new Uint8Array(keys.length);
  const lines: UnitLine[] = [];
  for (let unit = 0; unit < keys.length; unit += 1) {
    const parent = parents[unit] as number;
    if (kept[unit] === 0 || (parent >= 0 && open[parent] === 0)) continue;
    const key = keys[unit] as string;
    const depth = depths[unit] as number;
    const hasChildren = (siblings[unit] as number) > 0;
    const isOpen = (isSearch || depth < level) !== turned.has(key);
    open[unit] = hasChildren && isOpen ? 1 : 0;
    lines.push({
      key,
      unit,
      level: depth + 1,
      ...(hasChildren ? { isOpen } : {}),
      place: parent < 0 ? 1 : (places[unit] as number),
      siblings: parent < 0 ? 1 : (siblings[parent] as number),
    });
  }
  return lines;
}

/** 1 for what is shown, and for whatever stands above it. */
function keepAbove({ keys, parents }: TreeAnswer, isShown: (unit: number) => boolean): Uint8Array {
  const kept = new Uint8Array(keys.length);
  for (let unit = keys.length - 1; unit >= 0; unit -= 1) {
    if (kept[unit] === 0 && !isShown(unit)) continue;
    kept[unit] = 1;
    const parent = parents[unit] as number;
    if (parent >= 0) kept[parent] = 1;
  }
  return kept;
}

/** How many are shown right under each unit, and the place of each among them. */
function placesOf({ keys, parents }: TreeAnswer, kept: Uint8Array): [siblings: Int32Array, places: Int32Array] {
  const under = new Int32Array(keys.length);
  const places = new Int32Array(keys.length);
  for (let unit = 1; unit < keys.length; unit += 1) {
    if (kept[unit] === 0) continue;
    const parent = parents[unit] as number;
    under[parent] = (under[parent] as number) + 1;
    places[unit] = under[parent] as number;
  }
  return [under, places];
}

/** How deep a tree stands open when nobody has said: as deep as one looks through at a glance, but not closed. */
export function usualLevel({ depths }: TreeAnswer): number {
  const counts: number[] = [];
  for (const depth of depths) counts[depth] = (counts[depth] ?? 0) + 1;
  let level = 1;
  for (let sum = counts[0] ?? 0; level < counts.length; level += 1) {
    sum += counts[level] ?? 0;
    if (sum > atAGlance) return Math.max(1, level - 1);
  }
  return Math.max(1, level - 1);
}

const atAGlance = 60;

/** Direct subordinates that exist on the day. */
export function childrenOf({ keys, parents, depths, states }: TreeAnswer, unit: number): number[] {
  const found: number[] = [];
  const depth = depths[unit] as number;
  // What is under a unit stands right after it.
  for (let at = unit + 1; at < keys.length && (depths[at] as number) > depth; at += 1)
    if (parents[at] === unit && states[at] === 0) found.push(at);
  return found;
}

/** From the first of the tree to the unit itself. */
export function pathTo({ parents }: TreeAnswer, unit: number): number[] {
  const path: number[] = [];
  for (let at = unit; at >= 0; at = parents[at] as number) path.unshift(at);
  return path;
}

/** Which units hold every word that was typed, in the name or the code, accents left out; null: nothing was typed. */
export function matching(tree: TreeAnswer, typed: string): ((unit: number) => boolean) | null {
  const words = foldAccents(typed.trim()).split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const names = foldedNames(tree);
  return (unit) => {
    const text = `${names[unit]} ${(tree.codes[unit] as string).toLowerCase()}`;
    return words.every((word) => text.includes(word));
  };
}

export function begins(tree: TreeAnswer, unit: number, typed: string): boolean {
  return nameBegins(foldedNames(tree)[unit] as string, typed);
}

const folded = new WeakMap<TreeAnswer, string[]>();

/** Thousands of names, many the same: each is folded once. */
function foldedNames(tree: TreeAnswer): string[] {
  const known = folded.get(tree);
  if (known !== undefined) return known;
  const once = new Map<string, string>();
  const names = tree.names.map((name) => {
    const text = once.get(name) ?? foldAccents(name);
    once.set(name, text);
    return text;
  });
  folded.set(tree, names);
  return names;
}

export type Mark = 'new' | 'moved' | 'renamed' | 'gone';

/** How a tree differs from another one: by units' keys. */
export function marksBetween(before: TreeAnswer, after: TreeAnswer): Map<string, Mark> {
  const then = new Map(before.keys.map((key, at) => [key, at]));
  const keyOfParent = (tree: TreeAnswer, at: number) => tree.keys[tree.parents[at] as number];
  const marks = new Map<string, Mark>();
  after.keys.forEach((key, at) => {
    const was = then.get(key);
    const wasThere = was !== undefined && before.states[was] === 0;
    const isThere = after.states[at] === 0;
    if (isThere && !wasThere) marks.set(key, 'new');
    else if (!isThere && wasThere) marks.set(key, 'gone');
    else if (was === undefined || !isThere) return;
    else if (keyOfParent(before, was) !== keyOfParent(after, at) && at > 0 && was > 0) marks.set(key, 'moved');
    else if (before.names[was] !== after.names[at]) marks.set(key, 'renamed');
  });
  return marks;
}
