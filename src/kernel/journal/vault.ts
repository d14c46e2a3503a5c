import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto';
import { type ClientBase, escapeIdentifier } from 'pg';
import { canonicalJson } from '#/platform/canonical-json.ts';
import { Problem } from '#/platform/errors.ts';
import { makeCipher } from '#/platform/keys/cipher.ts';
import { type Keys, openKeys, readKeys } from '#/platform/keys/keys.ts';
import type { Sealed } from './refs.ts';

export interface Concealed {
  sealed: Sealed;
  cipher: Buffer;
  lookup: Buffer | null;
}

/** Turns sensitive values into what may lie in the database, and back. */
export interface Vault {
  keyId: string;
  /** `field` is the class of the value; a few classes can be looked up by equality. */
  conceal: (value: unknown, ref: string, field: string) => Concealed;
  /** The value and its salt; throws `value.unreadable` when it lies under another key or ref, or was changed. */
  reveal: (cipher: Uint8Array, ref: string) => { value: unknown; salt: Buffer };
  /** What the journal keeps of a value: hex sha256 of the salt and the value's canonical JSON. */
  commitmentOf: (value: unknown, salt: Uint8Array) => string;
  /** A file as it may lie in the database, and back. Throws `value.unreadable`. */
  concealFile: (file: Uint8Array, id: string) => Buffer;
  revealFile: (cipher: Uint8Array, id: string) => Buffer;
  /** For equality search; null where the class has none or nothing is left of the value. */
  lookupOf: (field: string, value: unknown) => Buffer | null;
  /** Keyed hash of an act as it was sent. */
  contentKey: (canonicalText: string) => Buffer;
}

const SALT = 16;

/** Classes of values that can be found again by an equal one. */
const lookupFields: ReadonlySet<string> = new Set(['citizen-id', 'old-identity-number', 'phone', 'card']);

/** Opens the vault of a register: the key file must fit the values that the database already holds. */
export async function openVault(keyFile: string, client: ClientBase): Promise<Vault> {
  return makeVault(await openRegisterKeys(keyFile, client, await usedKeyId(client)));
}

/**
 * The keys of the register. `usedKeyId` names the one that the caller's own values lie under, if it has any. All tenants
 * and the accounts share one key file: while one of them needs it, a missing file is not replaced by a new one.
 */
export async function openRegisterKeys(
  keyFile: string,
  client: ClientBase,
  usedKeyId: string | null = null,
): Promise<Keys> {
  const isNew = usedKeyId === null && readKeys(keyFile) === null;
  return openKeys(keyFile, isNew ? await keyIdOfAnybody(client) : usedKeyId);
}

/** What a tenant keeps under the key. */
export const concealedTables = ['sensitive_value', 'attachment', 'act_draft', 'proposal', 'correction'] as const;

async function usedKeyId(client: ClientBase, schema = ''): Promise<string | null> {
  for (const table of concealedTables) {
    const { rows } = await client.query(`select key_id from ${schema}${table} where cipher is not null limit 1`);
    if (rows.length > 0) return rows[0].key_id;
  }
  return null;
}

async function keyIdOfAnybody(client: ClientBase): Promise<string | null> {
  const { rows } = await client.query('select schema_name as schema from public.tenant order by code');
  for (const { schema } of rows) {
    const keyId = await usedKeyId(client, `${escapeIdentifier(schema)}.`);
    if (keyId !== null) return keyId;
  }
  const { rows: apps } = await client.query('select key_id as "keyId" from public.account_totp limit 1');
  return apps[0]?.keyId ?? null;
}

/** A vault over keys in memory. */
export function makeVault({ keyId, ...bytes }: Keys): Vault {
  // As key objects: from a Buffer, every cipher and HMAC would import its key anew (8 µs each, measured).
  const cipher = makeCipher(createSecretKey(bytes.encryption));
  const lookup = createSecretKey(bytes.lookup);
  const contents = [...(bytes.earlier ?? []), bytes.content].map((key) => createSecretKey(key));
  const lookupOf = (field: string, value: unknown): Buffer | null => {
    const text = lookupFields.has(field) ? normalised(field, value) : '';
    return text === '' ? null : createHmac('sha256', lookup).update(`${field}\u001f${text}`).digest();
  };
  return {
    keyId,
    conceal: (value, ref, field) => {
      const text = canonicalJson(value);
      const salt = cipher.random(SALT);
      // Already canonical: "salt" sorts before "value".
      const sealed = cipher.seal(`{"salt":"${salt.toString('hex')}","value":${text}}`, ref);
      return { sealed: { ref, commitment: commit(text, salt) }, cipher: sealed, lookup: lookupOf(field, value) };
    },
    reveal: (sealed, ref) => {
      try {
        const { salt, value } = JSON.parse(cipher.open(sealed, ref).toString('utf8'));
        return { value, salt: Buffer.from(salt, 'hex') };
      } catch (error) {
        throw unreadable(`The sensitive value ${ref}`, keyId, error);
      }
    },
    concealFile: (file, id) => cipher.seal(file, `file ${id}`),
    revealFile: (sealed, id) => {
      try {
        return cipher.open(sealed, `file ${id}`);
      } catch (error) {
        throw unreadable(`The file ${id}`, keyId, error);
      }
    },
    commitmentOf: (value, salt) => commit(canonicalJson(value), salt),
    lookupOf,
    // Under each key in turn, oldest first: what lies there was hashed so when the keys were changed, without the text.
    contentKey: (canonicalText) => wrapped(contents, canonicalText),
  };
}

function wrapped(keys: readonly KeyObject[], text: string): Buffer {
  return keys.reduce<Buffer>((hashed, key) => createHmac('sha256', key).update(hashed).digest(), Buffer.from(text));
}

function unreadable(what: string, keyId: string, cause: unknown): Problem {
  return new Problem('value.unreadable', `${what} cannot be opened with key ${keyId}.`, { cause });
}

function commit(canonicalText: string, salt: Uint8Array): string {
  return hash('sha256', Buffer.concat([salt, Buffer.from(canonicalText)]), 'hex');
}

/** Letters and digits only, so that spaces, dots and dashes make no other person; +84 and 0 begin the same phone number. */
function normalised(field: string, value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const text = String(value).normalize('NFKC').trim();
  const national = field === 'phone' ? text.replace(/^(\+|00)\s*84[\s.()-]*0?/, '0') : text;
  return national.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
