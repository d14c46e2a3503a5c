import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { fixedClock } from '#/platform/clock.ts';
import { createTenant } from '#/platform/db/migrate.ts';
import { inTransaction, wholeTenant } from '#/platform/db/transaction.ts';
import { openKeys } from '#/platform/keys/keys.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { actId, asSuperuser, recordBatch } from '#test/plain-acts.ts';
import { headOf, parseHeads } from '../seals/head.ts';
import { sealAll } from '../seals/seal.ts';
import { verifySeals } from '../seals/verify-seals.ts';
import { sensitive } from './refs.ts';
import { sealedJournal } from './sealed-journal.ts';
import { concealBody, revealBody } from './sensitive.ts';
import { makeVault, openVault, type Vault } from './vault.ts';
import { verifyValues } from './verify-values.ts';

const clock = fixedClock('2024-02-01T00:00:00Z');
const schema = z.strictObject({
  phone: sensitive(z.string(), 'phone'),
  list: z.array(sensitive(z.string(), 'health')),
});
const plain = { phone: '0912345678', list: ['a', 'b'] };
let database: TestDatabase;
let folder: string;
let vault: Vault;

beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'sotay-values-'));
  const pool = database.appPool();
  vault = makeVault(openKeys(join(folder, 'key'), null));
  for (const n of [1, 2]) {
    const { body, rows } = concealBody(schema, plain, { id: actId(n), subjectId: actId(9) }, vault);
    await recordBatch(pool, n, [n], body);
    await inTransaction(pool, { actor: 'a', scope: wholeTenant }, async ({ client }) => {
      for (const { ref, field, cipher, lookup, keyId, subjectId } of rows)
        await client.query(
          `insert into sensitive_value (ref, act_id, subject_id, field, cipher, lookup, key_id, scope) values ($1, $2, $3, $4, $5, $6, $7, '|')`,
          [ref, actId(n), subjectId, field, cipher, lookup, keyId],
        );
    });
  }
  await inTransaction(pool, { actor: 'a', scope: wholeTenant }, (tx) => sealAll(tx, sealedJournal, clock));
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

async function after(change: (client: Client) => Promise<unknown>) {
  return asSuperuser(database.adminUrl, async (client) => {
    await client.query('begin');
    const [head] = parseHeads(await headOf({ client: client as never }, sealedJournal, clock));
    await change(client);
    const values = await verifyValues({ client: client as never }, vault);
    const seals = await verifySeals({ client: client as never }, sealedJournal, head);
    const { rows } = await client.query('select ref, cipher from sensitive_value where act_id = $1 order by field', [
      actId(1),
    ]);
    const { body } = (await client.query('select body from act where id = $1', [actId(1)])).rows[0];
    await client.query('rollback');
    return { values, seals: seals.findings, rows, body };
  });
}
const sql = (text: string) => (client: Client) => client.query(text);
const one = `(select ref from sensitive_value where act_id = '${actId(1)}' and field = 'phone')`;

test('values that are what their acts vouch for are in order', async () => {
  const { values, seals } = await after(async () => {});
  expect(values).toEqual({ checked: 6, findings: [] });
  expect(seals).toEqual([]);
});

test('erasing a value keeps every seal valid, and leaves the rest of the act readable', async () => {
  const { values, seals, rows, body } = await after(
    sql(
      `update sensitive_value set cipher = null, lookup = null, erased_on = '2024-03-01', erased_under = 'Quyết định 1' where ref = ${one}`,
    ),
  );
  expect(seals).toEqual([]);
  expect(values).toEqual({ checked: 5, findings: [] });
  const { name: _n, unit: _u, ...own } = body;
  expect(revealBody(schema, own, rows, vault)).toEqual({ phone: own.phone, list: ['a', 'b'] });
  expect(JSON.stringify(own.phone)).toMatch(/commitment/);
});

test.each([
  [
    'a cipher that was changed',
    `update sensitive_value set cipher = overlay(cipher placing '\\x00' from 40) where ref = ${one}`,
    'unreadable',
  ],
  [
    "another person's cipher",
    `update sensitive_value set cipher = (select cipher from sensitive_value where act_id = '${actId(2)}' and field = 'phone') where ref = ${one}`,
    'unreadable',
  ],
  ['a value under another key', `update sensitive_value set key_id = '00000000' where ref = ${one}`, 'unknown-key'],
  [
    'a value its act does not hold',
    `update sensitive_value set act_id = '${actId(2)}' where ref = ${one}`,
    'not-in-act',
  ],
  [
    'a value erased without a word',
    `update sensitive_value set cipher = null where ref = ${one}`,
    'erased-without-record',
  ],
])('%s is found', async (_, change, what) => {
  const { values, seals } = await after(sql(change));
  expect(values.findings).toMatchObject([{ what, field: 'phone' }]);
  expect(seals).toEqual([]);
});

test('a value sealed again with the right key, but not the one recorded, is found', async () => {
  const { values } = await after(async (client) => {
    const { ref } = (await client.query(`select ${one} as ref`)).rows[0];
    await client.query('update sensitive_value set cipher = $1 where ref = $2', [
      vault.conceal('0999999999', ref, 'phone').cipher,
      ref,
    ]);
  });
  expect(values.findings).toMatchObject([{ what: 'changed', actId: actId(1) }]);
});

test('the vault opens only with the key file that the register’s values lie under', async () => {
  const open = (file: string) =>
    inTransaction(database.appPool(), { actor: 'a', scope: wholeTenant }, ({ client }) =>
      openVault(join(folder, file), client),
    );
  expect((await open('key')).keyId).toBe(vault.keyId);
  await expect(open('missing')).rejects.toMatchObject({ code: 'key.missing' });
  openKeys(join(folder, 'other'), null);
  await expect(open('other')).rejects.toMatchObject({ code: 'key.wrong' });
});

test('a missing key file is not replaced while any tenant needs it', async () => {
  await createTenant(database.adminUrl, { code: 'OTHER', name: 'Tỉnh ủy Khác' });
  const open = () =>
    inTransaction(database.appPool('OTHER'), { actor: 'a', scope: wholeTenant }, ({ client }) =>
      openVault(join(folder, 'missing'), client),
    );
  await expect(open()).rejects.toMatchObject({ code: 'key.missing' });
});
