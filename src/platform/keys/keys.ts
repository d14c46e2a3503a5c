import { hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { sha256Hex } from '#/platform/canonical-json.ts';
import { Problem } from '#/platform/errors.ts';

/** The keys of one register. They lie outside the database, so that a copy of the database alone opens no sensitive value. */
export interface Keys {
  /** Names the key without telling it: stands beside every value that was sealed with it. */
  keyId: string;
  /** AES-256-GCM of the values. */
  encryption: Buffer;
  /** HMAC of normalised values, to find an equal one. */
  lookup: Buffer;
  /** HMAC of acts as they were sent, to know one that comes again. */
  content: Buffer;
  /** The content keys before it, oldest first: the HMAC of each is what the next one hashes. */
  earlier?: readonly Buffer[];
}

const MARK = 'sotay-key-1';
/** Of a key that replaced another: the earlier content keys follow the secret. */
const ROTATED = 'sotay-key-2';

/**
 * The keys in the file; a register that holds no sensitive value yet gets a new file (only its owner may read it).
 * `usedKeyId` names the key that the register's values lie under: without it, or with another, nothing is opened.
 * Throws `key.missing`, `key.wrong`, `key.damaged`; `key.rotating` while a change of the key is unfinished.
 */
export function openKeys(file: string, usedKeyId: string | null): Keys {
  if (existsSync(nextFile(file)))
    throw new Problem(
      'key.rotating',
      `The change of the key ${file} is unfinished: run "sotay key rotate" to its end.`,
    );
  const keys = readKeys(file) ?? (usedKeyId === null ? makeKeys(file) : null);
  if (keys === null)
    throw new Problem(
      'key.missing',
      `The key file ${file} is missing; the register needs key ${usedKeyId}. Put it back from where it is kept.`,
    );
  if (usedKeyId !== null && keys.keyId !== usedKeyId)
    throw new Problem(
      'key.wrong',
      `The key file ${file} holds key ${keys.keyId}; the register's sensitive values need key ${usedKeyId}.`,
    );
  return keys;
}

/** The keys in the file, or null when there is no such file. */
export function readKeys(file: string): Keys | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new Problem('key.unreadable', `The key file ${file} cannot be read (${code}).`, { cause: error });
  }
  const [mark, keyId, secret = '', ...earlier] = text.trim().split(' ');
  const isWhole = mark === (earlier.length === 0 ? MARK : ROTATED) && [secret, ...earlier].every(isHexKey);
  if (isWhole) {
    const keys = derive(Buffer.from(secret, 'hex'), earlier);
    // Named by the whole file: an earlier key that was damaged would make other hashes of the same acts.
    if (keys.keyId === keyId) return keys;
  }
  throw new Problem('key.damaged', `The file ${file} is not a whole key file. Put it back from where a copy is kept.`);
}

/** A new key file, complete or not there at all; when another process was faster, its keys. */
function makeKeys(file: string, earlier: readonly string[] = []): Keys | null {
  const secret = randomBytes(32);
  const keys = derive(secret, earlier);
  const line = [earlier.length === 0 ? MARK : ROTATED, keys.keyId, secret.toString('hex'), ...earlier].join(' ');
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const half = `${file}.${process.pid}.${keys.keyId}.new`;
  try {
    writeFileSync(half, `${line}\n`, { mode: 0o600, flag: 'wx', flush: true });
    chmodSync(half, 0o600); // whatever the umask
    linkSync(half, file); // unlike a rename, never replaces a key that is there
    return keys;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return readKeys(file);
    throw error;
  } finally {
    rmSync(half, { force: true });
  }
}

/** Where the key lies that is about to replace that of the file, until all is under it. */
export function nextFile(file: string): string {
  return `${file}.next`;
}

/** The key that will replace the one in the file: the one that was begun, or a new one beside it. */
export function nextKeys(file: string, { content, earlier = [] }: Keys): Keys {
  const next = nextFile(file);
  const keys =
    readKeys(next) ??
    makeKeys(
      next,
      [...earlier, content].map((key) => key.toString('hex')),
    );
  if (keys === null) throw new Error(`${next} went away while it was read`);
  return keys;
}

/** Puts the new key in the place of the old one, which stays beside it under its own name. Killed in between, it is done again. */
export function replaceKeys(file: string, { keyId }: Keys): string {
  const kept = `${file}.${keyId}.old`;
  if (!existsSync(kept)) linkSync(file, kept);
  renameSync(nextFile(file), file);
  return kept;
}

const isHexKey = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

function derive(secret: Buffer, earlier: readonly string[]): Keys {
  const key = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `sotay ${purpose}`, 32));
  const keys = { encryption: key('encryption'), lookup: key('lookup'), content: key('content') };
  const named = earlier.length === 0 ? key('key id') : Buffer.concat([key('key id'), Buffer.from(earlier.join(' '))]);
  const keyId = sha256Hex(named).slice(0, 8);
  return earlier.length === 0
    ? { keyId, ...keys }
    : { keyId, ...keys, earlier: earlier.map((one) => Buffer.from(one, 'hex')) };
}
