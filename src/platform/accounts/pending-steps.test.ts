import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { beginStep, takeChallenge, tryStep } from './pending-steps.ts';

// Whoever may begin may begin again and again: of what was begun, so much is kept and no more.

let database: TestDatabase;
let hall: Pool;
let account: string;
beforeAll(async () => {
  database = await bareDatabase();
  hall = database.appPool();
  const { rows } = await hall.query(
    `insert into public.account (login, name, created_at, created_by) values ('can-bo', 'x', now(), 'cli:test') returning id`,
  );
  account = rows[0].id;
});
afterAll(() => database?.close());

const now = new Date('2026-06-01T03:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
const passkey = { accountId: null, purpose: 'passkey', first: null, challenge: 'c' } as const;
const factor = () => ({ accountId: account, purpose: 'second-factor', first: 'password', challenge: null }) as const;
const count = async () => Number((await hall.query('select count(*)::int as n from public.sign_in_step')).rows[0].n);

test('of an address a hundred steps are kept, the latest, and those of others are not touched', async () => {
  const others = await beginStep(hall, passkey, '192.0.2.9', now);
  const all: string[] = [];
  for (let n = 0; n < 130; n += 1) all.push(await beginStep(hall, passkey, '192.0.2.1', later(n)));
  expect(await count()).toBe(101);
  await expect(takeChallenge(hall, all[0] as string, ['passkey'], later(130))).rejects.toMatchObject({
    code: 'sign-in.begin-again',
  });
  for (const step of [all[30] as string, all[129] as string, others])
    expect(await takeChallenge(hall, step, ['passkey'], later(130))).toMatchObject({ challenge: 'c' });
});

test('of an account ten, from however many addresses', async () => {
  const all: string[] = [];
  for (let n = 0; n < 14; n += 1) all.push(await beginStep(hall, factor(), `192.0.2.${10 + n}`, later(n)));
  await expect(tryStep(hall, all[3] as string, ['second-factor'], later(14))).rejects.toMatchObject({
    code: 'sign-in.begin-again',
  });
  expect(await tryStep(hall, all[4] as string, ['second-factor'], later(14))).toMatchObject({ accountId: account });
});

test('neighbours of one /64 are one address, and no address stands there', async () => {
  for (let n = 0; n < 120; n += 1) await beginStep(hall, passkey, `2001:db8:0:1::${n.toString(16)}`, later(n));
  const { rows } = await hall.query(
    'select origin, count(*)::int as n from public.sign_in_step group by 1 order by 2 desc',
  );
  expect(rows[0]).toMatchObject({ n: 100 });
  expect(JSON.stringify(rows)).not.toContain('2001');
});

test('what is over goes with the next that begins', async () => {
  await beginStep(hall, passkey, '192.0.2.1', later(3_600));
  expect(await count()).toBe(1);
});
