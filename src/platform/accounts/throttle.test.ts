import fc from 'fast-check';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { forget, giveBack, type Subject, takeTurn, waitAfter } from './throttle.ts';

let database: TestDatabase;
let hall: Pool;
beforeAll(async () => {
  database = await testDatabase();
  hall = database.appPool();
});
afterAll(() => database?.close());

const start = Date.parse('2026-11-30T02:00:00Z');
const after = (seconds: number) => new Date(start + seconds * 1_000);
const login = (name: string): Subject => ({ kind: 'login', name });

test('a further guess never waits less than the one before, and none longer than a quarter of an hour', () => {
  fc.assert(
    fc.property(fc.nat(5_000), fc.nat(50), (failures, free) => {
      const [wait, next] = [waitAfter(failures, free), waitAfter(failures + 1, free)];
      expect(next).toBeGreaterThanOrEqual(wait);
      expect(next).toBeLessThanOrEqual(15 * 60_000);
      expect(wait === 0).toBe(failures < free);
    }),
  );
  expect([5, 6, 7, 8].map((failures) => waitAfter(failures, 5))).toEqual([1_000, 2_000, 4_000, 8_000]);
});

test('five guesses at a login are free, then each waits twice as long; guesses made at once count one by one', async () => {
  const turns = await Promise.allSettled(Array.from({ length: 20 }, () => takeTurn(hall, [login('a')], after(0))));
  expect(turns.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  expect(turns.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'sign-in.wait', status: 429 },
  });
  await takeTurn(hall, [login('a')], after(1));
  await expect(takeTurn(hall, [login('a')], after(2))).rejects.toMatchObject({ code: 'sign-in.wait' });
  await takeTurn(hall, [login('a')], after(3));
});

test('who was right gives the guess back; who signed in has the login’s guesses forgotten, the address’s not', async () => {
  const subjects: Subject[] = [login('b'), { kind: 'address', name: '10.0.0.1' }];
  for (let i = 0; i < 40; i += 1) {
    await takeTurn(hall, subjects, after(0));
    await giveBack(hall, subjects, after(0));
  }
  for (let i = 0; i < 5; i += 1) await takeTurn(hall, [login('b')], after(0));
  await forget(hall, [login('b')], after(0));
  await takeTurn(hall, [login('b')], after(0));
  for (let i = 0; i < 29; i += 1) await takeTurn(hall, [login(`spray ${i}`), subjects[1] as Subject], after(0));
  await forget(hall, subjects, after(0));
  for (let i = 0; i < 2; i += 1) await takeTurn(hall, [subjects[1] as Subject], after(0));
  await expect(takeTurn(hall, [subjects[1] as Subject], after(0))).rejects.toMatchObject({ code: 'sign-in.wait' });
});

test('after a quiet day the guesses are forgotten, not before', async () => {
  for (let i = 0; i < 5; i += 1) await takeTurn(hall, [login('c')], after(0));
  await takeTurn(hall, [login('c')], after(86_000));
  await expect(takeTurn(hall, [login('c')], after(86_001))).rejects.toMatchObject({ code: 'sign-in.wait' });
  for (let i = 0; i < 5; i += 1) await takeTurn(hall, [login('c')], after(86_000 + 86_401));
});

test('what was typed as a login stands nowhere in the table', async () => {
  await takeTurn(hall, [login('mật khẩu gõ nhầm chỗ')], after(0));
  const { rows } = await hall.query('select subject from sign_in_failure');
  expect(rows.every(({ subject }) => /^[0-9a-f]{64}$/.test(subject))).toBe(true);
});
