import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { backup } from '#/exchange/backup/backup.ts';
import { findRoom } from '#/server/find-unit.ts';
import { addRegister, type Shared } from '../options.ts';
import { number } from '../print/numbers.ts';
import { showProgress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { withInstallation } from '../with-installation.ts';

/** sotay backup FILE */
export function define(command: Command, terminal: Terminal): void {
  command.argument('<file>', terminal.words.arguments.file);
  addRegister(command, terminal, 'whole').action((file: string, given: Shared) => backUp(file, given, terminal));
}

async function backUp(file: string, given: Shared, terminal: Terminal): Promise<void> {
  const progress = showProgress(terminal);
  const { report, keyFile } = await withInstallation(given, async (installation) => {
    const { adminUrl, clock, config } = installation;
    const room = await findRoom(installation, given);
    const options = { adminUrl, tenant: room.tenant.code, file, clock };
    return {
      report: await backup({ ...options, progress: (_table, rows) => progress.step('backup', rows) }),
      keyFile: config.keyFile,
    };
  }).finally(progress.stop);
  const { size } = await stat(file);
  if (terminal.isJson)
    terminal.json({ ...report, file, bytes: size, keyFile: report.keyIds.length > 0 ? keyFile : undefined });
  else
    terminal.out(
      terminal.words.backup.done(
        file,
        `${number(terminal.language, Math.ceil(size / 1024))} KB`,
        report.keyIds.length > 0 ? keyFile : null,
      ),
    );
}
