import { inTransaction, wholeTenant } from '#/platform/db/transaction.ts';
import { type FieldProblem, Problem } from '#/platform/errors.ts';
import type { ActInput } from './act.ts';
import { problemLimit } from './batch.ts';
import { constraintProblem } from './constraint.ts';
import { Names } from './names.ts';
import { refuseOthersKinds } from './not-yours.ts';
import type { Journal, Poster, PreparedBatch, Receipt } from './posting.ts';
import { type Prepared, prepareAct } from './prepare.ts';
import { refuse } from './refuse.ts';
import { runBatch } from './run-batch.ts';

/** Posts acts as one atomic batch: all are recorded, or none and every fault is named. */
export async function post(journal: Journal, poster: Poster, inputs: readonly ActInput[]): Promise<Receipt> {
  return postPrepared(journal, poster, prepareBatch(journal, inputs));
}

/** The batch of acts as they were sent, their form checked; throws with every fault of form. */
export function prepareBatch(journal: Journal, inputs: readonly ActInput[]): PreparedBatch {
  const { register, tenant, bound } = journal;
  refuseOthersKinds(
    bound,
    inputs.flatMap(({ kind }) => register.kinds.get(kind) ?? []),
  );
  const problems: FieldProblem[] = [];
  const names = new Names();
  const prepared: Prepared[] = [];
  for (const input of inputs) {
    const act = prepareAct(input, null, register, { tenant, bound }, problems);
    if (act === null) continue;
    names.introduce(act, problems);
    prepared.push(act);
  }
  refuse(problems);
  const units = prepared.filter((act) => isUnitAct(act));
  const persons = prepared.filter((act) => !isUnitAct(act));
  return { names, units, persons: persons.length > 0 ? [persons] : [], bulk: inputs.length > 5_000 };
}

/** Whether an act goes with the first part of a batch: it shapes units, or withdraws something (which may). */
export function isUnitAct(act: Prepared): boolean {
  return act.kind.unit !== undefined || Boolean(act.envelope.withdraws);
}

export async function postPrepared(journal: Journal, poster: Poster, input: PreparedBatch): Promise<Receipt> {
  try {
    return await inTransaction(journal.pool, { actor: poster.actor, scope: wholeTenant }, (tx) =>
      runBatch(journal, poster, input, tx),
    );
  } catch (error) {
    const problem = constraintProblem(error);
    const isClash = problem instanceof Problem && problem.code === 'code.duplicate';
    throw isClash ? await nameClashes(journal, input.names, problem) : problem;
  }
}

/** The database says that a code is taken, not which: row-level security keeps the values out of its errors. */
async function nameClashes(journal: Journal, names: Names, problem: Problem): Promise<Problem> {
  const context = { actor: 'post', scope: wholeTenant, readOnly: true };
  const fields = await inTransaction(journal.pool, context, ({ client }) => names.clashes(client));
  if (fields.length === 0) return problem;
  const message = fields.map((field) => field.message).join(' ');
  return new Problem(problem.code, message, { fields: fields.slice(0, problemLimit), cause: problem.cause });
}
