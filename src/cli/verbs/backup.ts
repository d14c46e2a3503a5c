import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { backup } from '#/exchange/backup/backup.ts';
import { readKeys } from '#/platform/keys/keys.ts';
import { type BackupCheck, checkBackup } from '#/server/check-backup.ts';
import { findRoom } from '#/server/find-unit.ts';
import { addPassphrase, type LockOptions, lockToOpen, lockToTake } from '../backup-lock.ts';
import { addRegister, type Shared } from '../options.ts';
import { number } from '../print/numbers.ts';
import { verifyText } from '../print/verify.ts';
import { showProgress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { withInstallation } from '../with-installation.ts';

interface BackupOptions extends Shared, LockOptions {
  check?: boolean;
}

/** sotay backup FILE [--passphrase-file FILE | --with-key | --plain] [--check] */
export function define(command: Command, terminal: Terminal): void {
  const { options } = terminal.words;
  addPassphrase(command.argument('<file>', terminal.words.arguments.file), terminal)
    .option('--with-key', options.withKey)
    .option('--plain', options.plain)
    .option('--check', options.checkBackup);
  addRegister(command, terminal, 'whole').action((file: string, given: BackupOptions) =>
    given.check ? check(file, given, terminal) : backUp(file, given, terminal),
  );
}

async function backUp(file: string, given: BackupOptions, terminal: Terminal): Promise<void> {
  const progress = showProgress(terminal);
  const { report, keyFile, isEncrypted } = await withInstallation(given, async (installation) => {
    const { adminUrl, clock, config } = installation;
    const room = await findRoom(installation, given);
    const lock = lockToTake(given, config.keyFile);
    const options = { adminUrl, tenant: room.tenant.code, file, clock, lock };
    return {
      isEncrypted: lock !== null,
      report: await backup({ ...options, progress: (_table, rows) => progress.step('backup', rows) }),
      keyFile: config.keyFile,
    };
  }).finally(progress.stop);
  const { size } = await stat(file);
  if (terminal.isJson)
    terminal.json({
      ...report,
      file,
      bytes: size,
      isEncrypted,
      keyFile: report.keyIds.length > 0 ? keyFile : undefined,
    });
  else
    terminal.out(
      terminal.words.backup.done(
        file,
        `${number(terminal.language, Math.ceil(size / 1024))} KB`,
        report.keyIds.length > 0 ? keyFile : null,
      ),
    );
  if (!isEncrypted && given.plain !== true) terminal.note(terminal.words.backup.inPlain);
}

async function check(file: string, given: BackupOptions, terminal: Terminal): Promise<void> {
  const progress = showProgress(terminal);
  const found = await withInstallation(given, async (installation) => {
    const { keyFile } = installation.config;
    const lock = await lockToOpen(file, given, keyFile);
    const keyId = readKeys(keyFile)?.keyId ?? null;
    return checkBackup(installation, { file, lock, keyId, progress: (rows) => progress.step('restore', rows) });
  }).finally(progress.stop);
  if (terminal.isJson) terminal.json(found);
  else terminal.out(checkText(found, terminal));
  if (!found.isWhole) process.exitCode = 1;
}

function checkText({ register, differing, comparedWith, figures, ...found }: BackupCheck, terminal: Terminal): string {
  const { backup } = terminal.words;
  return [
    backup.checked(found.tenant, found.takenAt, number(terminal.language, found.rows), found.digest.overall),
    register === null ? backup.checkedWithoutKey : verifyText(terminal, register),
    backup.compared(comparedWith, number(terminal.language, figures)),
    ...differing.map((name) => `  ${name}`),
    found.isWhole ? backup.isGood : backup.isBad,
  ].join('\n');
}
