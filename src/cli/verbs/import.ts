import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { type ImportReceipt, importJournal, journalFile, type LineSource } from '#/exchange/import/import-journal.ts';
import { undoImport } from '#/exchange/import/undo-import.ts';
import { Problem } from '#/platform/errors.ts';
import { findImport } from '#/server/find-import.ts';
import { scopePath } from '#/server/find-unit.ts';
import { readDays } from '#/server/question.ts';
import { importInto } from '#/server/room-for-import.ts';
import { actorHere, addRegister, type Shared } from '../options.ts';
import { receiptText } from '../print/receipt.ts';
import { showProgress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { withInstallation } from '../with-installation.ts';

interface ImportOptions extends Shared {
  kind?: 'units' | 'members' | 'acts';
  map?: string;
  opening?: string;
  dryRun?: boolean;
  goodRowsOnly?: boolean;
}

/** sotay import FILE …, sotay import undo ID */
export function define(command: Command, terminal: Terminal): void {
  const { options, arguments: names } = terminal.words;
  command
    .argument('<file>', names.file)
    .addOption(new Option('--kind <kind>', options.kind).choices(['units', 'members', 'acts']))
    .option('--map <file>', options.map)
    .option('--opening <date>', options.opening)
    .option('--dry-run', options.dryRun)
    .option('--good-rows-only', options.goodRowsOnly);
  addRegister(command, terminal, 'with-scope').action((file: string, given: ImportOptions) =>
    importFile(file, given, terminal),
  );
  const undo = command
    .command('undo')
    .argument('<id>', names.importId)
    .copyInheritedSettings(command)
    .option('--reason <text>', options.reason);
  // The options stand on both, and commander gives them to the outer one.
  addRegister(undo, terminal, 'whole').action((id: string, _given: Shared, self: Command) =>
    undoOne(id, self.optsWithGlobals(), terminal),
  );
}

async function importFile(file: string, given: ImportOptions, terminal: Terminal): Promise<void> {
  const source = await readSource(file, given);
  const progress = showProgress(terminal);
  try {
    await withInstallation(given, (installation) =>
      importInto(installation, source, given, async (room) => {
        const receipt = await importJournal(await room.journal(), source, {
          actor: actorHere(),
          scope: given.scope === undefined ? undefined : await scopePath(installation, room, given.scope),
          dryRun: given.dryRun,
          goodRowsOnly: given.goodRowsOnly,
          progress: progress.step,
        });
        progress.stop();
        say(receipt, room.tenant.code, given, terminal);
      }),
    );
  } finally {
    progress.stop();
  }
}

function say(receipt: ImportReceipt, tenant: string, { dryRun = false }: ImportOptions, terminal: Terminal): void {
  if (terminal.isJson) terminal.json({ tenant, dryRun, ...receipt });
  else terminal.out(receiptText(terminal, receipt, { tenant, isDryRun: dryRun }));
}

/** A journal file, or a table in our template. */
async function readSource(file: string, { kind, map, opening }: ImportOptions): Promise<LineSource> {
  const extension = extname(file).toLowerCase();
  const isTable = /^\.(csv|xls\w*|ods)$/.test(extension);
  if (!isTable && kind !== undefined && kind !== 'acts')
    throw refusal('kind', `Units and members come as .csv or .xlsx; ${file} is neither.`);
  if (isTable && kind === 'acts')
    throw refusal('kind', 'Acts come as NDJSON, one a line; a table holds units or members.');
  if (!isTable && (map !== undefined || opening !== undefined))
    throw refusal(map === undefined ? 'opening' : 'map', 'A map and an opening day are for tables.');
  if (!isTable) return journalFile(file);
  const { tableSource } = await import('#/exchange/tables/import-tables.ts');
  return tableSource(file, {
    kind: kind as 'units' | 'members' | undefined,
    opening: opening === undefined ? undefined : readDays({ on: opening }).on,
    headings: map === undefined ? undefined : readMap(map),
  });
}

/** A map says for headings of the file what the template calls them; null: the column is not read. */
function readMap(file: string): Record<string, string | null> {
  const map = z.record(z.string(), z.string().nullable()).safeParse(readJson(file));
  if (map.success) return map.data;
  throw refusal('map', `${file} is not a JSON object from the file's headings to the template's.`);
}

function readJson(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // refused by the schema, with the file's name
  }
}

function refusal(field: string, message: string): Problem {
  return new Problem('import.format', message, { fields: [{ field, code: 'import.format', message }] });
}

async function undoOne(id: string, given: Shared & { reason?: string }, terminal: Terminal): Promise<void> {
  const receipt = await withInstallation(given, async (installation) => {
    const room = await findImport(installation, id, given.tenant);
    return undoImport(await room.journal(), id, { actor: actorHere(), reason: given.reason });
  });
  const { import: words } = terminal.words;
  if (terminal.isJson) terminal.json({ import: id, ...receipt });
  else
    terminal.out(
      receipt.added === 0 ? words.nothingToUndo(id) : words.undone(receipt.added.toLocaleString(terminal.language), id),
    );
}
