import type { Command } from 'commander';
import { restore } from '#/exchange/backup/restore.ts';
import { readKeys } from '#/platform/keys/keys.ts';
import { addPassphrase, type LockOptions, lockToOpen } from '../backup-lock.ts';
import { addOutput, type Shared } from '../options.ts';
import { number } from '../print/numbers.ts';
import { showProgress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { withInstallation } from '../with-installation.ts';

/** sotay restore FILE [--passphrase-file FILE]: the backup says which tenant it is, and how it opens */
export function define(command: Command, terminal: Terminal): void {
  command.argument('<file>', terminal.words.arguments.file).option('--data <dir>', terminal.words.options.data);
  addOutput(addPassphrase(command, terminal), terminal).action((file: string, given: Shared & LockOptions) =>
    bringBack(file, given, terminal),
  );
}

async function bringBack(file: string, given: Shared & LockOptions, terminal: Terminal): Promise<void> {
  const { words, language } = terminal;
  const progress = showProgress(terminal);
  const { report, keyFile } = await withInstallation(given, async ({ adminUrl, config }) => {
    const keyId = readKeys(config.keyFile)?.keyId ?? null;
    const lock = await lockToOpen(file, given, config.keyFile);
    const report = await restore({
      adminUrl,
      file,
      keyId,
      lock,
      progress: (_table, rows) => progress.step('restore', rows),
    });
    return { report, keyFile: config.keyFile };
  }).finally(progress.stop);
  if (terminal.isJson) return terminal.json(report);
  terminal.out(words.backup.restored(report.tenant, number(language, report.rows)));
  if (report.missingKeyIds.length > 0) terminal.note(words.backup.keyMissing(keyFile, report.missingKeyIds.join(', ')));
}
