import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { exportJournal } from '#/exchange/export/export-journal.ts';
import { Problem } from '#/platform/errors.ts';
import { findRoom, scopePath } from '#/server/find-unit.ts';
import { actorHere, addRegister, type Shared } from '../options.ts';
import { number } from '../print/numbers.ts';
import type { Terminal } from '../terminal.ts';
import { withInstallation } from '../with-installation.ts';

interface ExportOptions extends Shared {
  kind: 'acts' | 'members';
  format: 'ndjson' | 'xlsx';
  out?: string;
}

/** sotay export [--kind acts|members] [--format ndjson|xlsx] */
export function define(command: Command, terminal: Terminal): void {
  const { options } = terminal.words;
  command
    .addOption(new Option('--kind <kind>', options.exportKind).choices(['acts', 'members']).default('acts'))
    .addOption(new Option('--format <format>', options.exportFormat).choices(['ndjson', 'xlsx']).default('ndjson'))
    .option('--out <file>', options.out);
  addRegister(command, terminal, 'with-scope').action((given: ExportOptions) => exportLines(given, terminal));
}

async function exportLines(given: ExportOptions, terminal: Terminal): Promise<void> {
  if (given.kind !== 'acts' || given.format !== 'ndjson') {
    const message = `${given.kind} as ${given.format} cannot be exported yet: acts as ndjson can.`;
    throw new Problem('export.format', message, { fields: [{ field: 'format', code: 'export.format', message }] });
  }
  const target = given.out === undefined ? null : createWriteStream(given.out, { flags: 'wx', mode: 0o600 });
  if (target !== null) await once(target, 'open');
  const write = async (piece: string) => {
    if (target === null) await terminal.write(piece);
    else if (!target.write(piece)) await once(target, 'drain');
  };
  let count = 0;
  await withInstallation(given, async (installation) => {
    const room = await findRoom(installation, given);
    const scope = await scopePath(installation, room, given.scope);
    await room.read({ actor: actorHere(), scope }, async (tx) => {
      let piece: string[] = [];
      for await (const line of exportJournal(tx)) {
        count += 1;
        piece.push(`${JSON.stringify(line)}\n`);
        if (piece.length < 500) continue;
        await write(piece.join(''));
        piece = [];
      }
      await write(piece.join(''));
    });
  });
  if (target === null || given.out === undefined) return;
  await finished(target.end());
  terminal.note(terminal.words.exported(number(terminal.language, count), given.out));
}
