import { Readable } from 'node:stream';
import { type Command, Option } from 'commander';
import { exportJournal } from '#/exchange/export/export-journal.ts';
import { exportMembers } from '#/exchange/tables/export-members.ts';
import { templateWorkbook } from '#/exchange/tables/template.ts';
import { today } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { writeCsv } from '#/platform/documents/csv.ts';
import { writeSheet } from '#/platform/documents/xlsx-writer.ts';
import { Problem } from '#/platform/errors.ts';
import { findRoom, findUnit, scopePath } from '#/server/find-unit.ts';
import { readDays } from '#/server/question.ts';
import { actorHere, addRegister, type Shared } from '../options.ts';
import { number } from '../print/numbers.ts';
import { openTarget, type Target } from '../target.ts';
import type { Terminal } from '../terminal.ts';
import { withInstallation } from '../with-installation.ts';

type Format = 'ndjson' | 'xlsx' | 'csv';

interface ExportOptions extends Shared {
  kind: 'acts' | 'members' | 'template';
  format?: Format;
  unit?: string;
  on?: string;
  out?: string;
}

const formats: Readonly<Record<ExportOptions['kind'], readonly [Format, ...Format[]]>> = {
  acts: ['ndjson'],
  members: ['xlsx', 'csv'],
  template: ['xlsx'],
};

/** sotay export [--kind acts|members|template] [--format ndjson|xlsx|csv] [--out FILE] */
export function define(command: Command, terminal: Terminal): void {
  const { options } = terminal.words;
  command
    .addOption(new Option('--kind <kind>', options.exportKind).choices(Object.keys(formats)).default('acts'))
    .addOption(new Option('--format <format>', options.exportFormat).choices(['ndjson', 'xlsx', 'csv']))
    .option('--unit <code>', options.exportUnit)
    .option('--on <date>', options.exportOn)
    .option('--out <file>', options.out);
  addRegister(command, terminal, 'with-scope').action((given: ExportOptions) => exportAll(given, terminal));
}

async function exportAll(given: ExportOptions, terminal: Terminal): Promise<void> {
  const { kind, format = formats[kind][0] } = given;
  if (!formats[kind].includes(format))
    throw refusal(
      'format',
      'export.format',
      `${kind} can be written as ${formats[kind].join(' or ')}, not as ${format}.`,
    );
  if (kind !== 'members' && (given.unit !== undefined || given.on !== undefined))
    throw refusal('kind', 'export.format', 'A unit and a day are for members; the journal is exported whole.');
  if (format === 'xlsx' && given.out === undefined && process.stdout.isTTY)
    throw refusal('out', 'export.terminal', 'A workbook is no text for a terminal: name a file with --out.');
  const target = await openTarget(terminal, given.out);
  const count =
    kind === 'template'
      ? await template(target)
      : kind === 'acts'
        ? await acts(given, target)
        : await members(given, format, target);
  await target.close();
  if (given.out !== undefined) terminal.note(terminal.words.exported(number(terminal.language, count), given.out));
}

async function template(target: Target): Promise<number> {
  await target.write(await templateWorkbook());
  return 0;
}

async function acts(given: ExportOptions, target: Target): Promise<number> {
  let count = 0;
  await withInstallation(given, async (installation) => {
    const room = await findRoom(installation, given);
    const scope = await scopePath(installation, room, given.scope);
    await room.read({ actor: actorHere(), scope }, async (tx) => {
      for await (const piece of pieces(tx)) {
        count += piece.length;
        await target.write(piece.map((line) => `${JSON.stringify(line)}\n`).join(''));
      }
    });
  });
  return count;
}

async function* pieces(tx: Tx): AsyncGenerator<Record<string, unknown>[]> {
  let piece: Record<string, unknown>[] = [];
  for await (const line of exportJournal(tx)) {
    piece.push(line);
    if (piece.length < 500) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}

async function members(given: ExportOptions, format: Format, target: Target): Promise<number> {
  let count = 0;
  async function* counted<T>(rows: AsyncIterable<T>): AsyncGenerator<T> {
    for await (const row of rows) {
      count += 1;
      yield row;
    }
  }
  await withInstallation(given, async (installation) => {
    const on = given.on === undefined ? today(installation.clock) : readDays({ on: given.on }).on;
    const room = await findRoom(installation, given);
    const found =
      given.unit === undefined
        ? { room, unitId: undefined, scope: await scopePath(installation, room, given.scope) }
        : await findUnit(installation, given.unit, on, given);
    await found.room.read({ actor: actorHere(), scope: found.scope }, async (tx) => {
      const { columns, rows } = await exportMembers(tx, { unitId: found.unitId, on });
      const headings = columns.map(({ heading }) => heading);
      const bytes =
        format === 'csv' ? writeCsv(headings, counted(rows)) : writeSheet('Đảng viên', columns, counted(rows));
      for await (const piece of Readable.from(bytes)) await target.write(piece);
    });
  });
  return count;
}

function refusal(field: string, code: string, message: string): Problem {
  return new Problem(code, message, { fields: [{ field, code, message }] });
}
