import { hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
}

const MARK = 'sotay-key-1';

/**
 * The keys in the file; a register that holds no sensitive value yet gets a new file (only its owner may read it).
 * `usedKeyId` names the key that the register's values lie under: without it, or with another, nothing is opened.
 * Throws `key.missing`, `key.wrong`, `key.damaged`.
 */
export function openKeys(file: string, usedKeyId: string | null): Keys {
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
  const [mark, keyId, secret = ''] = text.trim().split(' ');
  if (mark === MARK && /^[0-9a-f]{64}$/.test(secret)) {
    const keys = derive(Buffer.from(secret, 'hex'));
    if (keys.keyId === keyId) return keys;
  }
  throw new Problem('key.damaged', `The file ${file} is not a whole key file. Put it back from where a copy is kept.`);
}

/** A new key file, complete or not there at all; when another process was faster, its keys. */
function makeKeys(file: string): Keys | null {
  const secret = randomBytes(32);
  const keys = derive(secret);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const half = `${file}.${process.pid}.${keys.keyId}.new`;
  try {
    writeFileSync(half, `${MARK} ${keys.keyId} ${secret.toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
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

function derive(secret: Buffer): Keys {
  const key = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `sotay ${purpose}`, 32));
  return {
    keyId: sha256Hex(key('key id')).slice(0, 8),
    encryption: key('encryption'),
    lookup: key('lookup'),
    content: key('content'),
  };
}
