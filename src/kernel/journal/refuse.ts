import { type FieldProblem, Problem } from '#/platform/errors.ts';
import { type Batch, problemLimit } from './batch.ts';

/** Refuses the batch where the fold found faults, with the line of each act that came from a file. */
export async function refuseBatch(batch: Batch): Promise<void> {
  await nameLines(batch, batch.problems);
  refuse(batch.problems);
}

/** Tells of acts of this batch that came from a file on which line they stand. */
export async function nameLines(batch: Batch, problems: readonly FieldProblem[]): Promise<void> {
  const nameless = problems
    .filter(({ line, actId }) => line === undefined && actId !== undefined)
    .slice(0, problemLimit);
  if (nameless.length > 0) {
    const { rows } = await batch.tx.client.query(
      "select id, (source->>'line')::int as line from act where id = any($1::uuid[]) and recorded_at = $2::timestamptz and source ? 'line'",
      [nameless.map(({ actId }) => actId), batch.recordedAt],
    );
    const lines = new Map(rows.map((row) => [row.id, row.line]));
    for (const problem of nameless) if (lines.has(problem.actId)) problem.line = lines.get(problem.actId);
  }
}

/** Throws when there are problems: one by its own code, several as a list. */
export function refuse(problems: readonly FieldProblem[]): void {
  if (problems.length === 0) return;
  const first = problems[0] as FieldProblem;
  const message = problems.length === 1 ? first.message : `${problems.length} faults; the first: ${first.message}`;
  throw new Problem(problems.length === 1 ? first.code : 'batch.refused', message, {
    fields: problems.slice(0, problemLimit),
  });
}
