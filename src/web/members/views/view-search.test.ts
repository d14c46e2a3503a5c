import { expect, test } from 'vitest';
import { memberColumns, memberSorts } from '#/domain/members/list-contract.ts';
import { saveView } from '#/domain/members/views-contract.ts';
import { columnsIn, readAsked, readListSearch, searchOf } from '../list-search.ts';
import { changeTo, isAsSaved, viewOf } from './view-search.ts';

const address = {
  q: 'nguyen thi ',
  sex: ['female', 'untold'],
  ageFrom: '18',
  ageTo: '30',
  retired: 'no',
  figure: 'members-by',
  figureArg: ['sex=female', 'age=18-30'],
  sort: '-born',
  cols: 'born,unit',
};

function listOf(raw: Record<string, unknown>) {
  const search = readListSearch(raw);
  const columns = columnsIn(search.cols) ?? [];
  return { search, columns, asked: readAsked(search), sort: search.sort ?? 'name', place: { unit: 'A' } } as const;
}

/** As the server keeps it and gives it back. */
const kept = (raw: Record<string, unknown>) => ({
  id: 'v',
  view: saveView.input.parse(JSON.parse(JSON.stringify({ name: 'x', view: viewOf(listOf(raw)) }))).view,
});

test('a saved view, chosen again, shows the list as it was', () => {
  const saved = kept(address);
  const { asked = {}, ...change } = changeTo(saved);
  const again = { ...change, ...searchOf(asked) };
  expect(readListSearch(again)).toEqual({ ...readListSearch(address), q: 'nguyen thi' });
  expect(isAsSaved(saved, listOf(again))).toBe(true);
});

test('a list differs from its view by any condition, column or order, and by nothing else', () => {
  const saved = kept(address);
  expect(isAsSaved(saved, listOf({ ...address, sex: ['untold', 'female'], page: '2', after: 'x', per: '100' }))).toBe(
    true,
  );
  const others = [{ q: 'tran' }, { q: undefined }, { sex: 'female' }, { ageTo: '31' }, { retired: undefined }];
  for (const other of [...others, { cols: 'unit,born' }, { cols: 'born' }, { sort: 'born' }, { sort: undefined }])
    expect(isAsSaved(saved, listOf({ ...address, ...other })), JSON.stringify(other)).toBe(false);
});

test('a view that was saved for a unit leads there, and is another one elsewhere', () => {
  const { id, view } = kept({});
  const saved = { id, view: { ...view, unit: 'B' } };
  expect(changeTo(saved).unit).toBe('B');
  expect(isAsSaved(saved, listOf({}))).toBe(false);
  expect('unit' in changeTo({ id, view })).toBe(false);
});

test('every column and every order can be saved', () => {
  for (const sort of memberSorts)
    expect(kept({ sort, cols: memberColumns.join(',') }).view).toMatchObject({ sort, columns: memberColumns });
});
