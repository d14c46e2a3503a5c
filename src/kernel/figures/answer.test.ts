import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '#/platform/db/transaction.ts';
import type { Problem } from '#/platform/errors.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { handMadeFacts, idOf } from '#test/facts.ts';
import { toyFigures } from '#test/toy-figures.ts';
import { type AnswerOptions, answerFigure } from './answer.ts';
import { compareFigure } from './compare.ts';
import type { FigureAnswer, FigureQuestion, ListEntry } from './figure.ts';
import { inFrame } from './frame.ts';
import { rebuildTallies } from './tally.ts';

let database: TestDatabase;
let pool: Pool;

// P over D1 (C1, C2) and D2 (C3); C2 goes over to D2 on 1/7/2020; C4 lived under D2 until 1/6/2020.
beforeAll(async () => {
  database = await testDatabase();
  pool = database.appPool();
  const facts = handMadeFacts();
  facts.unit('P', 'provincial', '2000-01-01');
  for (const name of ['D1', 'D2']) facts.unit(name, 'commune', '2000-01-01');
  for (const name of ['C1', 'C2', 'C3']) facts.unit(name, 'cell', '2000-01-01');
  facts.unit('C4', 'cell', '2000-01-01', { to: '2020-06-01', successor: 'C3' });
  for (const [unit, parent] of [
    ['D1', 'P'],
    ['D2', 'P'],
    ['C1', 'D1'],
    ['C3', 'D2'],
  ] as const)
    facts.under(unit, parent, '2000-01-01');
  facts.under('C4', 'D2', '2000-01-01', '2020-06-01');
  facts.under('C2', 'D1', '2000-01-01', '2020-07-01');
  facts.under('C2', 'D2', '2020-07-01');
  const scope = { C1: '|P.D1.C1.', C2: '|P.D2.C2.', C3: '|P.D2.C3.', D1: '|P.D1.' };
  const stand = (person: string, unit: keyof typeof scope, from: string, to: string | null, more = {}) => {
    facts.person(person, { scope: scope[unit] });
    facts.standing(person, unit, from, to, { scope: scope[unit], ...more });
  };
  stand('an', 'C1', '2010-01-01', null);
  stand('binh', 'C1', '2010-01-01', '2020-03-01', { status: 'probationary' });
  stand('chi', 'C2', '2010-01-01', null);
  stand('dung', 'C2', '2019-05-05', null, { status: 'probationary' });
  stand('em', 'C3', '2015-01-01', null);
  stand('giang', 'D1', '2015-01-01', null);
  stand('hoa', 'D1', '2020-02-01', null, { in_transit: true });
  facts.event('an', '2020-02-02', 'admitted', null, 'C1');
  facts.event('an', '2020-09-09', 'admitted', null, 'C2');
  facts.event('chi', '2020-06-30', 'admitted', null, 'C2');
  facts.event('dung', '2020-07-01', 'admitted', null, 'C2');
  facts.event('em', '2020-05-31', 'admitted', null, 'C4');
  facts.event('giang', '2021-01-01', 'admitted', null, 'D1');
  await inTransaction(pool, { actor: 'test', scope: '|' }, async ({ db, client }) => {
    await facts.insert(client);
    const declare = (unit: string, valid: string, amount: number, n: number) =>
      client.query(
        `insert into declared_count (unit_id, figure, args, valid, amount, scope, act_id, known_from)
         values ($1, 'entries', '{}', $2, $3, '|', $4, '2000-01-01Z')`,
        [idOf(unit), valid, amount, idOf(`declared ${n}`)],
      );
    await declare('C2', '[2020-05-01,2020-07-01)', 20, 1); // its last day is the last under D1
    await declare('C2', '[2020-07-01,2020-10-01)', 3, 2);
    await declare('C3', '[2020-12-01,2021-02-01)', 500, 3); // reaches beyond the year
    const assign = (value: number, assignedOn: string) =>
      client.query(
        `insert into target (unit_id, figure, args, valid, value, measure, at_least, assigned_on, scope, act_id, known_from)
         values ($1, 'entries', '{}', '[2020-01-01,2021-01-01)', $2, 'count', true, $3, '|', $4, '2000-01-01Z')`,
        [idOf('P'), value, assignedOn, idOf(`target ${value}`)],
      );
    await assign(30, '2020-01-10');
    await assign(40.5, '2020-06-10');
    await client.query(`update journal_head set last_recorded_at = '2021-06-01T00:00:00.000001Z'`);
    await rebuildTallies(db, toyFigures.all);
  });
});
afterAll(() => database?.close());

type Asked = Partial<FigureQuestion> & { unit?: string; scope?: string } & AnswerOptions;

async function ask(name: string, { unit = 'P', scope = '|', ...asked }: Asked = {}): Promise<FigureAnswer> {
  return inTransaction(pool, { actor: 'test', scope, readOnly: true }, async ({ db, client }) => {
    const answer = await answerFigure(db, toyFigures, question(name, unit, asked), asked);
    const { rows } = await client.query(
      `select current_setting('sotay.scope') as scope, current_setting('sotay.actor') as actor`,
    );
    expect(rows).toEqual([{ scope, actor: 'test' }]);
    return answer;
  });
}

function question(name: string, unit: string, asked: Partial<FigureQuestion> = {}): FigureQuestion {
  return {
    figure: name,
    unitId: idOf(unit),
    on: asked.to ?? '2020-12-31',
    from: null,
    to: null,
    args: {},
    knownAt: null,
    ...asked,
  };
}

const year = { from: '2020-01-01', to: '2020-12-31' };
const labels = (list: FigureAnswer['list']) => (list as ListEntry[]).map((entry) => entry.label);
const shares = ({ byUnit }: FigureAnswer) => Object.fromEntries((byUnit ?? []).map(({ code, value }) => [code, value]));

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
      { act: idOf('target 30'), why: 'đã thay bằng chỉ tiêu giao ngày 2020-06-10' },
    ]);
    expect(await ask('goal', { unit: 'D1' })).toMatchObject({ value: null });
    expect(await ask('goal-attained', year)).toMatchObject({ value: 69.1, numerator: 28, denominator: 40.5 });
    expect(await ask('goal-attained', { ...year, unit: 'D1' })).toMatchObject({ value: null, numerator: 22 });
  });
});

describe('scope', () => {
  test('a past day counts whoever stood there; names that lie elsewhere today stay hidden', async () => {
    const narrow = { unit: 'D1', scope: '|P.D1.', on: '2020-06-30', list: true };
    for (const name of ['members', 'members-counted']) {
      const answer = await ask(name, narrow);
      expect(answer.value).toBe(4);
      expect(labels(answer.list)).toEqual(['an', null, null, 'giang']);
    }
  });

  test('is the asker’s own again after an answer, and after a refusal; an evaluation inside another is a fault', async () => {
    await inTransaction(pool, { actor: 'test', scope: '|P.D1.', readOnly: true }, async ({ db, client }) => {
      const scope = async () => (await client.query(`select current_setting('sotay.scope') as scope`)).rows[0].scope;
      const asked = question('members', 'D1');
      await answerFigure(db, toyFigures, asked);
      expect(await scope()).toBe('|P.D1.');
      await expect(answerFigure(db, toyFigures, { ...asked, figure: 'entries' })).rejects.toMatchObject({
        code: 'figure.period',
      });
      expect(await scope()).toBe('|P.D1.');
      await expect(inFrame(db, asked, () => inFrame(db, asked, async () => null))).rejects.toThrow('one after another');
    });
  });

  test('a unit outside it is as unknown as one that does not exist', async () => {
    await expect(ask('members', { unit: 'D2', scope: '|P.D1.' })).rejects.toMatchObject({
      code: 'unit.unknown',
      status: 404,
    });
    await expect(ask('members', { unit: 'X' })).rejects.toMatchObject({ code: 'unit.unknown', status: 404 });
  });
});

describe('known at', () => {
  test('may not lie after the last act recorded, and is an instant', async () => {
    const at = (knownAt: string) => ask('members', { knownAt });
    await expect(at('2021-06-01T00:00:00.000002Z')).rejects.toMatchObject({ code: 'known-at.future' });
    for (const text of ['now', 'tomorrow', '2021-01-01', '2021-01-01T00:00:00', '2021-13-01T00:00:00Z'])
      await expect(at(text)).rejects.toMatchObject({ code: 'known-at.invalid' });
    expect(await at('2021-06-01T07:00:00.000001+07:00')).toMatchObject({
      value: 5,
      knownAt: '2021-06-01T00:00:00.000001Z',
    });
  });
});

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
