import { randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { sha256Hex } from '#/platform/canonical-json.ts';
import { Problem } from '#/platform/errors.ts';

/** What keeps other users of the machine out until there are accounts. */
export interface Token {
  value: string;
  file: string;
  /** It was made just now: the one time that it is printed. */
  isNew: boolean;
}

/** The token of a data folder, made when there is none; only its owner may read the file. */
export function openToken(file: string): Token {
  const existing = readToken(file);
  if (existing !== null) return { value: existing, file, isNew: false };
  const half = `${file}.${process.pid}.new`;
  mkdirSync(dirname(file), { recursive: true, mode: 0o711 });
  try {
    writeFileSync(half, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true });
    chmodSync(half, 0o600); // whatever the umask
    linkSync(half, file); // unlike a rename, never replaces the one that another process has just made
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(half, { force: true });
  }
  return { value: readToken(file) as string, file, isNew: true };
}

function readToken(file: string): string | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  if (/^[A-Za-z0-9_-]{32,}$/.test(text)) return text;
  throw new Problem('token.damaged', `${file} holds no whole token; remove it, and a new one is made.`, {
    status: 500,
  });
}

/** Whether the header carries the token; takes the same time for every wrong one. */
export function carriesToken(header: string | undefined, token: string): boolean {
  const given = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1] ?? '';
  return timingSafeEqual(Buffer.from(sha256Hex(given)), Buffer.from(sha256Hex(token)));
}
