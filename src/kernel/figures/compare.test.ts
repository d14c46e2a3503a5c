import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#/platform/db/transaction.ts';
import type { Problem } from '#/platform/errors.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { idOf } from '#test/facts.ts';
import { toyFigures } from '#test/toy-figures.ts';
import { labels, layToyTree, toyQuestion as question, year } from '#test/toy-tree.ts';
import { answerFigure } from './answer.ts';
import { compareFigure } from './compare.ts';
import type { FigureQuestion } from './figure.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await testDatabase();
  pool = database.appPool();
  await layToyTree(pool);
});
afterAll(() => database?.close());

test('a tally that does not fit its list raises an alarm, and the number is the length of the list', async () => {
  const alarms: Problem[] = [];
  const alarm = (problem: Problem) => void alarms.push(problem);
  await inTransaction(pool, { actor: 'test', scope: '|' }, async ({ db, client }) => {
    expect(await answerFigure(db, toyFigures, question('members', 'P'), { list: true, alarm })).toMatchObject({
      value: 5,
    });
    expect(alarms).toEqual([]);
    await client.query(`update tally set change = change + 1 where figure = 'members' and unit_id = $1`, [idOf('P')]);
    expect(await answerFigure(db, toyFigures, question('members', 'P'), { list: true, alarm })).toMatchObject({
      value: 5,
    });
    throw new Error('undo');
  }).catch((error: Error) => expect(error.message).toBe('undo'));
  expect(alarms).toMatchObject([{ code: 'figure.tally-mismatch' }]);
});

test('a comparison tells name by name who came, who went and who is elsewhere', async () => {
  const compare = (a: FigureQuestion, b: FigureQuestion) =>
    inTransaction(pool, { actor: 'test', scope: '|', readOnly: true }, ({ db }) => compareFigure(db, toyFigures, a, b));
  const stock = await compare(question('members', 'D1', { on: '2019-01-01' }), question('members', 'P'));
  expect(stock).toMatchObject({ a: 4, b: 5, moved: [] });
  expect([labels(stock.onlyA), labels(stock.onlyB)]).toEqual([['binh'], ['dung', 'em']]);
  const half = { from: '2020-01-01', to: '2020-06-30', on: '2020-06-30' };
  const flow = await compare(question('entered', 'P', half), question('entered', 'P', { ...year, on: '2020-12-31' }));
  expect(flow).toMatchObject({
    onlyA: [],
    onlyB: [{ label: 'dung' }],
    moved: [{ a: { unit: { code: 'C1' } }, b: { unit: { code: 'C2' } } }],
  });
  const told = await compare(question('entries', 'D1', half), question('entries', 'D1', { ...year, on: '2020-12-31' }));
  expect(told).toMatchObject({ a: 22, b: 22, onlyA: [], onlyB: [], moved: [] });
  await expect(compare(question('goal', 'P'), question('goal', 'P'))).rejects.toMatchObject({
    code: 'figure.not-a-count',
  });
});
