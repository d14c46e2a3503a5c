import type { FieldProblem } from '#/platform/errors.ts';
import type { CellProblem, Repair, SheetFinding, TablePlan } from '../tables/plan.ts';
import type { Counts, Intake, IntakeReceipt, ProblemKind, Progress } from './shapes.ts';
import { keptForMs } from './store.ts';

/** What a check found. */
export interface Found {
  /** Of which plan and repairs: see `readingKey`. */
  key: string;
  /** When the register had last changed, as the check saw it; null: there was none. */
  knownAt: string | null;
  counts: Counts;
  byKind: ProblemKind[];
  /** The first of them; all are counted. */
  kept: CellProblem[];
  /** Lines that only the fold refuses. */
  refusedLines: number[];
}

/** An import as it lies on disk beside its file. */
export interface Session {
  id: string;
  name: string;
  kind: 'table' | 'acts';
  createdAt: string;
  by: string;
  /** In which capacity; without one, of whoever owns the data folder. */
  capacity?: string;
  tenant: string | null;
  /** The code of the unit whose part of the tree the asker may see. */
  scope?: string;
  state: Intake['state'];
  /** Where the upload lies, until it is cleared away. */
  file: string;
  /** SHA-256 of the file, in hex. */
  fileHash: string;
  plan: TablePlan;
  sheets: SheetFinding[];
  planProblems: CellProblem[];
  /** What files of this form have in common; null of a journal file. */
  signature: string | null;
  remembered: boolean;
  repairs: Repair[];
  found?: Found;
  receipt?: IntakeReceipt;
  failure?: Intake['failure'];
  hangingOn?: FieldProblem[];
  /** While it is being recorded: how many acts the import had before, so that a restart can tell whether it came to an end. */
  recording?: { tenant: string; import: string; actsBefore: number };
}

/** Shown at once; the pages of rows show the rest. */
const shownFirst = 100;

/** A session as it is told: without the folder, and without sensitive values, which stand in the preview of their cell only. */
export function intakeOf(session: Session, progress: Progress | null): Intake {
  const { id, name, tenant, kind, state, createdAt, plan, sheets, planProblems, found, receipt } = session;
  return {
    id,
    name,
    tenant,
    kind,
    state,
    createdAt,
    keptUntil: new Date(Date.parse(createdAt) + keptForMs).toISOString(),
    ...(progress === null ? {} : { progress }),
    plan,
    sheets: sheets.map((sheet) => ({ ...sheet, problems: sheet.problems.map(withoutSecret) })),
    planProblems: planProblems.map(withoutSecret),
    problems: {
      total: (found?.byKind ?? []).reduce((sum, { count }) => sum + count, 0),
      byKind: found?.byKind ?? [],
      first: (found?.kept ?? []).slice(0, shownFirst).map(withoutSecret),
    },
    ...(found === undefined ? {} : { counts: found.counts }),
    ...(receipt === undefined ? {} : { receipt }),
    ...(session.failure === undefined ? {} : { failure: session.failure }),
    ...(session.hangingOn === undefined ? {} : { hangingOn: session.hangingOn }),
    remembered: session.remembered,
  };
}

/** A problem without what stands in a cell that nobody but its own preview may show. */
export function withoutSecret(problem: CellProblem): CellProblem {
  if (problem.isSensitive !== true) return problem;
  const { value: _value, repair: _repair, ...rest } = problem;
  return rest;
}
