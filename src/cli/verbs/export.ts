import { type Command, Option } from 'commander';
import { exportJournal } from '#/exchange/export/export-journal.ts';
import { nationalLayouts } from '#/exchange/national/layouts.ts';
import { templateWorkbook } from '#/exchange/tables/template.ts';
import { checkReason } from '#/kernel/access/access-log.ts';
import { today } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { findRoom, scopePath } from '#/server/find-unit.ts';
import { membersFile } from '#/server/members-file.ts';
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
  layout?: string;
  goneSince?: string;
  reveal?: boolean;
  reason?: string;
}

const formats: Readonly<Record<ExportOptions['kind'], readonly [Format, ...Format[]]>> = {
  acts: ['ndjson'],
  members: ['xlsx', 'csv'],
  template: ['xlsx'],
};

const layouts = ['template', ...nationalLayouts.map(({ name }) => name)];

/** sotay export [--kind acts|members|template] [--format ndjson|xlsx|csv] [--layout …] [--reveal --reason TEXT] [--out FILE] */
export function define(command: Command, terminal: Terminal): void {
  const { options } = terminal.words;
  command
    .addOption(new Option('--kind <kind>', options.exportKind).choices(Object.keys(formats)).default('acts'))
    .addOption(new Option('--format <format>', options.exportFormat).choices(['ndjson', 'xlsx', 'csv']))
    .option('--unit <code>', options.exportUnit)
    .option('--on <date>', options.exportOn)
    .addOption(new Option('--layout <layout>', options.exportLayout).choices(layouts))
    .option('--gone-since <date>', options.goneSince)
    .option('--reveal', options.reveal)
    .option('--reason <text>', options.revealReason)
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
  checkMembersOnly(given);
  if (format === 'xlsx' && given.out === undefined && process.stdout.isTTY)
    throw refusal('out', 'export.terminal', 'A workbook is no text for a terminal: name a file with --out.');
  const target = await openTarget(terminal, given.out);
  const count =
    kind === 'template'
      ? await template(target)
      : kind === 'acts'
        ? await acts(given, target)
        : await members(given, format as 'xlsx' | 'csv', target);
  await target.close();
  if (given.out !== undefined) terminal.note(terminal.words.exported(number(terminal.language, count), given.out));
}

/** What is said before anything is opened. */
function checkMembersOnly({ kind, unit, on, layout, goneSince, reveal, reason }: ExportOptions): void {
  if (kind !== 'members' && [unit, on, layout, goneSince, reveal, reason].some((given) => given !== undefined))
    throw refusal('kind', 'export.format', 'A unit, a day, a layout and a reveal are for members (--kind members).');
  if (reveal) checkReason(reason);
  else if (reason !== undefined)
    throw refusal('reveal', 'export.format', 'A reason is for revealing sensitive values: say --reveal too.');
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

async function members(given: ExportOptions, format: 'xlsx' | 'csv', target: Target): Promise<number> {
  const { layout = 'template', unit, goneSince, reveal, reason } = given;
  let count = 0;
  await withInstallation(given, async (installation) => {
    const day = given.on ?? today(installation.clock);
    const { on, from } = readDays(goneSince === undefined ? { on: day } : { from: goneSince, to: day });
    const asked = {
      layout,
      format,
      unit,
      on,
      goneSince: from ?? undefined,
      ...(reveal ? { reason: reason ?? '' } : {}),
    };
    const file = await membersFile(
      installation,
      { ...placeOf(given), ...asked },
      {
        actor: actorHere(),
        capacity: null,
      },
    );
    count = file.count;
    for await (const piece of file.body) await target.write(piece);
  });
  return count;
}

function placeOf({ tenant, scope }: ExportOptions) {
  return { ...(tenant === undefined ? {} : { tenant }), ...(scope === undefined ? {} : { scope }) };
}

function refusal(field: string, code: string, message: string): Problem {
  return new Problem(code, message, { fields: [{ field, code, message }] });
}
