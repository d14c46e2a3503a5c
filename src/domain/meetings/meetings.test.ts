import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { verifyFacts } from '#/kernel/journal/verify-facts.ts';
import { askFigure } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';

const act = (effectiveOn: string, kind: string, fields: Record<string, unknown>): ActInput => ({
  kind,
  effectiveOn,
  ...fields,
});
const unit = (code: string, kind: string, parent?: string, on = '2010-01-01') =>
  act(on, 'unit.established', { unit: { code, name: `Chi bộ ${code}`, kind, parent } });
const meet = (code: string, on: string, fields: Record<string, unknown> = {}) =>
  act(on, 'meeting.held', { unit: code, sort: 'regular', convened: 10, present: 9, ...fields });
const monthly = (code: string, months: readonly number[], fields: Record<string, unknown> = {}) =>
  months.map((month) => meet(code, `2020-${String(month).padStart(2, '0')}-03`, fields));
const allYear = Array.from({ length: 12 }, (_, i) => i + 1);

// A body with four cells: A meets every month, B misses two, C never meets, N is founded in May; H itself has committees.
let world: World;
beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('T', 'provincial'),
    unit('H', 'district', 'T'),
    unit('D', 'grassroots-body', 'H'),
    unit('A', 'cell', 'D'),
    unit('B', 'cell', 'D'),
    unit('C', 'grassroots-cell', 'H'),
    unit('N', 'cell', 'D', '2020-05-11'),
    ...monthly('A', allYear),
    ...monthly('B', [1, 2, 3, 6, 7, 8, 9, 10, 11, 12], { convened: 20, present: 16, excused: 3 }),
    ...monthly('N', [6, 7, 8, 9, 10, 11, 12], { convened: 5, present: 1 }),
    meet('A', '2020-03-03', { sort: 'thematic', topic: 'Học tập và làm theo Bác', convened: 10, present: 10 }),
    meet('A', '2020-09-03', { sort: 'extraordinary', present: 10 }),
    meet('A', '2020-10-15', {
      visitors: [{ level: 'district', remark: 'Thảo luận tốt' }, { level: 'district' }, { level: 'grassroots' }],
    }),
    meet('H', '2020-04-10', { body: 'committee', convened: 40, present: 39 }),
  ]);
});
afterAll(() => world?.close());

const year = { on: '2020-12-31', from: '2020-01-01' };
const ask = (name: string, code: string, args: Record<string, string> = {}, period = year) =>
  askFigure(world, name, code, { ...period, args, list: true, notCounted: true, byUnit: true });

describe('meetings', () => {
  test('are counted by sort and body, at the unit that met', async () => {
    expect((await ask('meetings-held', 'H')).value).toBe(33);
    expect((await ask('meetings-held', 'H', { sort: 'regular' })).value).toBe(31);
    expect((await ask('meetings-held', 'H', { sort: 'regular', body: 'cell' })).value).toBe(30);
    expect((await ask('meetings-held', 'H', { body: 'committee' })).value).toBe(1);
    expect((await ask('meetings-held', 'A')).value).toBe(15);
    expect((await ask('meetings-held', 'C')).value).toBe(0);
  });

  test('need a unit that exists, and no more heads than were convened', async () => {
    const faults = (input: ActInput) =>
      world.post([input]).then(
        () => [],
        (problem) => problem.fields.map(({ code, field }: { code: string; field: string }) => `${field}: ${code}`),
      );
    expect(await faults(meet('N', '2020-05-10'))).toEqual(['unit: unit.not-alive']);
    expect(await faults(meet('A', '2020-05-10', { present: 8, excused: 3 }))).toEqual(['present: field.invalid']);
    expect(await faults(meet('A', '2020-05-10', { convened: 0, present: 0 }))).toEqual(['convened: field.invalid']);
  });

  test('tell of visitors by level, without names', async () => {
    expect((await ask('meeting-visits', 'T')).value).toBe(3);
    expect((await ask('meeting-visits', 'T', { level: 'district' })).value).toBe(2);
    expect((await ask('meeting-visits', 'T', { level: 'province' })).value).toBe(0);
  });

  test('stand as they were when another is recorded, and verify finds them as folded', async () => {
    await world.post([meet('A', '2021-01-04', { visitors: [{ level: 'commune' }] })]);
    const { rows } = await world.read(({ client }) => client.query('select count(*) as n from meeting_twin'));
    expect(Number(rows[0].n)).toBe(0);
    expect(await verifyFacts(world.journal)).toEqual([]);
  });

  test('add up to an attendance, opened into a line a meeting', async () => {
    const share = await ask('meeting-attendance-share', 'H', { sort: 'regular', body: 'cell' });
    expect(share).toMatchObject({ numerator: 13 * 9 + 10 * 16 + 7, denominator: 13 * 10 + 10 * 20 + 7 * 5 });
    expect((await ask('meeting-attendances', 'B')).list).toHaveLength(10);
    const [line] = (await ask('meeting-attendances', 'B')).list as { declared?: number }[];
    expect(line?.declared).toBe(16);
    expect((await ask('meeting-attendances', 'T')).byUnit?.map(({ code, value }) => [code, value])).toEqual([
      ['H', 13 * 9 + 20 + 10 * 16 + 7 + 39],
    ]);
  });
});

describe('cells', () => {
  test('with a regular meeting count once; the others are told with their months', async () => {
    const quarter = { on: '2020-06-30', from: '2020-04-01' };
    const met = await ask('cells-with-regular-meeting', 'H', {}, quarter);
    expect(met.codes).toEqual(['A', 'B', 'N']);
    expect(met.notCounted?.map(({ label, why }) => `${label}: ${why}`).toSorted()).toEqual([
      'Chi bộ C: tháng 4/2020 chưa sinh hoạt chi bộ thường kỳ',
      'Chi bộ C: tháng 5/2020 chưa sinh hoạt chi bộ thường kỳ',
      'Chi bộ C: tháng 6/2020 chưa sinh hoạt chi bộ thường kỳ',
    ]);
  });

  test('without one are those with a whole month of their life without one', async () => {
    const of = async (from: string, on: string) =>
      (await ask('cells-without-regular-meeting', 'H', {}, { from, on })).codes;
    expect(await of('2020-03-01', '2020-03-31')).toEqual(['C']);
    expect(await of('2020-04-01', '2020-04-30')).toEqual(['B', 'C']);
    // N was founded within May.
    expect(await of('2020-05-01', '2020-05-31')).toEqual(['B', 'C']);
    expect(await of('2020-01-01', '2020-12-31')).toEqual(['B', 'C']);
    // A month that is not over may still see its meeting.
    expect(await of('2020-04-01', '2020-04-29')).toEqual([]);
  });

  test('that existed the whole year give the least and the greatest', async () => {
    const least = await ask('meetings-per-cell-minimum', 'H');
    expect([least.value, least.codes]).toEqual([0, ['C']]);
    expect(await ask('meetings-per-cell-minimum', 'D')).toMatchObject({ value: 10, codes: ['B'] });
    expect(await ask('meetings-per-cell', 'D')).toMatchObject({ value: null, min: 10, max: 13, codes: ['A', 'B'] });
    expect(await ask('thematic-meetings-per-cell-minimum', 'D')).toMatchObject({ value: 0, codes: ['B'] });
    expect(await ask('meetings-per-cell-minimum', 'N')).toMatchObject({ value: null });
    const half = { on: '2020-12-31', from: '2020-07-01' };
    expect(await ask('meetings-per-cell-minimum', 'D', {}, half)).toMatchObject({ value: 6, codes: ['B', 'N'] });
  });

  test('without any meeting have no share of attendance', async () => {
    const range = await ask('attendance-range', 'H');
    expect(range).toMatchObject({ min: 80, max: 91.3, codes: ['A', 'B'] });
    expect(range.notCounted?.map(({ label, why }) => [label, why])).toEqual([['Chi bộ C', 'không có mẫu số']]);
  });

  test('are asked over a period', async () => {
    await expect(askFigure(world, 'meetings-per-cell-minimum', 'H', { on: '2020-12-31' })).rejects.toMatchObject({
      code: 'figure.period',
    });
  });

  test('stay cells when they become grassroots cells, and leave when they are cells no more', async () => {
    const other = await testWorld();
    await other.post([
      unit('T', 'provincial'),
      unit('H', 'district', 'T'),
      unit('D', 'grassroots-body', 'H'),
      unit('A', 'cell', 'D'),
      unit('B', 'grassroots-cell', 'H'),
      act('2020-03-01', 'unit.moved', { unit: 'A', parent: 'H' }),
      act('2020-03-01', 'unit.retyped', { unit: 'A', unitKind: 'grassroots-cell' }),
      act('2020-03-01', 'unit.upgraded', { unit: 'B' }),
    ]);
    const least = await askFigure(other, 'meetings-per-cell-minimum', 'T', { ...year, list: true });
    expect(least.codes).toEqual(['A']);
    await other.close();
  });
});
