import type { Pool, PoolClient } from 'pg';
import { expect } from 'vitest';
import { type AnswerOptions, answerFigure } from '#/kernel/figures/answer.ts';
import type { FigureAnswer, FigureQuestion, ListEntry } from '#/kernel/figures/figure.ts';
import { rebuildTallies } from '#/kernel/figures/tally.ts';
import { inTransaction } from '#/platform/db/transaction.ts';
import { handMadeFacts, idOf } from './facts.ts';
import { toyFigures } from './toy-figures.ts';

/** A small organisation that can be counted on the fingers: P over D1 (C1, C2) and D2 (C3); C2 goes over to D2 on 1/7/2020; C4 lived under D2 until 1/6/2020. */
export async function layToyTree(pool: Pool): Promise<void> {
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
    await declareAndAssign(client);
    await client.query(`update journal_head set last_recorded_at = '2021-06-01T00:00:00.000001Z'`);
    await rebuildTallies(db, toyFigures.all);
  });
}

async function declareAndAssign(client: PoolClient): Promise<void> {
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
}

export type Asked = Partial<FigureQuestion> & { unit?: string; scope?: string } & AnswerOptions;

export async function askToy(
  pool: Pool,
  name: string,
  { unit = 'P', scope = '|', ...asked }: Asked = {},
): Promise<FigureAnswer> {
  return inTransaction(pool, { actor: 'test', scope, readOnly: true }, async ({ db, client }) => {
    const answer = await answerFigure(db, toyFigures, toyQuestion(name, unit, asked), asked);
    const { rows } = await client.query(
      `select current_setting('sotay.scope') as scope, current_setting('sotay.actor') as actor`,
    );
    expect(rows).toEqual([{ scope, actor: 'test' }]);
    return answer;
  });
}

export function toyQuestion(name: string, unit: string, asked: Partial<FigureQuestion> = {}): FigureQuestion {
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

export const year = { from: '2020-01-01', to: '2020-12-31' };
export const labels = (list: FigureAnswer['list']) => (list as ListEntry[]).map((entry) => entry.label);
export const shares = ({ byUnit }: FigureAnswer) =>
  Object.fromEntries((byUnit ?? []).map(({ code, value }) => [code, value]));
