import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSearch, readSearch, writeSearch } from '../address.ts';
import { allFilters, inUse, without } from './filters.ts';
import { columnsIn, readAsked, readListSearch, searchOf } from './list-search.ts';

const full = {
  view: '0198c0de-0000-7000-8000-000000000000',
  q: 'nguyen thi',
  sort: '-born',
  cols: 'born,unit',
  per: '100',
  page: '3',
  after: 'abc=',
  status: 'official',
  sex: ['female', 'untold'],
  ageFrom: '18',
  ageTo: '30',
  retired: 'no',
  admittedFrom: '2026-01-01',
  figure: 'members-by',
  figureArg: ['sex=female', 'age=18-30'],
};

test('what the list shows goes into an address and comes back the same', () => {
  const read = readListSearch(full);
  expect(readListSearch(parseSearch(writeSearch({ ...read })))).toEqual(read);
  expect(readAsked(read)).toMatchObject({ arg: ['sex=female', 'age=18-30'], sex: ['female', 'untold'], ageTo: '30' });
});

test('the arguments of a figure that narrows the list are not those of the figure that stands open over it', () => {
  const address = parseSearch(writeSearch({ open: 'members', arg: ['sex=male'], figureArg: ['sex=female'] }));
  expect(readSearch(address).arg).toEqual(['sex=male']);
  expect(readAsked(readListSearch(address)).arg).toEqual(['sex=female']);
});

test('whatever stands in an address is read without a fault, and what does not belong there is left out', () => {
  const key = fc.constantFrom(...Object.keys(full), 'view');
  const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.integer(), fc.constant(undefined));
  fc.assert(
    fc.property(fc.dictionary(key, value), (raw) => {
      const read = readListSearch(raw);
      expect(readListSearch({ ...read })).toEqual(read);
    }),
  );
  const wrong = {
    sort: 'height',
    ageFrom: '-1',
    admittedTo: '2026-02-30',
    retired: 'maybe',
    status: 'guest',
    page: '0',
  };
  expect(readListSearch(wrong)).toEqual({});
  expect(columnsIn('born,height,born,name')).toEqual(['born']);
});

test('a filter that is taken away leaves nothing of itself in the address', () => {
  for (const filter of allFilters) {
    const asked = Object.fromEntries(filter.keys.map((one) => [one, '1']));
    expect(inUse(asked)).toEqual([filter]);
    expect(writeSearch({ ...searchOf(without(asked, filter)) })).toBe('');
  }
});
