import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TreeAnswer } from '#/domain/units/tree-contract.ts';
import { begins, childrenOf, linesOf, marksBetween, matching, pathTo } from './tree-model.ts';

/** A tree from the places of superiors, in the order of reading. */
function treeOf(parents: readonly number[], names: readonly string[] = [], states: readonly number[] = []): TreeAnswer {
  const depths: number[] = [];
  for (const parent of parents) depths.push(parent < 0 ? 0 : (depths[parent] as number) + 1);
  const zeros = parents.map(() => 0);
  return {
    on: '2026-01-01',
    knownAt: '',
    tenant: 'T',
    keys: parents.map((_, at) => `k${at}`),
    codes: parents.map((_, at) => `C${at}`),
    names: parents.map((_, at) => names[at] ?? `Chi bộ ${at}`),
    kinds: zeros,
    kindNames: [],
    types: zeros,
    typeNames: [],
    parents: [...parents],
    depths,
    children: zeros,
    below: zeros,
    members: zeros,
    states: parents.map((_, at) => states[at] ?? 0),
    changeOn: [],
  };
}

const everything = { level: 99, turned: new Set<string>(), isShown: () => true, isSearch: false };

/** Trees in the order of reading: each unit goes under one of those on the way to the unit before it. */
const anyTree = fc.array(fc.nat(), { maxLength: 40 }).map((picks) => {
  const parents = [-1];
  for (const pick of picks) {
    const way: number[] = [];
    for (let at = parents.length - 1; at >= 0; at = parents[at] as number) way.push(at);
    parents.push(way[pick % way.length] as number);
  }
  return treeOf(parents);
});

test('for every tree, the lines that stand under one tell their places from 1 to the number of them', () => {
  fc.assert(
    fc.property(anyTree, (tree) => {
      const lines = linesOf(tree, everything);
      expect(lines).toHaveLength(tree.keys.length);
      for (const { unit } of lines) {
        const under = lines.filter((line) => tree.parents[line.unit] === unit);
        expect(under.map(({ place }) => place)).toEqual(under.map((_, at) => at + 1));
        expect(under.every(({ siblings }) => siblings === under.length)).toBe(true);
        expect(childrenOf(tree, unit)).toEqual(under.map((line) => line.unit));
      }
    }),
  );
});

test('for every tree and level, what is open shows what is under it, and what is closed does not', () => {
  fc.assert(
    fc.property(anyTree, fc.nat({ max: 4 }), fc.array(fc.nat({ max: 40 })), (tree, level, turned) => {
      const lines = linesOf(tree, { ...everything, level, turned: new Set(turned.map((at) => `k${at}`)) });
      const shown = new Map(lines.map((line) => [line.unit, line]));
      for (const unit of tree.keys.keys()) {
        const parent = tree.parents[unit] as number;
        expect(shown.has(unit)).toBe(parent < 0 || shown.get(parent)?.isOpen === true);
      }
    }),
  );
});

test('a search keeps what matches and what stands above it, open, with places among what is left', () => {
  const tree = treeOf([-1, 0, 1, 1, 0, 4], ['Tỉnh A', 'Xã Đông', 'Thôn Một', 'Thôn Hai', 'Xã Đoài', 'Thôn Hai']);
  const isShown = matching(tree, 'thon hai');
  expect(isShown).not.toBeNull();
  const lines = linesOf(tree, { ...everything, level: 0, isSearch: true, isShown: isShown ?? (() => true) });
  expect(lines.map(({ unit, place, siblings }) => [unit, place, siblings])).toEqual([
    [0, 1, 1],
    [1, 1, 2],
    [3, 1, 1],
    [4, 2, 2],
    [5, 1, 1],
  ]);
  expect(matching(tree, '  ')).toBeNull();
  expect(matching(tree, 'c5')?.(5)).toBe(true);
});

test('a unit is found by how it begins, with or without the words that all begin with', () => {
  const tree = treeOf([-1], ['Đảng bộ xã Đông']);
  expect(['đảng', 'xã đ', 'xa do', 'dong'].map((text) => begins(tree, 0, text))).toEqual([true, true, true, false]);
});

test('the way to a unit begins at the first of the tree', () => {
  expect(pathTo(treeOf([-1, 0, 1, 0]), 2)).toEqual([0, 1, 2]);
});

test('two days differ by what began, ended, moved or has another name', () => {
  const before = treeOf([-1, 0, 1, 0], ['A', 'B', 'C', 'D'], [0, 0, 0, 0]);
  const after = treeOf([-1, 0, 0, 0, 0], ['A', 'B mới', 'C', 'D', 'E'], [0, 0, 0, 1, 0]);
  expect([...marksBetween(before, after)]).toEqual([
    ['k1', 'renamed'],
    ['k2', 'moved'],
    ['k3', 'gone'],
    ['k4', 'new'],
  ]);
});
