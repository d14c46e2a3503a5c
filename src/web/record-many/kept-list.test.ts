import { expect, test } from 'vitest';
import { keptList, listOf } from './kept-list.ts';
import { rowOf, rowOfLine } from './rows.ts';
import { joined, type RehearsedList } from './use-batch.ts';

const somebody = (key: string) => ({ key, code: null, name: 'Nguyễn Văn Mẫu', born: null, unit: null, status: null });
const pasted = { line: 1, text: 'Nguyễn Văn Mẫu', name: 'Nguyễn Văn Mẫu', born: null, code: null, cell: null, own: {} };

test('a list opened again has the same acts, and what nobody was found for as it was read', () => {
  const rows = [
    { ...rowOf('a'), own: { level: 'good' } },
    rowOfLine(pasted, [somebody('b')], {}),
    rowOfLine(pasted, [somebody('c'), somebody('d')], {}),
  ];
  const typed = { values: { effectiveOn: '1/10/2026' }, ownNames: ['level'], rows };
  const again = listOf(JSON.parse(JSON.stringify(keptList(typed))));
  expect(again.values).toEqual(typed.values);
  expect(again.ownNames).toEqual(['level']);
  expect(again.rows.map(({ id, key, own }) => [id, key, own])).toEqual(rows.map(({ id, key, own }) => [id, key, own]));
  expect(again.rows[2]).toEqual(rows[2]);
  expect(listOf({ effectiveOn: '1/10/2026' })).toEqual({ values: typed.values, ownNames: [], rows: [] });
});

test('of two parts the changes add up, and it stays told which lines were tried out together', () => {
  const figure = { figure: 'members', title: { vi: '', en: '' }, time: 'stock' as const, from: null, to: '2026-10-01' };
  const part = (from: number, before: number, after: number, isPossible = true): RehearsedList => ({
    ...{ isPossible, problems: [], warnings: [], actors: [], effects: { persons: [], units: [], more: 1 } },
    figures: [{ ...figure, unit: { code: 'A', name: 'A' }, before, after }],
    parts: [{ from, to: from + 999, isPossible }],
  });
  const whole = joined(part(1, 100, 90), part(1001, 100, 95, false));
  expect(whole).toMatchObject({ isPossible: false, effects: { more: 2 }, figures: [{ before: 100, after: 85 }] });
  expect(whole.parts.map(({ from, to, isPossible }) => [from, to, isPossible])).toEqual([
    [1, 1000, true],
    [1001, 2000, false],
  ]);
});
