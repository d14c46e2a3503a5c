import { z } from 'zod';
import { bilingual, fieldProblem } from '#/platform/contract/shapes.ts';
import { cellProblem, sheetFinding, tablePlan } from '../tables/plan.ts';

// What an import looks like from outside. Screens import this file, so it imports nothing of Node.

/**
 * recognised: a plan is proposed (or was changed since the last check) · checking, recording: work goes on, see `progress`
 * · checked: `problems` and `counts` are known · recorded, undone · failed: the work broke off, `failure` says why; the
 * plan may be corrected and the work asked for again.
 */
const states = ['recognised', 'checking', 'checked', 'recording', 'recorded', 'undone', 'failed'] as const;

/** waiting: another import of this register goes first; read, duplicates, record, fold: see the words of the screens. */
const progress = z.object({
  step: z.enum(['waiting', 'read', 'duplicates', 'record', 'fold', 'undo']),
  done: z.int(),
  total: z.int().optional(),
});

const problemKind = z.object({
  code: z.string(),
  label: bilingual,
  count: z.int(),
  /** How many of them come with a proposed repair. */
  repairable: z.int(),
  isBlocking: z.boolean(),
});

const counts = z.object({
  /** Rows with something in them. */
  rows: z.int(),
  /** Rows that would be recorded, warnings or not: `rows` without `withProblems` and `leftOut`. */
  good: z.int(),
  /** Rows that cannot be recorded as they stand. */
  withProblems: z.int(),
  /** Rows that the user leaves out. */
  leftOut: z.int(),
  /** Units that the plan itself brings in and that would be recorded; they stand in no row. */
  newUnits: z.int(),
  /** All units that are not left out, those of the plan among them. */
  units: z.int(),
  members: z.int(),
  /** Other acts, of a journal file. */
  acts: z.int(),
  duplicatesInFile: z.int(),
  duplicatesInRegister: z.int(),
  /** Rows that the register has from this very file already. */
  recordedBefore: z.int(),
});

const receipt = z.object({
  /** The id of the import, by which it is undone as one. */
  import: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  added: z.int(),
  /** Recorded before from the same file: nothing was done. */
  duplicates: z.int(),
  lines: z.int(),
  /** Rows that were left out, and the first of them with their reasons. */
  leftOut: z.int(),
  leftOutFirst: z.array(cellProblem),
  warnings: z.array(cellProblem),
});

export const intake = z.object({
  id: z.string(),
  name: z.string(),
  /** The register it goes into; null: into an empty installation, which it founds. */
  tenant: z.string().nullable(),
  /** acts: a journal file, which needs no plan. */
  kind: z.enum(['table', 'acts']),
  state: z.enum(states),
  createdAt: z.string(),
  /** Until then the file is kept. */
  keptUntil: z.string(),
  progress: progress.optional(),
  plan: tablePlan,
  sheets: z.array(sheetFinding),
  /** Problems of the plan itself: what has to be told before the rows can be read. */
  planProblems: z.array(cellProblem),
  problems: z.object({ total: z.int(), byKind: z.array(problemKind), first: z.array(cellProblem) }),
  counts: counts.optional(),
  receipt: receipt.optional(),
  /** Why the last work broke off. */
  failure: z.object({ code: z.string(), message: bilingual, errors: z.array(fieldProblem) }).optional(),
  /** Acts recorded later that hang on it: why it cannot be undone now. */
  hangingOn: z.array(fieldProblem).optional(),
  /** The plan is the one that was used for the last file of this form. */
  remembered: z.boolean(),
});

/** A row as it will be recorded. */
const previewRow = z.object({
  sheet: z.string().nullable(),
  row: z.int(),
  /** passed: no member (a total, the name of a group …), shown for its problems. */
  what: z.enum(['unit', 'member', 'act', 'passed']),
  /** skip: the user leaves it out; keep: the user says that it is no duplicate. */
  mark: z.enum(['skip', 'keep']).optional(),
  /** By key of `columns`; what cannot be read is not here but in the problem of its cell. */
  cells: z.record(z.string(), z.string()),
  /** Columns (letters) whose value the user has written. */
  repaired: z.array(z.string()),
  problems: z.array(cellProblem),
  /** Why it is not recorded: what the user did, and what was wrong with a row that is left out. */
  why: z.array(bilingual),
});

export const previewPage = z.object({
  /** `letters`: the columns of the file that tell it; none for what the plan says for all rows. */
  columns: z.array(
    z.object({
      key: z.string(),
      heading: z.string(),
      letters: z.array(z.string()),
      isSensitive: z.boolean(),
    }),
  ),
  rows: z.array(previewRow),
  /** Ask again with `after` set to this row; null: this was the last page. */
  next: z.int().nullable(),
  /** Of the rows asked for (all, or those with problems), where it is known. */
  total: z.int().optional(),
});

export const pastImport = z.object({
  /** Of the session while it lies here, else of the import. */
  id: z.string(),
  name: z.string(),
  tenant: z.string().nullable(),
  state: z.enum(states),
  at: z.string(),
  by: z.string(),
  /** Acts that it recorded. */
  acts: z.int().nullable(),
  import: z.string().nullable(),
});

/** As much as an uploaded file may have; what is larger is refused before and while it comes. */
export const mostUploadBytes = 512 * 2 ** 20;

export type Intake = z.infer<typeof intake>;
export type Counts = z.infer<typeof counts>;
export type Progress = z.infer<typeof progress>;
export type ProblemKind = z.infer<typeof problemKind>;
export type IntakeReceipt = z.infer<typeof receipt>;
export type PreviewPage = z.infer<typeof previewPage>;
export type PreviewRow = z.infer<typeof previewRow>;
export type PastImport = z.infer<typeof pastImport>;
