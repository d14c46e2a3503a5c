import {
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { Problem } from '#/platform/errors.ts';

/** What opens an encrypted backup: words that somebody keeps, or the key file of the register. */
export type Lock = { passphrase: string } | { keyId: string; secret: Uint8Array };

// 128 MB and about half a second for one guess (RFC 7914; OWASP's advice for 2026 has half of it). Fixed: a file that names
// other amounts would make whoever restores it pay them.
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 2 ** 20 };
export const leastPassphrase = 12;

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

/** What stands in plain before the encrypted bytes: how the key of this file is made, and how to tell that it is the right one. */
export const lockHeader = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('passphrase'), kdf: z.literal('scrypt-131072-8-1'), salt: hex(32), check: hex(16) }),
  z.strictObject({ by: z.literal('key'), keyId: z.string().max(100), salt: hex(32), check: hex(16) }),
]);
export type LockHeader = z.infer<typeof lockHeader>;

export interface FileKey {
  header: LockHeader;
  key: Buffer;
}

/** A key for one file. Throws `backup.passphrase`. */
export async function newFileKey(lock: Lock): Promise<FileKey> {
  const salt = randomBytes(32).toString('hex');
  if ('passphrase' in lock && lock.passphrase.length < leastPassphrase)
    throw new Problem('backup.passphrase', `A passphrase has ${leastPassphrase} characters at least.`);
  const key = await keyOf(lock, salt);
  const check = checkOf(key);
  const header: LockHeader =
    'passphrase' in lock
      ? { by: 'passphrase', kdf: 'scrypt-131072-8-1', salt, check }
      : { by: 'key', keyId: lock.keyId, salt, check };
  return { header, key };
}

/** The key of a file that has this header. Throws `backup.locked`, `backup.wrong-key`. */
export async function fileKeyOf(header: LockHeader, lock: Lock | null): Promise<Buffer> {
  const isFitting = lock !== null && 'passphrase' in lock === (header.by === 'passphrase');
  if (!isFitting) throw locked(header);
  if (header.by === 'key' && 'keyId' in lock && header.keyId !== lock.keyId) throw wrongKey(header);
  const key = await keyOf(lock, header.salt);
  if (!timingSafeEqual(Buffer.from(checkOf(key)), Buffer.from(header.check))) throw wrongKey(header);
  return key;
}

async function keyOf(lock: Lock, salt: string): Promise<Buffer> {
  const bytes = Buffer.from(salt, 'hex');
  if ('secret' in lock) return Buffer.from(hkdfSync('sha256', lock.secret, bytes, 'sotay backup file', 32));
  const derive = promisify<string, Buffer, number, typeof cost, Buffer>(scrypt);
  return derive(lock.passphrase.normalize('NFC'), bytes, 32, cost);
}

const checkOf = (key: Buffer): string =>
  Buffer.from(hkdfSync('sha256', key, '', 'sotay backup check', 16)).toString('hex');

function locked(header: LockHeader): Problem {
  const what = header.by === 'key' ? `the key file with the key ${header.keyId}` : 'its passphrase (--passphrase-file)';
  const vi = header.by === 'key' ? `tệp khóa mang khóa ${header.keyId}` : 'mật khẩu của nó (--passphrase-file)';
  return new Problem('backup.locked', `The backup is encrypted; it opens with ${what}.`, {
    vi: `Tệp sao lưu đã mã hóa; muốn mở cần ${vi}.`,
  });
}

function wrongKey(header: LockHeader): Problem {
  const message =
    header.by === 'key' ? `The backup needs the key ${header.keyId}.` : 'This is not the passphrase of the backup.';
  const vi =
    header.by === 'key' ? `Tệp sao lưu cần khóa ${header.keyId}.` : 'Đây không phải là mật khẩu của tệp sao lưu.';
  return new Problem('backup.wrong-key', message, { vi });
}

const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

/** The nonce of a segment: its number, and whether it is the last. A key belongs to one file, so none comes twice. */
function nonceOf(no: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUIntBE(no, 5, 6);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

/** Encrypts one segment; the header is bound to it. */
export function sealSegment(key: Buffer, header: Buffer, no: number, isLast: boolean, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(no, isLast)).setAAD(digestOf(header));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Opens one segment, or null when a bit of it, its place or its being the last is not as it was written. */
export function openSegment(key: Buffer, header: Buffer, no: number, isLast: boolean, sealed: Buffer): Buffer | null {
  if (sealed.length < TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(no, isLast), { authTagLength: TAG_BYTES });
  decipher.setAAD(digestOf(header)).setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null; // node:crypto says no more than that the tag does not fit
  }
}

const digestOf = (header: Buffer): Buffer => createHash('sha256').update(header).digest();
