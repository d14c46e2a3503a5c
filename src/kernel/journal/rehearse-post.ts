import { inTransaction, type Tx, wholeTenant } from '#/platform/db/transaction.ts';
import { type FieldProblem, Problem } from '#/platform/errors.ts';
import type { ActInput } from './act.ts';
import { constraintProblem } from './constraint.ts';
import { prepareBatch } from './post.ts';
import { scopeOf } from './poster-scope.ts';
import type { Journal, Poster, PreparedBatch } from './posting.ts';
import { runBatch } from './run-batch.ts';

/** What a batch has touched, seen before it is taken back. */
export interface Touched {
  personIds: string[];
  unitIds: string[];
  /** The acts of the batch are those recorded at this instant; acts sent a second time are none of them. */
  recordedAt: string;
}

/** Looks at the register twice: with the batch in it, and as it was. Both in the poster's scope, in one transaction. */
export interface Witness<After, Before> {
  after: (tx: Tx, touched: Touched) => Promise<After>;
  before: (tx: Tx, touched: Touched, after: After) => Promise<Before>;
}

/** What would come of a batch. */
export type Rehearsal<After, Before> =
  | { isPossible: false; problems: FieldProblem[] }
  | { isPossible: true; warnings: FieldProblem[]; touched: Touched; after: After; before: Before };

/**
 * Posts a batch by the very way of posting and takes it back: what would be refused is told and not thrown, except that
 * the poster may not touch the units concerned (`scope.outside`). Holds the head of the journal as a batch does, so
 * that what is seen before and after is of one moment.
 */
export async function rehearse<After, Before>(
  journal: Journal,
  poster: Poster,
  inputs: readonly ActInput[],
  witness: Witness<After, Before>,
): Promise<Rehearsal<After, Before>> {
  try {
    const batch = prepareBatch(journal, inputs);
    return await takenBack(journal, poster.actor, (tx) => rehearseIn(tx, journal, poster, batch, witness));
  } catch (error) {
    if (!(error instanceof Problem) || error.status === 404) throw error;
    return { isPossible: false, problems: fieldsOf(error) };
  }
}

/** Thrown when all of a batch was seen: nothing of it is to stay. */
class Seen extends Error {}

async function rehearseIn<After, Before>(
  tx: Tx,
  journal: Journal,
  poster: Poster,
  batch: PreparedBatch,
  witness: Witness<After, Before>,
): Promise<Rehearsal<After, Before>> {
  const inScope = () => tx.client.query('select set_ctx($1, $2)', [poster.actor, scopeOf(journal, poster)]);
  let seen: { touched: Touched; after: After; warnings: FieldProblem[] } | undefined;
  await tx.client.query('savepoint rehearsal');
  try {
    await runBatch(
      journal,
      poster,
      {
        ...batch,
        beforeCommit: async (_tx, { recordedAt, warnings }, { personIds, unitIds }) => {
          await inScope();
          const touched = { personIds: [...personIds], unitIds: [...unitIds], recordedAt };
          seen = { touched, after: await witness.after(tx, touched), warnings };
          throw new Seen();
        },
      },
      tx,
    );
  } catch (error) {
    if (!(error instanceof Seen)) throw await named(tx, batch, error);
  }
  if (seen === undefined) throw new Error('the batch was recorded and never looked at');
  await tx.client.query('rollback to savepoint rehearsal');
  await inScope();
  return { isPossible: true, ...seen, before: await witness.before(tx, seen.touched, seen.after) };
}

/** A broken key as a problem; of a code that is taken the database does not say which. */
async function named(tx: Tx, { names }: PreparedBatch, error: unknown): Promise<unknown> {
  const problem = constraintProblem(error);
  if (!(problem instanceof Problem) || problem.code !== 'code.duplicate') return problem;
  await tx.client.query('rollback to savepoint rehearsal');
  const fields = await names.clashes(tx.client);
  return fields.length === 0 ? problem : new Problem(problem.code, problem.message, { fields, cause: problem.cause });
}

/** Work whose transaction is rolled back whatever comes of it. */
async function takenBack<T>(journal: Journal, actor: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  let result: { value: T } | undefined;
  try {
    await inTransaction(journal.pool, { actor, scope: wholeTenant }, async (tx) => {
      result = { value: await work(tx) };
      throw new Seen();
    });
  } catch (error) {
    if (!(error instanceof Seen)) throw error;
  }
  if (result === undefined) throw new Error('a rehearsal ended without a result');
  return result.value;
}

function fieldsOf({ code, message, vi, fields }: Problem): FieldProblem[] {
  return fields.length > 0 ? fields : [{ code, message, ...(vi === undefined ? {} : { vi }) }];
}
