import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { opensBy } from '#/exchange/backup/container.ts';
import { type Lock, leastPassphrase } from '#/exchange/backup/lock.ts';
import { Problem } from '#/platform/errors.ts';
import { readKeys } from '#/platform/keys/keys.ts';
import type { Terminal } from './terminal.ts';

/** How a backup is, or is to be, encrypted. */
export interface LockOptions {
  passphraseFile?: string;
  withKey?: boolean;
  plain?: boolean;
}

export function addPassphrase(command: Command, { words: { options } }: Terminal): Command {
  return command.option('--passphrase-file <file>', options.passphraseFile);
}

/**
 * What a new backup is encrypted by; null: nothing. Where SOTAY_BACKUP_PASSPHRASE_FILE is set, that is the usual way, and
 * plain has to be asked for. Throws `backup.passphrase`, `backup.plain`, `key.missing`.
 */
export function lockToTake(given: LockOptions, keyFile: string): Lock | null {
  const asked = [given.passphraseFile !== undefined, given.withKey, given.plain].filter(Boolean).length;
  if (asked > 1)
    throw new Problem('backup.plain', 'Choose one of --passphrase-file, --with-key and --plain.', { status: 400 });
  if (given.plain) return null;
  if (given.withKey) return keyLock(keyFile) ?? raiseMissing(keyFile);
  const file = given.passphraseFile ?? process.env.SOTAY_BACKUP_PASSPHRASE_FILE;
  return file ? { passphrase: readPassphrase(file) } : null;
}

/**
 * What opens a backup that is there; null: it is plain, or nothing at hand opens it. Whoever gives a passphrase takes no plain
 * file: anybody could have put one in its place. Throws `backup.not-encrypted`, `backup.passphrase`.
 */
export async function lockToOpen(backup: string, given: LockOptions, keyFile: string): Promise<Lock | null> {
  const by = await opensBy(backup);
  if (by === null && given.passphraseFile !== undefined)
    throw new Problem(
      'backup.not-encrypted',
      `${backup} is not encrypted: leave --passphrase-file out if a plain backup is what you expect.`,
    );
  if (by === 'key') return keyLock(keyFile);
  const file = given.passphraseFile ?? process.env.SOTAY_BACKUP_PASSPHRASE_FILE;
  return by === 'passphrase' && file ? { passphrase: readPassphrase(file) } : null;
}

function keyLock(keyFile: string): Lock | null {
  const keys = readKeys(keyFile);
  return keys && { keyId: keys.keyId, secret: keys.encryption };
}

function raiseMissing(keyFile: string): never {
  throw new Problem('key.missing', `There is no key file ${keyFile} yet: it is made with the first sensitive value.`);
}

/** The first line of the file: an argument would stand in the list of processes, and in the history of the shell. */
function readPassphrase(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new Problem('backup.passphrase', `The file with the passphrase, ${file}, cannot be read (${code}).`, {
      cause,
    });
  }
  const [line = ''] = text.split(/\r?\n/);
  if (line.length >= leastPassphrase) return line;
  throw new Problem(
    'backup.passphrase',
    `The first line of ${file} is the passphrase: ${leastPassphrase} characters at least.`,
  );
}
