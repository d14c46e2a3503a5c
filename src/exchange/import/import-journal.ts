import { basename } from 'node:path';
import type { ActInput } from '#/kernel/journal/act.ts';
import { Names } from '#/kernel/journal/names.ts';
import { isUnitAct, postPrepared } from '#/kernel/journal/post.ts';
import type { Journal, PreparedBatch, Receipt } from '#/kernel/journal/posting.ts';
import { type Prepared, prepareAct } from '#/kernel/journal/prepare.ts';
import { standsAlone } from '#/kernel/journal/rehearse.ts';
import { type FieldProblem, Problem } from '#/platform/errors.ts';
import { derivedId } from '#/platform/ids.ts';
import { hashFile, type ReadLine, readJournalFile } from './lines.ts';

export interface ImportOptions {
  actor: string;
  scope?: string;
  /** Check everything, record nothing. */
  dryRun?: boolean;
  /** Leave lines with faults out, and those that hang on them; record the rest. */
  goodRowsOnly?: boolean;
  progress?: (step: string, done: number) => void;
  via?: 'import' | 'demo';
}

export interface ImportReceipt extends Receipt {
  import: string;
  file: string;
  lines: number;
  /** Lines left out, with what is wrong with them (only with goodRowsOnly). */
  leftOut: FieldProblem[];
}

/** Lines that can be read more than once, each time the same. */
export interface LineSource {
  name: string;
  hash: string;
  read: () => AsyncIterable<ReadLine> | Iterable<ReadLine>;
  /** Where a fault lies for somebody who looks at the file, when lines and fields do not tell. */
  locate?: (fault: FieldProblem) => FieldProblem;
}

const pieceSize = 5_000;
const faultLimit = 1_000;
/** From so many lines on, a batch goes the bulk way: read in pieces, tallies rebuilt. */
const bulkFrom = 5_000;

/** The lines of a journal file on disk. */
export async function journalFile(file: string): Promise<LineSource> {
  return { name: basename(file), hash: await hashFile(file), read: () => readJournalFile(file) };
}

/** The id of an import: the same lines into the same tenant are the same import. */
export const importIdOf = (tenant: string, hash: string): string => derivedId(tenant, hash, 'import');

/** Imports a journal file as one batch. The file is read twice: once to find every fault of form, once to record. */
export async function importJournal(
  journal: Journal,
  source: LineSource,
  options: ImportOptions,
): Promise<ImportReceipt> {
  const { locate } = source;
  if (locate === undefined) return inRounds(journal, source, options);
  try {
    const receipt = await inRounds(journal, source, options);
    const warnings = receipt.warnings.map((fault) => locate(fault));
    return { ...receipt, warnings, leftOut: receipt.leftOut.map((fault) => locate(fault)) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, message, status, cause } = error;
    throw new Problem(code, message, { fields: error.fields.map((fault) => locate(fault)), status, cause });
  }
}

async function inRounds(journal: Journal, source: LineSource, options: ImportOptions): Promise<ImportReceipt> {
  const skipped = new Set<number>();
  const leftOut: FieldProblem[] = [];
  // With goodRowsOnly, faults that only the fold can see come one round at a time: each round leaves out their lines.
  for (let round = 0; ; round++) {
    try {
      const receipt = await attempt(journal, source, options, skipped, leftOut);
      return { ...receipt, leftOut: leftOut.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
    } catch (error) {
      if (!options.goodRowsOnly || !(error instanceof Problem)) throw error;
      const lines = error.fields.filter(({ line }) => line !== undefined && !skipped.has(line));
      if (lines.length === 0 || round > 50) throw error;
      for (const field of lines) {
        skipped.add(field.line as number);
        leftOut.push(field);
      }
    }
  }
}

class DryRun extends Error {
  readonly receipt: Receipt;
  constructor(receipt: Receipt) {
    super('dry run');
    this.receipt = receipt;
  }
}

async function attempt(
  journal: Journal,
  source: LineSource,
  options: ImportOptions,
  skipped: Set<number>,
  leftOut: FieldProblem[],
): Promise<Omit<ImportReceipt, 'leftOut'>> {
  const origin = { tenant: journal.tenant, fileHash: source.hash, bound: journal.bound };
  const prepare = (input: ActInput, line: number, problems: FieldProblem[]) =>
    prepareAct(input, line, journal.register, origin, problems);
  const { names, units, lines, acts, isAlone } = await firstReading(source, prepare, options, skipped, leftOut);

  async function* persons(): AsyncGenerator<Prepared[]> {
    let piece: Prepared[] = [];
    const ignored: FieldProblem[] = [];
    for await (const { line, input } of source.read()) {
      if (input === null || skipped.has(line)) continue;
      const act = prepare(input, line, ignored);
      if (act === null || isUnitAct(act)) continue;
      names.introduce(act, ignored);
      piece.push(act);
      if (piece.length === pieceSize) {
        yield piece;
        piece = [];
      }
    }
    if (piece.length > 0) yield piece;
  }

  const importId = importIdOf(journal.tenant, source.hash);
  const poster = {
    actor: options.actor,
    scope: options.scope,
    source: { via: options.via ?? 'import', import: importId } as const,
  };
  let counted = 0;
  const batch: PreparedBatch = {
    names,
    units,
    persons: persons(),
    bulk: acts > bulkFrom,
    isRehearsal: options.dryRun === true && isAlone,
    progress: options.progress,
    beforeCommit: async (tx, { recordedAt, warnings, posterScope }, staged) => {
      counted = staged.addedCount;
      if (options.dryRun)
        throw new DryRun({
          recordedAt,
          recordedBy: options.actor,
          added: counted,
          acts: [],
          duplicates: staged.duplicates.length,
          warnings,
        });
      if (counted > 0)
        await tx.client.query(
          `insert into import_batch (id, file_name, file_hash, recorded_at, recorded_by, act_count, scope) values ($1, $2, $3, $4, $5, $6, $7)
           on conflict (id) do update set act_count = import_batch.act_count + excluded.act_count, undone_at = null,
             scope = import_batch.scope || case when strpos(import_batch.scope, excluded.scope) > 0 then '' else excluded.scope end`,
          [importId, source.name, Buffer.from(source.hash, 'hex'), recordedAt, options.actor, counted, posterScope],
        );
    },
  };
  try {
    const receipt = await postPrepared(journal, poster, batch);
    return { ...receipt, import: importId, file: source.name, lines };
  } catch (error) {
    if (error instanceof DryRun) return { ...error.receipt, import: importId, file: source.name, lines };
    throw error;
  }
}

/** Checks the form of every line, and keeps what later lines lean on: who is brought in, and the acts about units. */
async function firstReading(
  source: LineSource,
  prepare: (input: ActInput, line: number, problems: FieldProblem[]) => Prepared | null,
  options: ImportOptions,
  skipped: Set<number>,
  leftOut: FieldProblem[],
) {
  const names = new Names();
  const units: Prepared[] = [];
  const problems: FieldProblem[] = [];
  let lines = 0;
  let acts = 0;
  let isAlone = true;
  for await (const { line, input, problems: told = [] } of source.read()) {
    lines++;
    if (skipped.has(line)) continue;
    const more: FieldProblem[] = [];
    const act = input === null ? null : prepare(input, line, more);
    if (act !== null) names.introduce(act, more);
    // Of a field that could not be read, it is no news that it is missing.
    const found = [...told, ...more.filter(({ field }) => !told.some((fault) => fault.field === field))];
    if (found.length > 0) {
      const reasons = found.map((fault) => ({ ...fault, line }));
      if (options.goodRowsOnly) {
        skipped.add(line);
        leftOut.push(...reasons);
      } else if (problems.length < faultLimit) problems.push(...reasons);
      continue;
    }
    acts++;
    if (act === null) continue;
    if (isUnitAct(act)) units.push(act);
    isAlone &&= standsAlone(act, names);
    if (lines % 20_000 === 0) options.progress?.('read', lines);
  }
  if (problems.length > 0)
    throw new Problem('import.refused', `${problems.length} faults in ${source.name}; nothing was recorded.`, {
      fields: problems,
    });
  return { names, units, lines, acts, isAlone };
}
