import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '#/platform/db/transaction.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { toyFigures } from '#test/toy-figures.ts';
import { type Asked, askToy, labels, layToyTree, toyQuestion as question } from '#test/toy-tree.ts';
import { answerFigure } from './answer.ts';
import { inFrame } from './frame.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await testDatabase();
  pool = database.appPool();
  await layToyTree(pool);
});
afterAll(() => database?.close());

const ask = (name: string, asked: Asked = {}) => askToy(pool, name, asked);

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
