import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { digest } from '#/kernel/journal/digest.ts';
import { parseHeads } from '#/kernel/seals/head.ts';
import { unitLine } from '#/kernel/tree/lines.ts';
import { findRoom } from '#/server/find-unit.ts';
import { verifyRegister } from '#/server/verify-register.ts';
import { actorHere, addRegister, type Shared } from '../options.ts';
import { verifyText } from '../print/verify.ts';
import { showProgress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { withInstallation } from '../with-installation.ts';

interface VerifyOptions extends Shared {
  head?: string;
  digest?: boolean;
}

/** sotay verify [--head FILE] [--digest] */
export function define(command: Command, terminal: Terminal): void {
  const { options } = terminal.words;
  command.option('--head <file>', options.head).option('--digest', options.digest);
  addRegister(command, terminal, 'whole').action((given: VerifyOptions) =>
    given.digest ? printDigest(given, terminal) : verify(given, terminal),
  );
}

async function verify(given: VerifyOptions, terminal: Terminal): Promise<void> {
  const heads = given.head === undefined ? [] : parseHeads(await readFile(given.head, 'utf8'));
  const progress = showProgress(terminal);
  const report = await withInstallation(given, async (installation) =>
    verifyRegister(installation, await findRoom(installation, given), {
      heads,
      progress: (done) => progress.step('verify', done),
    }),
  ).finally(progress.stop);
  if (terminal.isJson) terminal.json(report);
  else terminal.out(verifyText(terminal, report));
  if (!report.isWhole) process.exitCode = 1;
}

async function printDigest(given: VerifyOptions, terminal: Terminal): Promise<void> {
  const found = await withInstallation(given, async (installation) => {
    const room = await findRoom(installation, given);
    const sums = await room.read({ actor: actorHere() }, (tx) =>
      digest(tx, [...installation.register.tables, unitLine]),
    );
    return { tenant: room.tenant.code, ...sums };
  });
  if (terminal.isJson) terminal.json(found);
  else
    terminal.out(
      Object.entries(found)
        .map(([name, value]) => `${name.padEnd(8)} ${value}`)
        .join('\n'),
    );
}
