import { type FieldProblem, Problem } from '#/platform/errors.ts';
import { asFields } from '../facts/fold.ts';
import { factSource } from '../figures/source.ts';
import type { CheckContext, WholeBatch } from '../rulebook/check.ts';
import type { Rule } from '../rulebook/rulebook.ts';
import type { Act } from './act.ts';
import { type Batch, problemLimit } from './batch.ts';
import { checkContext, problemOf } from './check-context.ts';
import { actFromRow } from './line.ts';
import { nameLines } from './refuse.ts';
import type { Resolved } from './stage.ts';

/** Runs the rulebook checks of acts of this batch, after their facts are written. Never run again: a corrected rule must not make old acts unreadable. */
export async function checkActs(batch: Batch, acts: readonly Act[]): Promise<void> {
  for (const act of acts) {
    const kind = batch.register.kinds.get(act.kind);
    if (kind?.check === undefined) continue;
    try {
      await kind.check(act, contextOf(batch, act));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      batch.problems.push(...asFields(error, act.id));
    }
  }
}

/** Judges the batch as a whole, once for each key that a check asked for: by now everything of it is written. */
export async function judgeWhole(batch: Batch): Promise<void> {
  const facts = factSource(batch.tx.db, null);
  const told: { rule: Rule; problem: FieldProblem }[] = [];
  const broken: WholeBatch['broken'] = (rule, actId, field, message) =>
    told.push({ rule, problem: problemOf(actId, rule, field, message) });
  // By key: who asked first depends on ids, and what is told should not.
  for (const [, judge] of [...batch.afterwards].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    await judge({ facts, recordedAt: batch.recordedAt, rule: batch.rulebook.rule, broken });
  await nameLines(
    batch,
    told.map(({ problem }) => problem),
  );
  for (const { rule, problem } of told) take(batch, rule, problem);
}

function contextOf(batch: Batch, act: Act): CheckContext {
  return checkContext(batch.tx.client, batch.rulebook, batch.unitKinds, {
    broken: (rule, field, message) => {
      const { line } = act.source;
      take(batch, rule, { ...problemOf(act.id, rule, field, message), ...(line === undefined ? {} : { line }) });
    },
    afterwards: (key, judge) => {
      if (!batch.afterwards.has(key)) batch.afterwards.set(key, judge);
    },
  });
}

function take(batch: Batch, rule: Rule, problem: FieldProblem): void {
  if (rule.effect === 'block') batch.problems.push(problem);
  else if (rule.effect === 'warn') batch.warnings.push(problem);
}

/** The checks of all acts of the batch about persons, read again in pieces. */
export async function checkPersonActs(batch: Batch): Promise<void> {
  const kinds = [...batch.register.kinds.values()].filter(
    ({ check, unit }) => check !== undefined && unit === undefined,
  );
  const { client } = batch.tx;
  await client.query(
    `declare acts_to_check no scroll cursor for select * from act where recorded_at = '${batch.recordedAt}' and kind in (${kinds.map(({ kind }) => `'${kind}'`).join(', ')})`,
  );
  for (;;) {
    const { rows } = await client.query('fetch 2000 from acts_to_check');
    if (rows.length === 0) break;
    await checkActs(batch, rows.map(actFromRow));
    if (batch.problems.length >= problemLimit) break;
  }
  await client.query('close acts_to_check');
}

/** The checks of acts about units, once everything of the batch is written. */
export async function checkUnitActs(batch: Batch, acts: readonly Resolved[]): Promise<void> {
  const ids = acts
    .filter(({ prepared }) => prepared.kind.check !== undefined && prepared.kind.unit !== undefined)
    .map(({ prepared }) => prepared.id);
  if (ids.length === 0) return;
  const { rows } = await batch.tx.client.query('select * from act where id = any($1::uuid[])', [ids]);
  await checkActs(batch, rows.map(actFromRow));
}
