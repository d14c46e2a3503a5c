import { expect, test } from 'vitest';
import { type SheetPlan, type TablePlan, tablePlan } from '#/exchange/tables/plan.ts';
import { changeSheet, changeSuperior, changeUnit, dropUnit, takeColumn } from './plan-edits.ts';

const column = (at: number, target: string | null) => ({
  at,
  letters: 'ABC'.charAt(at),
  heading: `cột ${at}`,
  samples: [],
  target,
  sureness: target === null ? ('none' as const) : ('known' as const),
});
const sheet: SheetPlan = {
  sheet: 'DS',
  use: 'members',
  why: { vi: '', en: '' },
  headingRows: [1, 1],
  dataFrom: 2,
  charset: 'unicode',
  columns: [column(0, 'ordinal'), column(1, 'person.name'), column(2, null)],
  cell: 'P.01',
};
const plan: TablePlan = {
  sheets: [sheet],
  superior: { code: 'P', name: 'Đảng bộ phường Mẫu', kind: 'grassroots-body' },
  newUnits: [{ code: 'P.01', name: 'Chi bộ 1', kind: 'cell', parent: 'P' }],
};

test('a column that is taken for something takes it from the column that had it', () => {
  expect(takeColumn(sheet, 2, 'person.name').columns.map(({ target }) => target)).toEqual([
    'ordinal',
    null,
    'person.name',
  ]);
});

test('running numbers may stand in two columns', () => {
  expect(takeColumn(sheet, 2, 'ordinal').columns.map(({ target }) => target)).toEqual([
    'ordinal',
    'person.name',
    'ordinal',
  ]);
});

test('a unit that gets another code keeps its sheets and its subordinates', () => {
  const nested = {
    ...plan,
    newUnits: [...plan.newUnits, { code: 'X', name: 'Tổ', kind: 'cell' as const, parent: 'P.01' }],
  };
  const changed = changeUnit(nested, 0, { code: 'P.CB1' });
  expect(changed.newUnits.map(({ code, parent }) => [code, parent])).toEqual([
    ['P.CB1', 'P'],
    ['X', 'P.CB1'],
  ]);
  expect(changed.sheets[0]?.cell).toBe('P.CB1');
});

test('new units follow another superior, and what is left out of a plan is not there', () => {
  const moved = changeSuperior(plan, { code: 'Q' });
  expect(moved.newUnits[0]?.parent).toBe('Q');
  expect(changeSheet(plan, 0, { cell: undefined }).sheets[0]).not.toHaveProperty('cell');
  expect(dropUnit(plan, 0).newUnits).toEqual([]);
});

test('codes that were made from the superior’s follow it while it is being typed; one that was written stays', () => {
  const unit = (code: string, parent: string) =>
    ({ code, name: code, kind: 'cell', parent, isCodeProposed: true }) as const;
  const proposed = { ...plan, newUnits: [unit('P.01', 'P'), unit('P.01.01', 'P.01'), unit('P.02', 'P')] };
  const typed = ['A', 'AM', 'AM.1'].reduce(
    (before, code) => changeSuperior(before, { code }),
    changeUnit(proposed, 2, { code: 'CB2' }),
  );
  expect(typed.newUnits.map(({ code, parent }) => [code, parent])).toEqual([
    ['AM.1.01', 'AM.1'],
    ['AM.1.01.01', 'AM.1.01'],
    ['CB2', 'AM.1'],
  ]);
  expect(typed.sheets[0]?.cell).toBe('AM.1.01');
  expect(tablePlan.safeParse(typed).success).toBe(true);
});

test('every change leaves a plan that the server takes', () => {
  for (const changed of [
    changeSuperior(plan, undefined),
    changeSheet(plan, 0, { cell: undefined, status: 'official' }),
  ])
    expect(tablePlan.safeParse(changed).success).toBe(true);
});
