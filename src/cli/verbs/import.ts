import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { type ImportReceipt, importJournal, journalFile, type LineSource } from '#/exchange/import/import-journal.ts';
import { undoImport } from '#/exchange/import/undo-import.ts';
import { knownLines, withKnown } from '#/exchange/intake/known-lines.ts';
import { wholeTenant } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { findImport } from '#/server/find-import.ts';
import { scopePath } from '#/server/find-unit.ts';
import type { Installation } from '#/server/installation.ts';
import { readDays } from '#/server/question.ts';
import { importInto } from '#/server/room-for-import.ts';
import { actorHere, addRegister, type Shared } from '../options.ts';
import { receiptText } from '../print/receipt.ts';
import { type Progress, showProgress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { withInstallation } from '../with-installation.ts';
import { importPlanned } from './import-planned.ts';

interface ImportOptions extends Shared {
  kind?: 'units' | 'members' | 'acts';
  map?: string;
  opening?: string;
  dryRun?: boolean;
  goodRowsOnly?: boolean;
  plan?: string;
  showPlan?: boolean;
  superior?: string;
  acceptRepairs?: boolean;
  otherPersons?: boolean;
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
    .option('--good-rows-only', options.goodRowsOnly)
    .option('--plan <file>', options.plan)
    .option('--show-plan', options.showPlan)
    .option('--superior <code>', options.superior)
    .option('--accept-repairs', options.acceptRepairs)
    .option('--other-persons', options.otherPersons);
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
  const source = isByPlan(given) ? null : await readSource(file, given).catch(unlessForeign(file, given));
  const progress = showProgress(terminal);
  try {
    await withInstallation(given, async (installation) => {
      if (source === null || source instanceof Problem)
        await byPlan(installation, file, given, terminal, progress, source);
      else await byTemplate(installation, source, given, terminal, progress);
    });
  } finally {
    progress.stop();
  }
}

/** What asks for a plan: the columns are not taken to be those of the template. */
function isByPlan({ plan, showPlan, superior, acceptRepairs, otherPersons }: ImportOptions): boolean {
  return [plan, showPlan, superior, acceptRepairs, otherPersons].some((option) => option !== undefined);
}

/** A table that is not in our template is read as recognition proposes; anything else that is wrong with a file is told. */
function unlessForeign(file: string, { map }: ImportOptions): (error: unknown) => Problem {
  return (error) => {
    const isForeign =
      error instanceof Problem && ['import.headings', 'table.sheet', 'table.encoding'].includes(error.code);
    if (isForeign && map === undefined && isTable(file)) return error;
    throw error;
  };
}

async function byPlan(
  installation: Installation,
  file: string,
  given: ImportOptions,
  terminal: Terminal,
  progress: Progress,
  foreign: Problem | null,
): Promise<void> {
  if (!isTable(file)) throw refusal('plan', 'A plan is for tables (.xlsx, .csv).');
  const { opening } = given;
  const day = opening === undefined ? undefined : readDays({ on: opening }).on;
  const outcome = await importPlanned(installation, file, { ...given, opening: day }, progress).catch((error) => {
    // Neither our template nor anything that is recognised: what is wrong with the headings says more.
    throw foreign !== null && error instanceof Problem && error.code === 'import.plan' ? both(foreign, error) : error;
  });
  progress.stop();
  if ('plan' in outcome) terminal.out(JSON.stringify(outcome.plan, null, 2));
  else say(outcome.receipt, outcome.tenant, given, terminal);
}

function both(foreign: Problem, plan: Problem): Problem {
  const { code, message, status } = foreign;
  return new Problem(code, message, { fields: [...foreign.fields, ...plan.fields], status, cause: plan });
}

async function byTemplate(
  installation: Installation,
  source: LineSource,
  given: ImportOptions,
  terminal: Terminal,
  progress: Progress,
): Promise<void> {
  await importInto(installation, source, given, async (room) => {
    const actor = actorHere();
    const journal = await room.journal();
    const scope = given.scope === undefined ? undefined : await scopePath(installation, room, given.scope);
    // A journal file tells its own persons apart: it may come from another register.
    const isJournal = source.locate === undefined;
    const known = isJournal
      ? nobodyKnown
      : await knownLines({ journal, scope: scope ?? wholeTenant }, source, actor, !given.goodRowsOnly);
    const { dryRun, goodRowsOnly } = given;
    const options = { actor, scope, dryRun, goodRowsOnly, progress: progress.step };
    const receipt = await importJournal(journal, withKnown(source, known), options);
    progress.stop();
    const warnings = [...receipt.warnings, ...known.warnings.map((fault) => source.locate?.(fault) ?? fault)];
    say({ ...receipt, warnings }, room.tenant.code, given, terminal);
  });
}

const nobodyKnown = { refused: [], warnings: [] };

const isTable = (file: string): boolean => /^\.(csv|xls\w*|ods|tsv|txt)$/.test(extname(file).toLowerCase());

function say(receipt: ImportReceipt, tenant: string, { dryRun = false }: ImportOptions, terminal: Terminal): void {
  if (terminal.isJson) terminal.json({ tenant, dryRun, ...receipt });
  else terminal.out(receiptText(terminal, receipt, { tenant, isDryRun: dryRun }));
}

/** A journal file, or a table in our template. */
async function readSource(file: string, { kind, map, opening }: ImportOptions): Promise<LineSource> {
  const isTable = /^\.(csv|xls\w*|ods)$/.test(extname(file).toLowerCase());
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
