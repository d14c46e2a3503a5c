import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { idOf } from '#test/facts.ts';
import { type Asked, askToy, layToyTree, shares, year } from '#test/toy-tree.ts';
import type { ListEntry } from './figure.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await testDatabase();
  pool = database.appPool();
  await layToyTree(pool);
});
afterAll(() => database?.close());

const ask = (name: string, asked: Asked = {}) => askToy(pool, name, asked);

describe('a stock', () => {
  test('counts where its unit stands on the asked day', async () => {
    const value = async (unit: string, on: string) => (await ask('members', { unit, on })).value;
    expect([await value('D1', '2020-06-30'), await value('D1', '2020-07-01')]).toEqual([4, 2]);
    expect([await value('D2', '2020-06-30'), await value('D2', '2020-07-01')]).toEqual([1, 3]);
    expect([await value('P', '2009-12-31'), await value('P', '2010-01-01'), await value('P', '2020-12-31')]).toEqual([
      0, 3, 5,
    ]);
  });

  test('lists each name with its unit and since when; the number is the length', async () => {
    const answer = await ask('members', { unit: 'D1', list: true });
    expect(answer).toMatchObject({
      value: 2,
      named: 2,
      declared: 0,
      on: '2020-12-31',
      measure: 'persons',
      decimals: 0,
    });
    expect(answer.unit).toEqual({ code: 'D1', name: 'Đơn vị D1' });
    expect(answer.list).toMatchObject([
      { label: 'an', unit: { code: 'C1' }, on: '2010-01-01' },
      { label: 'giang', unit: { code: 'D1' }, on: '2015-01-01' },
    ]);
  });

  test('splits into direct subordinates and the unit’s own, with and without tallies', async () => {
    for (const name of ['members', 'members-counted']) {
      expect(shares(await ask(name, { byUnit: true }))).toEqual({ D1: 2, D2: 3 });
      expect(shares(await ask(name, { unit: 'D1', byUnit: true }))).toEqual({ C1: 1, D1: 1 });
      expect(shares(await ask(name, { unit: 'D1', byUnit: true, on: '2020-06-30' }))).toEqual({ C1: 1, C2: 2, D1: 1 });
    }
  });

  test('says who was considered and why not counted', async () => {
    const { notCounted } = await ask('members', { notCounted: true });
    expect(notCounted).toMatchObject([{ label: 'hoa', why: 'đang chuyển', unit: { code: 'D1' } }]);
  });

  test('for a period counts on its last day, and says so', async () => {
    const answer = await ask('members', { from: '2020-01-01', to: '2020-02-29', on: '2020-02-29', unit: 'C1' });
    expect(answer).toMatchObject({ value: 2, on: '2020-02-29', from: '2020-01-01', to: '2020-02-29' });
  });
});

describe('a flow', () => {
  test('counts where its unit stood on the day it happened, both days of the period included', async () => {
    const value = async (unit: string, from: string, to: string) => (await ask('entries', { unit, from, to })).named;
    expect(await value('D1', '2020-01-01', '2020-12-31')).toBe(2); // an in C1, chi in C2 before the move
    expect(await value('D2', '2020-01-01', '2020-12-31')).toBe(3); // an and dung in C2 after it, em in C4 while it lived
    expect(await value('P', '2020-06-30', '2020-07-01')).toBe(2);
    expect(await value('C4', '2020-05-31', '2020-05-31')).toBe(1);
  });

  test('distinct persons count once, under the unit of the last time', async () => {
    const answer = await ask('entered', { ...year, list: true, byUnit: true });
    expect(answer.value).toBe(4);
    expect((answer.list as ListEntry[]).find((entry) => entry.label === 'an')).toMatchObject({
      on: '2020-09-09',
      unit: { code: 'C2' },
    });
    expect(shares(answer)).toEqual({ D1: 1, D2: 3 });
  });

  test('needs a period', async () => {
    await expect(ask('entries')).rejects.toMatchObject({ code: 'figure.period' });
    await expect(ask('entries', { from: '2020-02-01', to: '2020-01-01' })).rejects.toMatchObject({
      code: 'figure.period',
    });
    await expect(ask('entries', { from: '2020-02-30', to: '2020-03-01' })).rejects.toMatchObject({
      code: 'figure.day',
    });
  });
});

describe('declared counts', () => {
  test('add to the value and stay apart: a line each, of units that lay there on the last day of their period', async () => {
    const answer = await ask('entries', { ...year, unit: 'D1', list: true, byUnit: true });
    expect(answer).toMatchObject({ value: 22, named: 2, declared: 20 });
    expect((answer.list as ListEntry[]).at(-1)).toMatchObject({
      label: 'số liệu do đơn vị báo cáo, không mở danh sách',
      declared: 20,
      unit: { code: 'C2' },
      on: '2020-06-30',
    });
    expect(answer.list).toHaveLength(3);
    expect(shares(answer)).toEqual({ C1: 1, C2: 21 });
    expect(await ask('entries', { ...year, unit: 'D2' })).toMatchObject({ value: 6, named: 3, declared: 3 });
  });

  test('whose period does not lie within the asked one are not counted, and say why', async () => {
    const answer = await ask('entries', { ...year, notCounted: true });
    expect(answer).toMatchObject({ named: 5, declared: 23, value: 28 });
    expect(answer.notCounted).toMatchObject([
      { unit: { code: 'C3' }, declared: 500, why: 'kỳ báo cáo không nằm trọn trong kỳ được hỏi' },
    ]);
    expect((await ask('entries', { from: '2020-01-01', to: '2021-12-31' })).declared).toBe(523);
  });
});

describe('the other types', () => {
  test('a ratio is exact inside and cut once, with both lists and a share by unit', async () => {
    const answer = await ask('official-share', { list: true, byUnit: true });
    expect(answer).toMatchObject({
      value: 83.3,
      numerator: 5,
      denominator: 6,
      decimals: 1,
      rounding: 'half-up',
      measure: 'percent',
    });
    expect(answer.list).toMatchObject({ numerator: { length: 5 }, denominator: { length: 6 } });
    expect(shares(answer)).toEqual({ D1: 100, D2: 66.7 });
    expect((await ask('official-share', { rounding: 'truncated', unit: 'D2' })).value).toBe(66.6);
    expect((await ask('official-share', { decimals: 3, unit: 'D2' })).value).toBe(66.667);
    expect((await ask('official-share', { on: '2009-01-01' })).value).toBeNull();
    await expect(ask('official-share', { rounding: 'largest-remainder' })).rejects.toMatchObject({
      code: 'rounding.needs-row',
    });
  });

  test('an extremum lists the units that attain it; a unit without a value is not counted', async () => {
    const range = await ask('official-share-spread', { list: true });
    expect(range).toMatchObject({ value: null, min: 50, max: 100, named: 3 });
    expect(range.list).toMatchObject([{ unit: { code: 'C2' }, value: 50 }, { value: 100 }, { value: 100 }]);
    expect(await ask('official-share-least', { unit: 'D1', list: true })).toMatchObject({
      value: 100,
      list: [{ label: 'Đơn vị C1' }],
    });
    const { notCounted } = await ask('official-share-spread', { on: '2012-01-01', notCounted: true, unit: 'D2' });
    expect(notCounted).toMatchObject([{ unit: { code: 'C3' } }, { unit: { code: 'C4' } }]);
  });

  test('a target is the latest assigned; attainment divides by it', async () => {
    const goal = await ask('goal', { list: true, notCounted: true });
    expect(goal).toMatchObject({
      value: 40.5,
      atLeast: true,
      named: 1,
      decimals: 1,
      list: [{ act: idOf('target 40.5') }],
    });
    expect(goal.notCounted).toMatchObject([
      { act: idOf('target 30'), why: 'đã thay bằng chỉ tiêu giao ngày 10/6/2020' },
    ]);
    expect(await ask('goal', { unit: 'D1' })).toMatchObject({ value: null });
    expect(await ask('goal-attained', year)).toMatchObject({ value: 69.1, numerator: 28, denominator: 40.5 });
    expect(await ask('goal-attained', { ...year, unit: 'D1' })).toMatchObject({ value: null, numerator: 22 });
  });
});
