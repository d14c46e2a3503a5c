import { type FieldProblem, Problem } from '#/platform/errors.ts';
import type { Act, Subject } from '../journal/act.ts';
import type { Register } from '../register.ts';
import type { FoldContext } from './model.ts';
import { active, inFoldOrder, type Ranked, unorderedPairs } from './order.ts';
import { SubjectState } from './state.ts';
import { type FactRows, rowText } from './table.ts';

export interface Folded {
  state: SubjectState;
  problems: FieldProblem[];
}

/**
 * The state of a subject after all acts that hold. Pure: the same acts give the same state, in whatever order they were recorded.
 * An act that does not fit is reported and left out, so that all acts left hanging by a withdrawal are named, not just the first.
 */
export function foldState(register: Register, subject: Subject, acts: readonly Act[]): Folded {
  const holding = active(acts).filter((act) => act.kind !== 'act.withdrawn');
  const ordered = inFoldOrder(holding.map((act) => ({ act, rank: register.kinds.get(act.kind)?.rank ?? 0 })));
  return apply(register, subject, ordered);
}

function apply(register: Register, subject: Subject, ordered: readonly Ranked[]): Folded {
  const state = new SubjectState(subject);
  const problems: FieldProblem[] = [];
  for (const { act } of ordered) {
    try {
      register.kinds.get(act.kind)?.[subject.type]?.(state, act);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problems.push(...asFields(error, act.id));
    }
  }
  return { state, problems };
}

/** The facts of a subject; problems name the act and the rule. */
export function foldFacts(
  register: Register,
  folded: Folded,
  context: FoldContext,
): { rows: FactRows; problems: FieldProblem[] } {
  const { state, problems } = folded;
  const model = register.models[state.subject.type];
  try {
    const rows = model.finish(state, context);
    return { rows, problems };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { rows: {}, problems: [...problems, ...asFields(error)] };
  }
}

/**
 * Acts of one day and rank whose swap would give another result, and that do not say which comes first (`after`).
 * `facts` folds and finishes; it is only called where such neighbours exist.
 */
export function ambiguities(
  register: Register,
  subject: Subject,
  acts: readonly Act[],
  context: FoldContext,
): FieldProblem[] {
  const holding = active(acts).filter((act) => act.kind !== 'act.withdrawn');
  const ordered = inFoldOrder(holding.map((act) => ({ act, rank: register.kinds.get(act.kind)?.rank ?? 0 })));
  const pairs = unorderedPairs(ordered);
  if (pairs.length === 0) return [];
  const plain = fingerprint(foldFacts(register, apply(register, subject, ordered), context));
  return pairs.flatMap(([i, j]) => {
    const swapped = [...ordered];
    [swapped[i], swapped[j]] = [ordered[j] as Ranked, ordered[i] as Ranked];
    if (fingerprint(foldFacts(register, apply(register, subject, swapped), context)) === plain) return [];
    const [first, second] = [ordered[i]?.act, ordered[j]?.act] as [Act, Act];
    const message = `"${first.kind}" and "${second.kind}" happened to the same ${subject.type} on ${first.effectiveOn}; say which came first with "after" (the other act is ${first.id}).`;
    return [{ actId: second.id, field: 'after', code: 'after.needed', message }];
  });
}

function fingerprint({ rows, problems }: { rows: FactRows; problems: FieldProblem[] }): string {
  const tables = Object.keys(rows).toSorted();
  return JSON.stringify([tables.map((table) => [table, (rows[table] ?? []).map(rowText).toSorted()]), problems.length]);
}

/** A problem as the faults of one act. */
export function asFields(problem: Problem, actId?: string): FieldProblem[] {
  const fields = problem.fields.length > 0 ? problem.fields : [{ code: problem.code, message: problem.message }];
  return fields.map((field) => ({
    ...field,
    code: problem.code,
    message: problem.message,
    actId: field.actId ?? actId,
  }));
}
