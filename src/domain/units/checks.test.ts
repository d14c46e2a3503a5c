import { describe, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import type { CheckContext } from '#/kernel/rulebook/check.ts';
import { readRules } from '#/kernel/rulebook/load.ts';
import { citation, rulebook } from '#/kernel/rulebook/rulebook.ts';
import { unitActs } from './acts.ts';
import { unitKinds, unitTypes } from './contract.ts';
import { act } from './fold-units.ts';

const book = rulebook(await readRules());

interface Here {
  kind: string;
  parent?: string;
  /** Members, and how many of them are official. */
  members?: [number, number];
}

/** What the rulebook says of an act where the units are these: "effect key field citation". */
async function said(day: string, input: ActInput, here: Record<string, Here>): Promise<string[]> {
  const found: string[] = [];
  const ctx: CheckContext = {
    rule: book.rule,
    broken: (rule, field) => found.push(`${rule.effect} ${rule.key} ${field} (${citation(rule)})`),
    unitKind: async (id) => (here[id] === undefined ? null : { kind: here[id].kind, type: null }),
    parentOf: async (id) => here[id]?.parent ?? null,
    facts: async () => [],
    memberCount: async (id, _on, status) => here[id]?.members?.[status === 'official' ? 1 : 0] ?? 0,
    record: async () => null,
    afterwards: () => {},
    spellsAt: async () => [],
  };
  await unitActs.find(({ kind }) => kind === input.kind)?.check?.(act('a1', day, input), ctx);
  return found;
}

function establish(day: string, kind: string, parentKind?: string, type?: string) {
  const parent = parentKind === undefined ? undefined : 'P';
  const unit = { code: 'X', name: 'Đảng bộ X', kind, type, parent };
  const above: Record<string, Here> = parentKind === undefined ? {} : { P: { kind: parentKind } };
  return said(day, { kind: 'unit.established', unit }, { ...above, X: { kind, parent } });
}

const ENDED = 'block unit.kinds-ended unit.kind (294-QĐ/TW, 26/5/2025)';
const CELL = 'block unit.kinds-undivided unit.parent (Điều lệ Đảng, 19/1/2011, Đ.21, Đ.24)';
const LEVEL = 'block unit.levels unit.parent (Điều lệ Đảng, 19/1/2011, Đ.10, Đ.21)';

describe('kinds by period', () => {
  test('districts and blocs end on 1/7/2025 (294-QĐ/TW, 26/5/2025)', async () => {
    expect(await establish('2025-06-30', 'district', 'provincial')).toEqual([]);
    for (const kind of ['district', 'bloc']) expect(await establish('2025-07-01', kind)).toEqual([ENDED]);
  });

  test('from 26/7/2026 the sub-grassroots body takes the place of the section (208-QĐ/TW, 26/7/2026)', async () => {
    expect(await establish('2026-07-25', 'section', 'grassroots-body')).toEqual([]);
    const section = await establish('2026-07-26', 'section', 'grassroots-body');
    expect(section).toContain('warn unit.kinds unit.kind (208-QĐ/TW, 26/7/2026)');
    expect(await establish('2026-07-26', 'sub-grassroots-body', 'grassroots-body')).toEqual([]);
    expect(await establish('2026-07-25', 'sub-grassroots-body', 'grassroots-body')).toEqual([
      'warn unit.kinds unit.kind (294-QĐ/TW, 26/5/2025)',
    ]);
  });

  test('the township ends and the special zone begins on 1/7/2025', async () => {
    const type = (day: string, name: string) => establish(day, 'grassroots-body', undefined, name);
    expect(await type('2025-06-30', 'township')).toEqual([]);
    expect(await type('2025-07-01', 'township')).toEqual(['warn unit.types unit.type (294-QĐ/TW, 26/5/2025)']);
    expect(await type('2025-07-01', 'special-zone')).toEqual([]);
    expect(await type('2020-01-01', 'special-zone')).toEqual([
      'warn unit.types unit.type (12-HD/BTCTW, 17/5/2012, Phần II, Biểu 5)',
    ]);
  });
});

describe('what may stand under what', () => {
  test('a root may be of any kind of its time', async () => {
    for (const kind of [
      'central',
      'provincial',
      'district',
      'bloc',
      'grassroots-body',
      'grassroots-cell',
      'section',
      'cell',
    ])
      expect(await establish('2020-01-01', kind), kind).toEqual([]);
  });

  test('nothing stands under a cell (Charter 2011, art. 21 and 24), nor under a lower level', async () => {
    expect(await establish('2020-01-01', 'cell', 'cell')).toEqual([CELL]);
    expect(await establish('2020-01-01', 'cell', 'grassroots-cell')).toEqual([CELL]);
    expect(await establish('2020-01-01', 'district', 'grassroots-body')).toEqual([LEVEL]);
    expect(await establish('2020-01-01', 'grassroots-cell', 'section')).toEqual([LEVEL]);
  });

  test('what is merely unusual is recorded with a warning', async () => {
    const usual = 'Điều lệ Đảng, 19/1/2011, Đ.10, Đ.21';
    expect(await establish('2020-01-01', 'grassroots-body', 'district')).toEqual([]);
    expect(await establish('2020-01-01', 'cell', 'section')).toEqual([]);
    expect(await establish('2020-01-01', 'cell', 'district')).toEqual([
      `warn unit.parent-kinds unit.parent (${usual})`,
    ]);
    expect(await establish('2025-07-01', 'commune', 'provincial')).toEqual([]);
    expect(await establish('2025-07-01', 'grassroots-cell', 'commune')).toEqual([]);
    expect(await establish('2025-07-01', 'agency-body', 'commune')).toEqual([]); // one level, and yet not refused
    expect(await establish('2026-07-26', 'cell', 'grassroots-body')).toEqual([]);
  });

  test('a move is judged by the new superior', async () => {
    const here = { X: { kind: 'cell', parent: 'P' }, P: { kind: 'cell' } };
    const found = await said('2020-01-01', { kind: 'unit.moved', unit: 'X', parent: 'P' }, here);
    expect(found).toEqual([CELL.replace('unit.parent', 'parent')]);
  });

  test('a unit made out of others must say its superior if they had one', async () => {
    const into = [{ code: 'N', name: 'Chi bộ N', kind: 'cell' }];
    const split = { kind: 'unit.split', unit: 'X', into };
    await expect(said('2021-01-01', split, { X: { kind: 'cell', parent: 'P' } })).rejects.toMatchObject({
      code: 'unit.parent-missing',
      fields: [{ field: 'into.0.parent' }],
    });
    expect(await said('2021-01-01', split, { X: { kind: 'cell' }, N: { kind: 'cell' } })).toEqual([]);
  });
});

describe('sizes', () => {
  const upgraded = (members: [number, number]) =>
    said('2021-01-01', { kind: 'unit.upgraded', unit: 'X' }, { X: { kind: 'grassroots-body', members } });
  const downgraded = (members: [number, number]) =>
    said('2021-01-01', { kind: 'unit.downgraded', unit: 'X' }, { X: { kind: 'grassroots-cell', members } });

  test('a grassroots body has at least 30 members (Charter 2011, art. 21)', async () => {
    expect(await upgraded([30, 28])).toEqual([]);
    expect(await upgraded([29, 29])).toEqual(['warn unit.members-least unitKind (Điều lệ Đảng, 19/1/2011, Đ.21)']);
  });

  test('a grassroots cell has fewer than 30 members, a cell at least 3 official ones (Charter 2011, art. 21 and 24)', async () => {
    expect(await downgraded([29, 3])).toEqual([]);
    expect(await downgraded([30, 30])).toEqual(['warn unit.members-below unitKind (Điều lệ Đảng, 19/1/2011, Đ.21)']);
    expect(await downgraded([4, 2])).toEqual([
      'warn unit.official-members-least unitKind (Điều lệ Đảng, 19/1/2011, Đ.21, Đ.24)',
    ]);
  });

  test('a split is judged for the new cells and for what remains', async () => {
    const cell = { kind: 'cell', parent: 'P' };
    const into = [{ code: 'N', name: 'Chi bộ N', kind: 'cell', parent: 'P' }];
    const here: Record<string, Here> = {
      P: { kind: 'grassroots-body' },
      X: { ...cell, members: [5, 2] },
      N: { ...cell, members: [3, 2] },
    };
    const found = await said('2021-01-01', { kind: 'unit.split', unit: 'X', into }, here);
    expect(found.map((text) => text.split(' ').slice(1, 3).join(' '))).toEqual([
      'unit.official-members-least into.0',
      'unit.official-members-least unit',
    ]);
  });

  test('a unit in which nobody is registered yet is not judged', async () => {
    expect(await upgraded([0, 0])).toEqual([]);
  });
});

test('every kind and type that a rule names is one that the register knows', () => {
  const kinds: ReadonlySet<string> = new Set(unitKinds);
  const types: ReadonlySet<string> = new Set(unitTypes);
  const names = (value: unknown): string[] =>
    Array.isArray(value)
      ? value
      : Object.entries(value as object).flatMap(([key, list]) => [key, ...(Array.isArray(list) ? list : [])]);
  const rules = book.all().filter(({ key }) => key.startsWith('unit.'));
  expect(rules.length).toBeGreaterThan(10);
  for (const { key, value } of rules)
    for (const name of names(value))
      expect((key === 'unit.types' ? types : kinds).has(name), `${key}: ${name}`).toBe(true);
  const inUse = new Set(rules.filter(({ key }) => key === 'unit.types').flatMap(({ value }) => names(value)));
  expect(inUse).toEqual(types);
});
