import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ListEntry } from '#/kernel/figures/figure.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { askFigure } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';

const act = (effectiveOn: string, kind: string, fields: Record<string, unknown>): ActInput => {
  const paper = { issuer: 'Tỉnh ủy A', number: '1-QĐ/TU', issuedOn: effectiveOn };
  return { kind, effectiveOn, paper, ...fields };
};
const unit = (code: string, kind: string, parent?: string) =>
  act('2010-01-01', 'unit.established', { unit: { code, name: `Đảng bộ ${code}`, kind, parent } });
const year2020 = { from: '2020-01-01', to: '2020-12-31' };
const term = { from: '2020-01-01', to: '2024-12-31' };
const assign = (on: string, code: string, fields: Record<string, unknown>) =>
  act(on, 'target.assigned', { unit: code, figure: 'admissions', measure: 'count', ...fields });

let world: World;
beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('T', 'provincial'),
    unit('K', 'bloc', 'T'),
    unit('K.1', 'grassroots-cell', 'K'),
    unit('K.2', 'grassroots-cell', 'K'),
    unit('K.3', 'grassroots-cell', 'K'),
    // The term's target was given after the year's: it does not take its place.
    assign('2020-01-10', 'K', { ...year2020, value: 100 }),
    assign('2020-03-01', 'K', { ...term, value: 600 }),
    assign('2020-07-01', 'K', { from: '2020-07-01', to: '2020-12-31', value: 55 }),
    assign('2020-01-20', 'K.1', { ...year2020, value: 60 }),
    assign('2020-01-20', 'K.2', { ...year2020, value: 40, atLeast: true }),
    assign('2020-05-02', 'K.2', { ...year2020, value: 45, atLeast: true }),
    assign('2020-01-20', 'K.3', { ...year2020, value: 7 }),
    act('2020-08-01', 'target.cancelled', { unit: 'K.3', figure: 'admissions', ...year2020 }),
    act('2021-01-05', 'count.declared', { unit: 'K.1', figure: 'admissions', ...year2020, amount: 90 }),
    assign('2020-01-20', 'K', {
      ...year2020,
      figure: 'grassroots-units-good-or-above',
      value: 90,
      measure: 'percent',
      atLeast: true,
    }),
    assign('2020-01-20', 'K', { ...year2020, figure: 'members-classified', value: 90, measure: 'percent' }),
    assign('2020-01-20', 'K', { ...term, figure: 'admissions-per-year', value: 120, atLeast: true }),
    ...['K.1', 'K.2', 'K.3'].map((code) =>
      act('2021-01-20', 'unit.classified', { unit: code, forYear: 2020, level: code === 'K.3' ? 'completed' : 'good' }),
    ),
  ]);
});
afterAll(() => world?.close());

const ask = (name: string, args: Record<string, string>, from: string, on: string, code = 'K') =>
  askFigure(world, name, code, { from, on, args, list: true, notCounted: true });
const of = (figure: string) => ({ of: figure });

describe('targets of a year and of a term', () => {
  test('each answers for exactly its own period', async () => {
    expect(await ask('target', of('admissions'), '2020-01-01', '2020-12-31')).toMatchObject({
      value: 100,
      list: [{ on: '2020-01-10', value: 100 }],
      notCounted: [
        { value: 55, why: 'chỉ tiêu của kỳ khác (1/7/2020–31/12/2020)' },
        { value: 600, why: 'chỉ tiêu của kỳ khác (1/1/2020–31/12/2024)' },
      ],
    });
    expect(await ask('target', of('admissions'), '2020-01-01', '2024-12-31')).toMatchObject({ value: 600 });
    expect(await ask('target-attainment', of('admissions'), '2020-01-01', '2020-12-31')).toMatchObject({ value: 90 });
  });

  test('for another period, the shortest that contains the last day', async () => {
    expect(await ask('target', of('admissions'), '2020-04-01', '2020-06-30')).toMatchObject({ value: 100 });
    expect(await ask('target', of('admissions'), '2020-10-01', '2020-12-31')).toMatchObject({ value: 55 });
    expect(await ask('target', of('admissions'), '2020-07-01', '2021-06-30')).toMatchObject({ value: 600 });
    expect(await ask('target', of('admissions'), '2024-01-01', '2025-01-01')).toMatchObject({ value: null });
  });
});

describe('a cancelled target', () => {
  test('held until the day of the decision, and is told afterwards', async () => {
    expect(await ask('target', of('admissions'), '2020-01-01', '2020-07-31', 'K.3')).toMatchObject({ value: 7 });
    expect(await ask('target', of('admissions'), '2020-01-01', '2020-08-01', 'K.3')).toMatchObject({
      value: null,
      list: [],
      notCounted: [{ value: 7, why: 'đã hủy từ ngày 1/8/2020' }],
    });
  });

  test('that was never given is refused', async () => {
    const never = act('2020-08-01', 'target.cancelled', { unit: 'K.1', figure: 'admissions', ...term });
    await expect(world.post([never])).rejects.toMatchObject({ code: 'target.not-assigned' });
  });
});

describe('what was passed on to those directly below', () => {
  test('is the sum of what is in force, by its acts; the reserve is what exceeds the own target', async () => {
    const below = await ask('targets-below', of('admissions'), '2020-01-01', '2020-12-31');
    expect(below).toMatchObject({ value: 105, named: 2, atLeast: true });
    expect((below.list as ListEntry[]).map(({ label, on, value }) => [label, on, value])).toEqual([
      ['Đảng bộ K.1', '2020-01-20', 60],
      ['Đảng bộ K.2', '2020-05-02', 45],
    ]);
    expect(below.notCounted?.map(({ value, why }) => [value, why])).toEqual(
      expect.arrayContaining([
        [40, 'đã thay bằng chỉ tiêu giao ngày 2/5/2020'],
        [7, 'đã hủy từ ngày 1/8/2020'],
      ]),
    );
    expect(await ask('targets-below', of('admissions'), '2020-01-01', '2020-07-31')).toMatchObject({ value: 112 });
    expect(await ask('targets-below', of('admissions'), '2020-01-01', '2020-12-31', 'T')).toMatchObject({ value: 100 });
    expect(await ask('targets-below-share', of('admissions'), '2020-01-01', '2020-12-31')).toMatchObject({
      value: 105,
    });
  });

  test('is no sum where it is a share of each', async () => {
    const args = of('grassroots-units-good-or-above');
    expect(await ask('targets-below', args, '2020-01-01', '2020-12-31', 'T')).toMatchObject({
      value: null,
      notCounted: [{ why: 'chỉ tiêu theo tỷ lệ không cộng được' }],
    });
  });
});

describe('the attainment of a share', () => {
  test('is the share reached over the share asked, exactly', async () => {
    const answer = await ask('target-attainment', of('grassroots-units-good-or-above'), '2020-01-01', '2020-12-31');
    expect(answer).toMatchObject({ value: 74.1, denominator: 90 }); // 2/3 ÷ 90 %, not 66,7 ÷ 90
    expect(answer.numerator).toBeCloseTo(200 / 3, 9);
    expect((answer.list as unknown as { numerator: ListEntry[] }).numerator).toHaveLength(2);
  });

  test('is not said where a number would be divided by a percentage', async () => {
    const answer = await ask('target-attainment', of('members-classified'), '2020-01-01', '2020-12-31');
    expect(answer).toMatchObject({ value: null, denominator: 90 });
  });

  test('of admissions per year counts the years of the asked period', async () => {
    expect(await ask('admissions-per-year', {}, '2020-01-01', '2020-12-31')).toMatchObject({
      value: 90,
      denominator: 1,
    });
    expect(await ask('admissions-per-year', {}, '2020-01-01', '2022-06-30')).toMatchObject({
      value: 36,
      denominator: 2.5,
    });
    expect(await ask('target-attainment', of('admissions-per-year'), '2020-01-01', '2024-12-31')).toMatchObject({
      value: 15, // 18 a year of 120
      denominator: 120,
    });
  });

  test('of an attainment is refused instead of asking for itself without end', async () => {
    const endless = ask('target-attainment', of('target-attainment'), '2020-01-01', '2020-12-31');
    await expect(endless).rejects.toMatchObject({ code: 'figure.args' });
  });
});

describe('what a target may be of', () => {
  const refused = (fields: Record<string, unknown>) =>
    world.post([assign('2021-01-10', 'K', { from: '2021-01-01', to: '2021-12-31', value: 1, ...fields })]);

  test('a figure that there is; the nearest is named', async () => {
    const code = 'figure.unknown';
    const fault = { code, message: expect.stringContaining('admissions'), actId: expect.any(String) };
    await expect(refused({ figure: 'admision' })).rejects.toMatchObject({ code, fields: [fault] });
    const args = { level: 'superb' };
    await expect(refused({ figure: 'members-classified', args })).rejects.toMatchObject({ code: 'figure.args' });
  });

  test('a count or a share, not a target itself', async () => {
    await expect(refused({ figure: 'target', args: of('admissions') })).rejects.toMatchObject({
      code: 'target.not-of-this',
    });
  });
});
