import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue } from '#/kernel/figures/catalogue.ts';
import { type CountFigure, figure, type ListEntry } from '#/kernel/figures/figure.ts';
import { testWorld, type World } from '#test/world.ts';
import { answerFigure } from './answer.ts';

const roster: CountFigure = figure({
  type: 'count',
  name: 'roster',
  of: 'unit',
  counts: 'distinct',
  place: 'subject',
  time: 'flow',
  lasting: true,
  title: { vi: 'Có trong kỳ', en: 'Of the period' },
  definition: { vi: 'Có trong kỳ', en: 'Of the period' },
  measure: 'units',
  rows: ({ db, table }) =>
    db
      .selectFrom(table('unitLife', 'u'))
      .select(['u.unitId as id', 'u.unitId as subjectId', 'u.unitId as unitId', 'u.valid', 'u.actId']),
});

let world: World;
beforeAll(async () => {
  world = await testWorld();
  const unit = (code: string, kind: string, parent?: string, effectiveOn = '2015-01-01') => ({
    kind: 'unit.established',
    effectiveOn,
    unit: { code, name: `Đơn vị ${code}`, kind, parent },
  });
  await world.post([
    unit('T', 'provincial'),
    unit('H', 'district', 'T'),
    unit('K', 'bloc', 'T'),
    unit('H.1', 'grassroots-cell', 'H'),
    unit('H.2', 'grassroots-cell', 'H'),
    unit('H.3', 'grassroots-cell', 'H', '2020-07-01'),
    { kind: 'unit.dissolved', effectiveOn: '2020-03-01', unit: 'H.2' },
    { kind: 'unit.moved', effectiveOn: '2020-05-10', unit: 'H.1', parent: 'K' },
    { kind: 'unit.moved', effectiveOn: '2020-08-10', unit: 'H.1', parent: 'H' },
  ]);
});
afterAll(() => world?.close());

const ask = (code: string, from: string, to: string) =>
  world.read(async ({ db, client }) => {
    const { rows } = await client.query('select unit_id from unit_code where code = $1', [code]);
    const question = { figure: 'roster', unitId: rows[0].unit_id, on: to, from, to, args: {}, knownAt: null };
    const answer = await answerFigure(db, catalogue([roster]), question, { list: true, byUnit: true });
    const codes = (answer.list as ListEntry[]).map(({ label }) => String(label).slice('Đơn vị '.length));
    expect(answer.value).toBe(codes.length);
    expect((answer.byUnit ?? []).reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(codes.length);
    return codes;
  });

test('what lasts counts once in every period that it touches', async () => {
  expect(await ask('H', '2020-01-01', '2020-02-29')).toEqual(['H', 'H.1', 'H.2']);
  expect(await ask('H', '2020-02-29', '2020-02-29')).toEqual(['H', 'H.1', 'H.2']);
  expect(await ask('H', '2020-03-01', '2020-04-30')).toEqual(['H', 'H.1']);
  expect(await ask('T', '2020-01-01', '2020-12-31')).toEqual(['H', 'H.1', 'H.2', 'H.3', 'K', 'T'].toSorted());
});

test('and where its unit lay under the asked one on a day that they share', async () => {
  expect(await ask('K', '2020-01-01', '2020-05-09')).toEqual(['K']);
  expect(await ask('K', '2020-05-10', '2020-05-10')).toEqual(['H.1', 'K']);
  expect(await ask('H', '2020-05-10', '2020-08-09')).toEqual(['H', 'H.3']);
  expect(await ask('H', '2020-01-01', '2020-12-31')).toEqual(['H', 'H.1', 'H.2', 'H.3']);
});
