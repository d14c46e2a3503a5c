import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#/platform/db/transaction.ts';
import { testWorld, type World } from '#test/world.ts';
import { answerFigure } from './answer.ts';
import { catalogue } from './catalogue.ts';
import { compareFigure } from './compare.ts';
import { type Amount, type CountFigure, type FlowRow, figure, type ListEntry, type RatioFigure } from './figure.ts';
import { answerNation } from './nation.ts';

// A change of a unit stands for an occasion: each is one row with a name, and 10 people who have none.
const rows = sql<FlowRow>`(select e.act_id as id, e.unit_id as subject_id, e.unit_id, e.on_day as day, e.act_id from unit_event e)`;

const gathered = figure({
  type: 'count',
  name: 'gathered',
  of: 'unit',
  counts: 'occurrences',
  place: 'subject',
  time: 'flow',
  title: { vi: 'Dự', en: 'Gathered' },
  definition: { vi: 'Dự', en: 'Gathered' },
  measure: 'persons',
  rows: () => rows,
  amounts: (facts) =>
    sql<Amount>`(select e.unit_id, e.act_id, e.on_day as day, 10 as amount from ${facts.table('unitEvent', 'e')})`,
});
const occasions: CountFigure = { ...gathered, name: 'occasions', amounts: undefined };
const own: CountFigure = { ...gathered, name: 'gathered-own', whose: () => 'own' };
const each: RatioFigure = {
  ...gathered,
  type: 'ratio',
  name: 'gathered-each',
  numerator: { figure: 'gathered' },
  denominator: { figure: 'occasions' },
  decimals: 0,
};
const figures = catalogue([gathered, occasions, own, each]);

let world: World;
/** When the units were recorded, and none of their changes. */
let before: string;
beforeAll(async () => {
  world = await testWorld();
  const unit = (code: string, kind: string, parent?: string) => ({
    kind: 'unit.established',
    effectiveOn: '2015-01-01',
    unit: { code, name: `Đơn vị ${code}`, kind, parent },
  });
  const rename = (effectiveOn: string, code: string) => ({
    kind: 'unit.renamed',
    effectiveOn,
    unit: code,
    name: `${code} ${effectiveOn}`,
  });
  const receipt = await world.post([
    unit('T', 'provincial'),
    unit('H', 'district', 'T'),
    unit('K', 'district', 'T'),
    unit('H.1', 'grassroots-cell', 'H'),
  ]);
  before = receipt.recordedAt;
  await world.post([
    rename('2020-02-01', 'H.1'),
    rename('2020-03-01', 'H'),
    { kind: 'unit.moved', effectiveOn: '2020-06-01', unit: 'H.1', parent: 'K' },
    rename('2020-08-01', 'H.1'),
    rename('2021-01-01', 'H.1'),
  ]);
});
afterAll(() => world?.close());

const idOf = (code: string) =>
  world.read(async ({ client }) => {
    const { rows: found } = await client.query('select unit_id from unit_code where code = $1', [code]);
    return found[0].unit_id as string;
  });

async function question(name: string, code: string, from: string, to: string, knownAt: string | null = null) {
  return { figure: name, unitId: await idOf(code), on: to, from, to, args: {}, knownAt };
}

async function ask(name: string, code: string, from = '2020-01-01', to = '2020-12-31', knownAt: string | null = null) {
  const asked = await question(name, code, from, to, knownAt);
  return world.read(({ db }) => answerFigure(db, figures, asked, { list: true, byUnit: true }));
}

test('amounts are added to the rows with names, and printed apart', async () => {
  const year = await ask('gathered', 'T');
  expect([year.value, year.named, year.declared]).toEqual([44, 4, 40]);
  const list = year.list as ListEntry[];
  expect(list.filter(({ declared }) => declared === undefined)).toHaveLength(4);
  expect(list.filter(({ declared }) => declared === 10).map(({ label, on, unit }) => [label, on, unit?.code])).toEqual([
    ['số liệu do đơn vị báo cáo, không mở danh sách', '2020-02-01', 'H.1'],
    ['số liệu do đơn vị báo cáo, không mở danh sách', '2020-03-01', 'H'],
    ['số liệu do đơn vị báo cáo, không mở danh sách', '2020-06-01', 'H.1'],
    ['số liệu do đơn vị báo cáo, không mở danh sách', '2020-08-01', 'H.1'],
  ]);
});

test('each counts where its unit stood on its day, and the number without the list is the same', async () => {
  expect((await ask('gathered', 'T')).byUnit?.map(({ code, value }) => [code, value])).toEqual([
    ['H', 22],
    ['K', 22],
  ]);
  expect(await ask('gathered', 'H')).toMatchObject({ value: 22, declared: 20 });
  expect(await ask('gathered', 'K')).toMatchObject({ value: 22, declared: 20 });
  const asked = await question('gathered', 'H', '2020-01-01', '2020-12-31');
  expect(await world.read(({ db }) => answerFigure(db, figures, asked))).toMatchObject({ value: 22, declared: 20 });
  expect(await ask('gathered-own', 'H')).toMatchObject({ value: 11, declared: 10 });
});

test('a count that a unit declares stands beside them', async () => {
  expect(await ask('gathered-each', 'T')).toMatchObject({ value: 11, numerator: 44, denominator: 4 });
  await world.tamper(
    `insert into declared_count (unit_id, figure, args, valid, amount, scope, act_id, known_from)
     select unit_id, 'gathered', '{}', '[2020-01-01,2020-07-01)', 100, '|', uuidv7(), '2020-01-01' from unit_code where code = 'H'`,
  );
  expect(await ask('gathered', 'H')).toMatchObject({ value: 122, named: 2, declared: 120 });
  expect(await ask('gathered', 'H', '2020-01-01', '2020-05-31')).toMatchObject({ value: 22, declared: 20 });
  await world.tamper('delete from declared_count');
});

test('as known before, only what was known counts; the difference names the acts', async () => {
  expect(await ask('gathered', 'T', '2020-01-01', '2020-12-31', before)).toMatchObject({ declared: 0 });
  const [a, b] = [
    await question('gathered', 'T', '2020-01-01', '2020-06-30'),
    await question('gathered', 'T', '2020-01-01', '2020-12-31'),
  ];
  const change = await world.read(({ db }) => compareFigure(db, figures, a, b));
  expect([change.a, change.b, change.onlyB.map(({ declared }) => declared)]).toEqual([33, 44, [undefined, 10]]);
});

test('the nation adds them up', async () => {
  const tenant = {
    code: 'T',
    name: 'T',
    read: <R>(work: (db: never) => Promise<R>) =>
      inTransaction(world.journal.pool, { actor: 'test', scope: '|', readOnly: true }, ({ db }) => work(db as never)),
  };
  const asked = { figure: 'gathered', on: '2020-12-31', from: '2020-01-01', to: '2020-12-31', args: {} };
  expect(await answerNation([tenant as never], figures, asked)).toMatchObject({ value: 44, declared: 40 });
});

test('only a flow has them', () => {
  expect(() => catalogue([{ ...gathered, time: 'stock' }])).toThrow(/amounts have a day/);
});
