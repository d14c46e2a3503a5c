import { createSecretKey } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { post } from '#/kernel/journal/post.ts';
import { makeVault } from '#/kernel/journal/vault.ts';
import { types } from '#/platform/db/column-types.ts';
import { makeCipher } from '#/platform/keys/cipher.ts';
import { type Keys, nextFile, openKeys, readKeys } from '#/platform/keys/keys.ts';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { id, ofA } from '#test/two-communes.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { verifyRegister } from '../verify-register.ts';
import { rotateKey } from './rotate-key.ts';

// A new key for everything that lies under one: whenever it is cut off, nothing is lost and it goes on.

let database: TestDatabase;
let folder: string;
let keyFile: string;
const poster = { actor: 'test', source: { via: 'screen' } } as const;
const draftId = '01890000-0000-7000-8000-00000000000d';
const proposalId = '01890000-0000-7000-8000-00000000000e';
const fileId = '01890000-0000-7000-8000-00000000000f';
const citizen = {
  id: id('update P1'),
  kind: 'member.updated',
  effectiveOn: '2021-01-01',
  person: 'P1',
  record: { citizenId: '001070000001', family: [{ relation: 'Vợ', name: 'Nguyễn Thị Mẫu' }] },
};

const opened = async <T>(work: (installation: Installation) => Promise<T>): Promise<T> => {
  const installation = await openInstallation({ env: { DATABASE_URL: database.adminUrl, SOTAY_DATA: folder } });
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
};
const rotate = (more: object = {}) => rotateKey({ adminUrl: database.adminUrl, keyFile, ...more });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sotay-rotate-'));
  keyFile = join(folder, 'key');
  database = await bareDatabase();
  await opened(async (installation) => {
    const room = await installation.addTenant({ code: 'A', name: 'Đảng bộ A' });
    const journal = await room.journal();
    await post(journal, poster, [...ofA, citizen]);
    const { vault } = journal;
    await room.write({ actor: 'test' }, async ({ client }) => {
      await client.query(
        `insert into act_draft (id, kind, owner, is_shared, cipher, key_id, saved_at) values ($1, 'meeting.held', 'test', false, $2, $3, now())`,
        [draftId, vault.conceal({ title: 'Nháp', body: {} }, draftId, 'draft').cipher, vault.keyId],
      );
      await client.query(
        `insert into attachment (id, person_id, purpose, name, media_type, size, sha256, cipher, key_id, recorded_at, recorded_by)
         values ($1, $2, 'photo', 'a.jpg', 'image/jpeg', 3, 'x', $3, $4, now(), 'test')`,
        [fileId, id('person P1'), vault.concealFile(Buffer.from('ảnh'), fileId), vault.keyId],
      );
      await client.query(
        `insert into proposal (id, kind, subject_ids, cipher, key_id, proposed_by, proposed_at) values ($1, 'meeting.held', '{}', $2, $3, 'test', now())`,
        [proposalId, vault.conceal({ about: 'Đề nghị' }, proposalId, 'proposal').cipher, vault.keyId],
      );
    });
  });
}, 60_000);
afterEach(async () => {
  await database?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Everything that should be as before, whatever the key is called. */
const expectWhole = () =>
  opened(async (installation) => {
    const room = await installation.room('A');
    const journal = await room.journal();
    const report = await verifyRegister(installation, room);
    expect(report.values).toMatchObject({ checked: 6, findings: [] });
    expect(report.isWhole).toBe(true);
    const { vault } = journal;
    const rows = await room.read({ actor: 'test' }, async ({ client }) => ({
      draft: (await client.query('select cipher from act_draft')).rows[0].cipher,
      file: (await client.query('select cipher from attachment')).rows[0].cipher,
      proposal: (await client.query('select cipher from proposal')).rows[0].cipher,
      holder: (
        await client.query('select subject_id as id from sensitive_value where lookup = $1', [
          vault.lookupOf('citizen-id', '001070000001'),
        ])
      ).rows,
    }));
    expect(vault.reveal(rows.draft, draftId).value).toMatchObject({ title: 'Nháp' });
    expect(vault.reveal(rows.proposal, proposalId).value).toEqual({ about: 'Đề nghị' });
    expect(vault.revealFile(rows.file, fileId).toString()).toBe('ảnh');
    expect(rows.holder).toEqual([{ id: id('person P1') }]);
    // The same act sent again is known; another one under its id is not taken for it.
    expect(await post(journal, poster, [...ofA, citizen])).toMatchObject({ added: 0 });
    const other = { ...citizen, record: { citizenId: '001070000009' } };
    await expect(post(journal, poster, [other])).rejects.toMatchObject({ code: 'act.id-reused' });
  });

const withAdmin = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: database.adminUrl, types });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const underOld = (keyId: string): Promise<number> =>
  withAdmin(async (client) => {
    const tables = ['sensitive_value', 'act_draft', 'proposal', 'attachment'].map(
      (table) => `select key_id from t_a.${table}`,
    );
    const { rows } = await client.query(
      `select count(*)::int as n from (${tables.join(' union all ')}) t where key_id = $1`,
      [keyId],
    );
    return rows[0].n;
  });

test('everything lies under the new key, all is as it was, and the old key opens nothing any more', async () => {
  const old = readKeys(keyFile) as NonNullable<ReturnType<typeof readKeys>>;
  const report = await rotate();
  expect(report).toMatchObject({ oldKeyId: old.keyId, values: 9, acts: ofA.length + 1 });
  expect(report.keyId).not.toBe(old.keyId);
  expect(openKeys(keyFile, report.keyId).keyId).toBe(report.keyId);
  expect(readKeys(report.oldFile)).toEqual(old);
  expect(existsSync(nextFile(keyFile))).toBe(false);
  expect(await underOld(old.keyId)).toBe(0);
  await expectWhole();
  const cipher = await opened(async (installation) =>
    (await installation.room('A')).read({ actor: 'test' }, async ({ client }) => {
      const { rows } = await client.query('select ref, cipher from sensitive_value limit 1');
      return rows[0];
    }),
  );
  expect(() => makeVault(old).reveal(cipher.cipher, cipher.ref)).toThrow('cannot be opened');
  // And once more: acts hashed under two keys are still known.
  await rotate();
  await expectWhole();
});

test('an act whose value was erased is known when it is sent again, though nothing is left to compare it with', async () => {
  const erase = `update sensitive_value set cipher = null, lookup = null, erased_on = '2024-01-01', erased_under = 'x' where field = 'citizen-id'`;
  await opened(async (installation) =>
    (await installation.room('A')).write({ actor: 'test' }, ({ client }) => client.query(erase)),
  );
  for (let times = 0; times < 2; times += 1) {
    await rotate();
    await opened(async (installation) => {
      const journal = await (await installation.room('A')).journal();
      expect(await post(journal, poster, [citizen])).toMatchObject({ added: 0 });
    });
  }
});

test('the secret of an authenticator app goes along', async () => {
  const account = '01890000-0000-7000-8000-0000000000ac';
  const cipherOf = (keys: Keys | null) => makeCipher(createSecretKey((keys as Keys).encryption));
  await withAdmin(async (admin) => {
    await admin.query(
      `insert into account (id, login, name, created_at, created_by) values ($1, 'mau', 'Người Mẫu', now(), 'test')`,
      [account],
    );
    const keys = readKeys(keyFile);
    await admin.query('insert into account_totp (account_id, cipher, key_id, made_at) values ($1, $2, $3, now())', [
      account,
      cipherOf(keys).seal('bí mật', `totp ${account}`),
      keys?.keyId,
    ]);
  });
  const { keyId, values } = await rotate();
  expect(values).toBe(10);
  await withAdmin(async (admin) => {
    const { rows } = await admin.query('select cipher, key_id from account_totp');
    expect(rows[0].key_id).toBe(keyId);
    expect(cipherOf(readKeys(keyFile)).open(rows[0].cipher, `totp ${account}`).toString()).toBe('bí mật');
  });
});

test('cut off after any batch, the register opens for nobody until it is done, and then nothing is missing', async () => {
  const old = readKeys(keyFile)?.keyId as string;
  const keyIds = new Set<string | undefined>();
  let cuts = 0;
  for (let isDone = false; !isDone; cuts += 1) {
    let batches = 0;
    // Two batches are kept, the third is cut off before its end.
    const progress = () => {
      batches += 1;
      if (batches > 2) throw new Error('cut off');
    };
    isDone = await rotate({ atOnce: 2, progress }).then(
      () => true,
      (error: Error) => {
        expect(error.message).toBe('cut off');
        return false;
      },
    );
    if (isDone) break;
    keyIds.add(readKeys(nextFile(keyFile))?.keyId);
    await opened(async (installation) => {
      await expect((await installation.room('A')).journal()).rejects.toMatchObject({ code: 'key.rotating' });
    });
  }
  expect(cuts).toBeGreaterThan(3);
  expect(keyIds.size).toBe(1); // one new key, however often it was begun
  expect(await underOld(old)).toBe(0);
  await expectWhole();
});

test('cut off between the last batch and the new file in its place, it is finished by running it again', async () => {
  const { oldFile, keyId } = await rotate();
  renameSync(keyFile, nextFile(keyFile));
  renameSync(oldFile, keyFile);
  expect(await rotate()).toMatchObject({ keyId, values: 0, acts: 0 });
  await expectWhole();
});

test('while somebody works in the register the key is not changed, and nothing is begun', async () => {
  const before = readFileSync(keyFile, 'utf8');
  await opened(async (installation) => {
    await (await installation.room('A')).journal();
    await expect(rotate()).rejects.toMatchObject({ code: 'key.in-use' });
  });
  expect([readFileSync(keyFile, 'utf8'), existsSync(nextFile(keyFile))]).toEqual([before, false]);
});

test('a row under a third key stops it: it is not passed over', async () => {
  await opened(async (installation) =>
    (await installation.room('A')).write({ actor: 'test' }, ({ client }) =>
      client.query(`update sensitive_value set key_id = 'abcdef01' where field = 'health'`),
    ),
  );
  await expect(rotate()).rejects.toMatchObject({ code: 'key.wrong', message: expect.stringContaining('abcdef01') });
});
