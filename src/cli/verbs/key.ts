import type { Command } from 'commander';
import { liveLeases } from '#/platform/db/lease.ts';
import { Problem } from '#/platform/errors.ts';
import { rotateKey } from '#/server/keys/rotate-key.ts';
import { addOutput, type Shared } from '../options.ts';
import { number } from '../print/numbers.ts';
import { showProgress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { withInstallation } from '../with-installation.ts';

/** sotay key rotate */
export function define(command: Command, terminal: Terminal): void {
  const { words } = terminal;
  const verb = command.command('rotate').description(words.key.rotate).option('--data <dir>', words.options.data);
  addOutput(verb, terminal).action((given: Shared) => rotate(given, terminal));
}

async function rotate(given: Shared, terminal: Terminal): Promise<void> {
  const progress = showProgress(terminal);
  const report = await withInstallation(given, async ({ adminUrl, config }) => {
    const { databaseUrl, dataDir, keyFile } = config;
    // An idle server may hold no connection for a while, but it keeps its lease of the embedded database.
    if (databaseUrl === undefined && liveLeases(dataDir).some((pid) => pid !== process.pid))
      throw new Problem('key.in-use', 'Another process uses this register: stop it before the key is changed.');
    return rotateKey({ adminUrl, keyFile, progress: (rows) => progress.step('rotate', rows) });
  }).finally(progress.stop);
  if (terminal.isJson) return terminal.json(report);
  const { language, words } = terminal;
  terminal.out(
    words.key.rotated({
      ...report,
      values: number(language, report.values),
      acts: number(language, report.acts),
    }),
  );
}
