import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { factTable } from '#/kernel/facts/table.ts';
import { digest } from '#/kernel/journal/digest.ts';
import { sealedJournal } from '#/kernel/journal/sealed-journal.ts';
import { headOf, parseHeads } from '#/kernel/seals/head.ts';
import { sealAll } from '#/kernel/seals/seal.ts';
import { verifySeals } from '#/kernel/seals/verify-seals.ts';
import { fixedClock } from '#/platform/clock.ts';
import { createTenant, listTenants } from '#/platform/db/migrate.ts';
import { inTransaction, wholeTenant } from '#/platform/db/transaction.ts';
import { derivedId } from '#/platform/ids.ts';
import { emptyDatabase, type TestDatabase, testDatabase } from '#test/database.ts';
import { actId, asSuperuser, recordBatch, recordedAt } from '#test/plain-acts.ts';
import { backup } from './backup.ts';
import { checkContainer, type Frame, readContainer, writeContainer } from './container.ts';
import { restore } from './restore.ts';

const clock = fixedClock('2024-02-01T00:00:00Z');
const columns = { unit_id: 'uuid', valid: 'daterange', name: 'text' } as const;
const tables = [factTable({ name: 'unit_name', subject: 'unit', subjectColumn: 'unit_id', columns, scoped: false })];
const unit = derivedId('unit');
const tricky = 'Chi bộ "1"\t\\N\nấp Đông, dấu \\. và 🌾';

let source: TestDatabase;
let folder: string;
let file: string;

beforeAll(async () => {
  source = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'sotay-backup-'));
  file = join(folder, 'T.backup');
  await recordBatch(source.appPool(), 1, [1, 2, 3], { note2: tricky });
  await inTransaction(source.appPool(), { actor: 'a', scope: wholeTenant }, (tx) => sealAll(tx, sealedJournal, clock));
  await asSuperuser(source.adminUrl, async (client) => {
    await client.query(
      `insert into unit_life (unit_id, valid, act_id, known_from) values ($1, '[2000-01-01,)', $2, $3)`,
      [unit, actId(1), recordedAt(1)],
    );
    await client.query(
      `insert into unit_name (unit_id, valid, name, act_id, known_from) values ($1, '[2000-01-01,)', $2, $3, $4)`,
      [unit, tricky, actId(1), recordedAt(1)],
    );
    await client.query(
      `insert into unit_name_twin (unit_id, valid, name, act_id, ordinal, known_from, known_until) values ($1, '[2000-01-01,)', '', $2, 1, $3, $4)`,
      [unit, actId(1), recordedAt(1), recordedAt(2)],
    );
    await client.query(
      `insert into sensitive_value (ref, act_id, subject_id, field, cipher, lookup, key_id, scope) values ($1, $1, $2, 'phone', '\\x0a5c0900', null, 'abcdef01', '|')`,
      [actId(1), unit],
    );
    await client.query(
      `insert into public.unit_directory (tenant, unit_id, code, valid) values ('T', $1, 'T.1', '[2000-01-01,)')`,
      [unit],
    );
  });
  await take(file);
});
afterAll(async () => {
  await source.close();
  rmSync(folder, { recursive: true });
});

const take = (to: string) => backup({ adminUrl: source.adminUrl, tenant: 'T', file: to, clock });
const stateOf = (pool: Pool) =>
  inTransaction(pool, { actor: 'a', scope: wholeTenant, readOnly: true }, async (tx) => ({
    digest: await digest(tx, tables),
    values: (await tx.client.query('select * from sensitive_value')).rows,
    directory: (await tx.client.query('select * from public.unit_directory')).rows,
    next: (await tx.client.query("select pg_sequence_last_value('fact_ordinal') as last")).rows,
    head: (await tx.client.query('select * from journal_head')).rows,
    seals: await verifySeals(tx, sealedJournal, parseHeads(await headOf(tx, sealedJournal, clock))[0]),
  }));

async function inEmpty(work: (target: TestDatabase) => Promise<void>): Promise<void> {
  const target = await emptyDatabase();
  try {
    await work(target);
  } finally {
    await target.close();
  }
}

test('a restored register is the same: digest, seals, sensitive values, directory, sequences', async () => {
  await inEmpty(async (target) => {
    const report = await restore({ adminUrl: target.adminUrl, file, keyId: 'abcdef01' });
    expect(report).toMatchObject({ tenant: 'T', takenAt: '2024-02-01T00:00:00.000Z', missingKeyIds: [] });
    const state = await stateOf(target.appPool());
    expect(state).toEqual(await stateOf(source.appPool()));
    expect(state.seals.findings).toEqual([]);
    await recordBatch(target.appPool(), 2, [4]);
  });
});

test('restoring with another key, or none, says which key is missing', async () => {
  await inEmpty(async (target) => {
    expect(await restore({ adminUrl: target.adminUrl, file, keyId: '99999999' })).toMatchObject({
      missingKeyIds: ['abcdef01'],
    });
  });
});

test('a tenant that holds no act gives way; one that holds an act does not, and nothing of it changes', async () => {
  await inEmpty(async (target) => {
    await restore({ adminUrl: target.adminUrl, file });
    const before = await stateOf(target.appPool());
    await expect(restore({ adminUrl: target.adminUrl, file })).rejects.toMatchObject({
      code: 'restore.not-empty',
      status: 409,
    });
    expect(await stateOf(target.appPool())).toEqual(before);
  });
  const target = await testDatabase();
  try {
    await createTenant(target.adminUrl, { code: 'OTHER', name: 'Tỉnh ủy Khác' });
    await restore({ adminUrl: target.adminUrl, file });
    expect((await listTenants(target.adminUrl)).map(({ code }) => code)).toEqual(['OTHER', 'T']);
    expect((await stateOf(target.appPool())).digest).toEqual((await stateOf(source.appPool())).digest);
  } finally {
    await target.close();
  }
});

test('the file appears when it is whole, for its owner only, and shows no sensitive value', async () => {
  expect(readdirSync(folder).filter((name) => name.includes('part'))).toEqual([]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const text = gunzipSync(readFileSync(file).subarray(15, -32)).toString('latin1');
  expect(text).toContain('"keyIds":["abcdef01"]');
});

test('a backup cut off anywhere, or with one bit changed anywhere, is refused before anything is written', async () => {
  const whole = readFileSync(file);
  const broken = join(folder, 'broken');
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 7 }), async (at, bit) => {
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] as number) ^ (1 << bit);
      writeFileSync(broken, flipped);
      await expect(checkContainer(broken)).rejects.toMatchObject({
        code: at < 15 ? 'backup.not-one' : 'backup.damaged',
      });
      writeFileSync(broken, whole);
      truncateSync(broken, at);
      await expect(checkContainer(broken)).rejects.toMatchObject({
        code: expect.stringMatching(/backup\.(not-one|damaged)/),
      });
    }),
    { numRuns: 200 },
  );
  await inEmpty(async (target) => {
    await expect(restore({ adminUrl: target.adminUrl, file: broken })).rejects.toThrow(/backup/);
    const tables = 'select count(*)::int as n from pg_tables where schemaname = current_schema()';
    expect((await asSuperuser(target.adminUrl, (client) => client.query(tables))).rows[0].n).toBe(0);
  });
});

test('a file written anew without a piece, with one too many, or in another order leaves no tenant behind', async () => {
  const frames: Frame[] = [];
  for await (const frame of readContainer(file)) frames.push(frame);
  const rows = frames.findIndex((frame) => frame.type === 'rows');
  const ends = frames.flatMap((frame, at) => (frame.type === 'json' && 'end' in frame.json ? [at] : []));
  const section = frames.slice((ends[0] as number) + 1, (ends[1] as number) + 1);
  const variants: Frame[][] = [
    [],
    frames.slice(0, 1),
    frames.slice(0, -1), // never finished
    [...frames, frames[0] as Frame],
    frames.toSpliced(rows, 1),
    frames.toSpliced(rows, 0, frames[rows] as Frame),
    frames.toSpliced((ends[0] as number) + 1, section.length), // a table left out
    [...frames.slice(0, -1), ...section, frames.at(-1) as Frame],
    [{ type: 'json', json: { ...(frames[0] as { json: object }).json, format: 2 } }, ...frames.slice(1)],
  ];
  await inEmpty(async ({ adminUrl }) => {
    for (const [index, variant] of variants.entries()) {
      const forged = join(folder, `forged-${index}`);
      await writeContainer(forged, ReadableStream.from(variant));
      await expect(restore({ adminUrl, file: forged }), String(index)).rejects.toMatchObject({
        code: 'backup.damaged',
      });
      expect(await listTenants(adminUrl)).toEqual([]);
    }
  });
});

test('a backup of a version with other migrations is refused by name', async () => {
  const later = join(folder, 'later');
  await asSuperuser(source.adminUrl, (client) =>
    client.query(
      `insert into public.migration (schema, number, name, sha256) values ('t_t', 9999, '9999_tenant_later.sql', 'x')`,
    ),
  );
  try {
    await take(later);
  } finally {
    await asSuperuser(source.adminUrl, (client) => client.query('delete from public.migration where number = 9999'));
  }
  await inEmpty(async (target) => {
    await expect(restore({ adminUrl: target.adminUrl, file: later })).rejects.toThrow(/9999_tenant_later.sql/);
  });
});

test('an unknown tenant, a folder that is not there and a missing file are told plainly', async () => {
  const { adminUrl } = source;
  await expect(backup({ adminUrl, tenant: 'NO', file: join(folder, 'x'), clock })).rejects.toMatchObject({
    code: 'tenant.unknown',
  });
  await expect(backup({ adminUrl, tenant: 'T', file: join(folder, 'none', 'x'), clock })).rejects.toMatchObject({
    code: 'backup.unwritable',
  });
  await expect(restore({ adminUrl, file: join(folder, 'missing') })).rejects.toMatchObject({
    code: 'backup.unreadable',
  });
});
