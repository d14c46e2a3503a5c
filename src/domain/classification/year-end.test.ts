import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerFigure } from '#/kernel/figures/answer.ts';
import { catalogue } from '#/kernel/figures/catalogue.ts';
import type { FigureAnswer, ListEntry } from '#/kernel/figures/figure.ts';
import { type RoundingMethod, shares } from '#/kernel/figures/rounding.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { testWorld, type World } from '#test/world.ts';

// The shape of Hải Hậu 2020: 43 grassroots bodies, two of them of the army and the police, and 49 grassroots cells.
const bodies = Array.from({ length: 43 }, (_, i) => `HH.${i + 1}`);
const cells = Array.from({ length: 49 }, (_, i) => `HH.${i + 101}`);
const codes = [...bodies, ...cells];
const ownSystem = codes.slice(0, 2);
const levels = [...Array(14).fill('excellent'), ...Array(69).fill('good'), ...Array(7).fill('completed')];

const act = (effectiveOn: string, kind: string, fields: Record<string, unknown>): ActInput => {
  const paper = { issuer: 'Huyện ủy A', number: '1-QĐ/HU', issuedOn: effectiveOn };
  return { kind, effectiveOn, paper, ...fields };
};
const unit = (code: string, kind: string, parent?: string) =>
  act('2010-01-01', 'unit.established', { unit: { code, name: `Đảng bộ ${code}`, kind, parent } });
const grade = (code: string, rest: Record<string, unknown>, on = '2021-01-25') =>
  act(on, 'unit.classified', { unit: code, forYear: 2020, ...rest });

const member = (code: string, cell: string, on = '2019-01-01') =>
  act(on, 'member.registered', { person: { code, name: `Nguyễn Văn ${code}` }, cell, status: 'official' });
const rate = (person: string, rest: Record<string, unknown>, on = '2020-12-15') =>
  act(on, 'member.classified', { person, forYear: 2020, ...rest });

let world: World;
beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('T', 'provincial'),
    unit('HH', 'district', 'T'),
    ...bodies.map((code) => unit(code, 'grassroots-body', 'HH')),
    ...cells.map((code) => unit(code, 'grassroots-cell', 'HH')),
    ...ownSystem.map((code) => grade(code, { omitted: 'own-system' })),
    ...codes.slice(2).map((code, i) => grade(code, { level: levels[i] })),
  ]);
  const [first, second] = cells as [string, string];
  await world.post([
    ...['An', 'Ba', 'Ca', 'Da', 'Em'].map((code) => member(code, first)),
    rate('An', { level: 'excellent' }),
    rate('Ba', { level: 'good' }),
    rate('Ca', { level: 'completed' }),
    rate('Da', { omitted: 'exempt' }),
    // After the vote of the cell, before the end of the year.
    act('2020-12-20', 'member.transferred', { person: 'Ba', to: second }),
    act('2020-12-28', 'member.died', { person: 'Ca' }),
    // In the next year the first cell goes up into the second: last year's grades stay where they were given.
    act('2021-06-01', 'unit.merged', { units: [first], into: second }),
  ]);
});
afterAll(() => world?.close());

async function ask(
  figure: string,
  code: string,
  args: Record<string, string> = {},
  year = 2020,
): Promise<FigureAnswer> {
  return world.read(async ({ db, client }) => {
    const { rows } = await client.query('select unit_id from unit_code where code = $1', [code]);
    const question = {
      figure,
      unitId: rows[0].unit_id,
      on: `${year}-12-31`,
      from: `${year}-01-01`,
      to: `${year}-12-31`,
    };
    const figures = catalogue(world.journal.register.figures);
    return answerFigure(
      db,
      figures,
      { ...question, args, knownAt: null },
      { list: true, notCounted: true, byUnit: true },
    );
  });
}

const labels = (list: FigureAnswer['list']) => (list as ListEntry[]).map(({ label }) => label);
const whyNot = ({ notCounted = [] }: FigureAnswer) =>
  Object.fromEntries(notCounted.map(({ label, why }) => [label, why]));

describe('the grades of 2020, decided in January 2021 (seed 002, Hải Hậu)', () => {
  test('are 90 of 92: 14, 69 and 7; the army and the police classify their own', async () => {
    const all = await ask('grassroots-units-classified', 'HH');
    expect(all.value).toBe(90);
    expect(all.list).toHaveLength(90);
    const reason = 'đánh giá, xếp loại theo hệ thống riêng (quân đội, công an)';
    expect(whyNot(all)).toEqual({ 'Đảng bộ HH.1': reason, 'Đảng bộ HH.2': reason });
    const of = async (level: string) => (await ask('grassroots-units-classified', 'HH', { level })).value;
    expect([await of('excellent'), await of('good'), await of('completed'), await of('not-completed')]).toEqual([
      14, 69, 7, 0,
    ]);
  });

  test('are printed 15,6 / 76,6 / 7,8: half-up, the residual on the largest share', () => {
    const { value } = world.journal.rulebook.rule('report.rounding.row', '2020-12-31') as {
      value: { method: RoundingMethod; decimals: number };
    };
    expect(shares([14, 69, 7], value.decimals, value.method)).toEqual([15.6, 76.6, 7.8]);
  });

  test('count in 2020, not in the year of the decision; the next year nobody is classified yet', async () => {
    const next = await ask('grassroots-units-classified', 'HH', {}, 2021);
    expect(next.value).toBe(0);
    expect(next.notCounted).toHaveLength(91); // one was merged into another in June
    expect(new Set(Object.values(whyNot(next)))).toEqual(new Set(['chưa xếp loại']));
  });

  test('are good or above in 83 of the 90 classified', async () => {
    const share = await ask('grassroots-units-good-or-above', 'HH');
    expect(share).toMatchObject({ value: 92.2, numerator: 83, denominator: 90, measure: 'percent' });
  });

  test('of one kind are asked by the kind, and other levels are the reason of the rest', async () => {
    const excellent = await ask('units-classified', 'HH', { kind: 'grassroots-cell', level: 'completed' });
    expect(excellent.value).toBe(7);
    expect(excellent.notCounted).toHaveLength(42);
    expect(new Set(Object.values(whyNot(excellent)))).toEqual(new Set(['xếp loại: Hoàn thành tốt nhiệm vụ']));
  });
});

describe('members', () => {
  test('count where they stand on 31 December; the dead do not, and the others are told why not', async () => {
    const all = await ask('members-classified', 'HH');
    expect(labels(all.list).toSorted()).toEqual(['Nguyễn Văn An', 'Nguyễn Văn Ba']);
    expect(whyNot(all)).toEqual({
      'Nguyễn Văn Da': 'được miễn công tác và sinh hoạt đảng',
      'Nguyễn Văn Em': 'chưa xếp loại',
    });
    expect((await ask('members-classified', 'HH.101')).value).toBe(1);
    expect((await ask('members-classified', 'HH.102')).value).toBe(1);
    expect(await ask('members-good-or-above', 'HH')).toMatchObject({ value: 100, numerator: 2, denominator: 2 });
  });

  test('who was no member here on the day cannot be classified for the year', async () => {
    const faults = async (acts: ActInput[]) =>
      world.post(acts).then(
        () => [],
        (problem) => problem.fields.map(({ code, field }: { code: string; field: string }) => `${field}: ${code}`),
      );
    const late = rate('Ca', { level: 'good', forYear: 2021 }, '2022-01-10');
    expect(await faults([late])).toEqual(['forYear: classification.no-member-then']);
    expect(await faults([rate('An', { level: 'good', forYear: 2022 }, '2021-12-15')])).toEqual([
      'forYear: classification.year-ahead',
    ]);
    expect(await faults([rate('An', { level: 'violated' }, '2021-02-01')])).toEqual([
      'level: rule.classification.levels.member',
    ]);
  });
});

test('two grades of one day for one year need to say which came first; a later day replaces', async () => {
  const twice = [
    grade('HH.120', { level: 'good' }, '2021-03-01'),
    grade('HH.120', { level: 'completed' }, '2021-03-01'),
  ];
  await expect(world.post(twice)).rejects.toMatchObject({ fields: [{ code: 'after.needed' }] });
  const before = (await ask('units-classified', 'HH.110', { level: 'excellent' })).value;
  expect(before).toBe(0);
  await world.post([grade('HH.110', { level: 'excellent' }, '2021-03-01')]);
  expect((await ask('units-classified', 'HH.110', { level: 'excellent' })).value).toBe(1);
  expect((await ask('grassroots-units-classified', 'HH')).value).toBe(90);
});
