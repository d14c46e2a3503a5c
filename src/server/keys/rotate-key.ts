import { setTimeout as wait } from 'node:timers/promises';
import { type Client, escapeIdentifier } from 'pg';
import { concealedTables } from '#/kernel/journal/vault.ts';
import { asOwner } from '#/platform/db/migrate.ts';
import { Problem } from '#/platform/errors.ts';
import { type Keys, nextKeys, readKeys, replaceKeys } from '#/platform/keys/keys.ts';
import { makeResealer, type Resealer, type SealedRow } from './resealed.ts';

interface RotateOptions {
  adminUrl: string;
  keyFile: string;
  /** Called after each batch, with how many rows lie under the new key so far. */
  progress?: (rows: number) => void;
  /** Rows in one transaction at most; each table knows its own limit. */
  atOnce?: number;
}

export interface RotateReport {
  oldKeyId: string;
  keyId: string;
  /** Where the old key lies now: for backups from before, and for nothing else. */
  oldFile: string;
  values: number;
  acts: number;
}

/** What lies under the key, in which schema, and by which name each row is sealed. */
interface Concealed {
  table: string;
  id: string;
  /** Whether an equal value is looked up. */
  hasLookup: boolean;
  nameOf: (id: string) => string;
  /** Rows in one transaction: files are up to 20 MB. */
  atOnce: number;
}

/** Every table of the list, or it does not compile: one that is forgotten could be read by nobody afterwards. */
const ofTenant: Readonly<Record<(typeof concealedTables)[number], Omit<Concealed, 'table'>>> = {
  sensitive_value: { id: 'ref', hasLookup: true, nameOf: (ref) => ref, atOnce: 1_000 },
  act_draft: { id: 'id', hasLookup: false, nameOf: (id) => id, atOnce: 100 },
  proposal: { id: 'id', hasLookup: false, nameOf: (id) => id, atOnce: 100 },
  attachment: { id: 'id', hasLookup: false, nameOf: (id) => `file ${id}`, atOnce: 5 },
  correction: { id: 'id', hasLookup: false, nameOf: (id) => id, atOnce: 1_000 },
};
const ofAccounts: Concealed = {
  ...{ table: 'account_totp', id: 'account_id', hasLookup: false, atOnce: 100 },
  nameOf: (id) => `totp ${id}`,
};
const actsAtOnce = 5_000;

/**
 * Puts everything under a new key, batch by batch, and only then the new key file in the old one's place. Killed at any
 * moment, it goes on where it was: a value names its key, of acts the last one done is kept. Nobody else may work meanwhile.
 */
export async function rotateKey({
  adminUrl,
  keyFile,
  progress,
  atOnce = Number.POSITIVE_INFINITY,
}: RotateOptions): Promise<RotateReport> {
  const old = readKeys(keyFile);
  if (old === null) throw new Problem('key.missing', `There is no key file ${keyFile}: nothing lies under a key yet.`);
  const done = { values: 0, acts: 0 };
  let keys: Keys | undefined;
  await asOwner(adminUrl, async (client) => {
    await mustBeAlone(client);
    await client.query('set row_security to off'); // rather an error than rows left under the old key
    keys = nextKeys(keyFile, old);
    const { rows } = await client.query('select schema_name as schema from public.tenant order by code');
    const work: Work = { client, old, next: keys, resealer: makeResealer(old, keys), done, progress, atOnce };
    for (const { schema } of rows) await rotateTenant(work, schema);
    await client.query('set search_path to public');
    const found = await client.query("select to_regclass('public.account_totp') is not null as there");
    if (found.rows[0].there) await rotateTable(work, ofAccounts);
  });
  const { keyId } = keys as unknown as Keys;
  return { oldKeyId: old.keyId, keyId, oldFile: replaceKeys(keyFile, old), ...done };
}

interface Work {
  client: Client;
  old: Keys;
  next: Keys;
  resealer: Resealer;
  done: { values: number; acts: number };
  progress: RotateOptions['progress'];
  atOnce: number;
}

async function rotateTenant(work: Work, schema: string): Promise<void> {
  await work.client.query(`set search_path to ${escapeIdentifier(schema)}, public`);
  for (const table of concealedTables) await rotateTable(work, { table, ...ofTenant[table] });
  await wrapActs(work);
}

async function rotateTable(work: Work, concealed: Concealed): Promise<void> {
  const { client, old, next } = work;
  const { table } = concealed;
  const strange = await client.query(
    `select key_id as "keyId" from ${table} where cipher is not null and key_id <> all($1) limit 1`,
    [[old.keyId, next.keyId]],
  );
  if (strange.rows.length > 0)
    throw new Problem('key.wrong', `A row of ${table} lies under key ${strange.rows[0].keyId}, which is neither.`);
  while (await inBatch(client, () => rotateBatch(work, concealed)));
}

/** Whether there was anything to do. */
async function rotateBatch({ client, old, next, resealer, done, progress, atOnce }: Work, concealed: Concealed) {
  const { table, id, hasLookup, nameOf } = concealed;
  const { rows } = await client.query<SealedRow>(
    `select ${id} as id, cipher, ${hasLookup ? 'field' : 'null as field'} from ${table}
     where key_id = $1 and cipher is not null limit $2 for update`,
    [old.keyId, Math.min(atOnce, concealed.atOnce)],
  );
  if (rows.length === 0) return false;
  const sealed = rows.map((row) => resealer.reseal(row, nameOf(row.id)));
  await client.query(
    `update ${table} t set cipher = n.cipher, key_id = $1 ${hasLookup ? ', lookup = n.lookup' : ''}
     from unnest($2::uuid[], $3::bytea[], $4::bytea[]) as n (id, cipher, lookup) where t.${id} = n.id`,
    [next.keyId, sealed.map((one) => one.id), sealed.map((one) => one.cipher), sealed.map((one) => one.lookup)],
  );
  done.values += rows.length;
  progress?.(done.values + done.acts);
  return true;
}

/** The hashes by which an act sent again is known. Each is hashed once more: the text it came from is not needed. */
async function wrapActs(work: Work): Promise<void> {
  const { client, next } = work;
  await client.query(
    `insert into key_rotation (to_key_id) values ($1)
     on conflict (one) do update set to_key_id = excluded.to_key_id, acts_upto = null where key_rotation.to_key_id <> excluded.to_key_id`,
    [next.keyId],
  );
  while (await inBatch(client, () => wrapBatch(work)));
}

async function wrapBatch({ client, resealer, done, progress, atOnce }: Work): Promise<boolean> {
  const { rows } = await client.query<{ id: string; contentKey: Buffer }>(
    `select a.id, a.content_key as "contentKey" from act a, key_rotation k
     where k.acts_upto is null or a.id > k.acts_upto order by a.id limit $1`,
    [Math.min(atOnce, actsAtOnce)],
  );
  if (rows.length === 0) return false;
  await client.query(
    'update act a set content_key = n.content_key from unnest($1::uuid[], $2::bytea[]) as n (id, content_key) where a.id = n.id',
    [rows.map(({ id }) => id), rows.map(({ contentKey }) => resealer.wrap(contentKey))],
  );
  await client.query('update key_rotation set acts_upto = $1', [rows.at(-1)?.id]);
  done.acts += rows.length;
  progress?.(done.values + done.acts);
  return true;
}

async function inBatch<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function nobodyElse(client: Client): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from pg_stat_activity
     where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
       and application_name like 'sotay%' limit 1`,
  );
  return rowCount === 0;
}

/** A server that runs holds the old key in memory: it would read nothing any more, and go on writing under the old key. */
async function mustBeAlone(client: Client): Promise<void> {
  await client.query('reset role'); // the owner of the tables is not told what others are called
  let isAlone = await nobodyElse(client);
  // Whoever has just been stopped is told of for a moment longer.
  for (let tries = 0; !isAlone && tries < 10; tries += 1) {
    await wait(200);
    isAlone = await nobodyElse(client);
  }
  await client.query('set role sotay_owner');
  if (isAlone) return;
  throw new Problem('key.in-use', 'Somebody works in the register: stop the server before the key is changed.', {
    status: 409,
  });
}
