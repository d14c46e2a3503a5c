import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type Day, isDay } from '#/platform/day.ts';
import type { DB } from '#/platform/db/types.gen.ts';
import { Problem } from '#/platform/errors.ts';
import type { Question } from './figure.ts';
import { type FactSource, factSource } from './source.ts';

/** Stands for all units of a tenant where one above its roots is meant: the sum for the nation, and a tally's outermost ancestor. */
export const WHOLE_TENANT = '00000000-0000-0000-0000-000000000000';

/** The widest scope: every path begins so. */
const WIDEST = '|';

/** One evaluation: for which unit, when, as known at. */
export interface Frame {
  tx: Kysely<DB>;
  facts: FactSource;
  unitId: string;
  on: Day;
  /** Null when asked for a single day. */
  from: Day | null;
  to: Day | null;
  knownAt: string;
  /** As known now: today's tables, and tallies, may answer. */
  isCurrent: boolean;
  /** What the asker may see by name. */
  viewerScope: string;
  /** The units under an asked unit, once looked up; see units-under.ts. */
  unitsUnder: Map<string, Promise<UnitsUnder>>;
}

/** Units under an asked unit over some days, as PostgreSQL's own text of arrays: thousands of ids that nobody here reads. */
export interface UnitsUnder {
  all: string;
  /** Every other unit there ever was; null unless that is the shorter list. */
  others: string | null;
  /** No more than an eighth of all: whoever looks for their people has fewer to look at than in the whole register. */
  areFew: boolean;
  /** The days of the asked span on which most of them lay there; null: all of it. In the year of its founding a tree's units share such a part. */
  days: string | null;
  /** Those that lay there on other days than most, with the ranges (in the same order); null when there are none. */
  partly: { unitIds: string; valid: string } | null;
}

interface ContextRow {
  actor: string;
  scope: string;
  head: string;
  knownAt: string;
  isFuture: boolean;
  isCurrent: boolean;
  isInScope: boolean | null;
}

/**
 * Runs an evaluation in the context the transaction was given by set_ctx. Reading happens under the widest scope: what
 * is counted follows the past tree, so rows that today lie elsewhere count too; they are listed without a name. Who
 * may ask about the unit is judged first, by today's tree. For several statements to agree with each other and with
 * `knownAt`, the transaction is one of repeatable read.
 */
export async function inFrame<T>(tx: Kysely<DB>, question: Question, work: (frame: Frame) => Promise<T>): Promise<T> {
  checkDays(question);
  // Inside another evaluation the asker would seem to have the widest scope.
  if (widened.has(tx)) throw new Error('figures of one transaction are answered one after another');
  const context = await readContext(tx, question);
  const { actor, scope, knownAt, isCurrent } = context;
  const frame: Frame = {
    tx,
    facts: factSource(tx, isCurrent ? null : knownAt, { from: question.from ?? question.on, to: question.on }),
    unitId: question.unitId,
    on: question.on,
    from: question.from,
    to: question.to,
    knownAt,
    isCurrent,
    viewerScope: scope,
    unitsUnder: new Map(),
  };
  return underWidest(tx, actor, scope, () => work(frame));
}

/** The same evaluation on another day, or over another period. */
export function frameOn(frame: Frame, { on, from, to }: Pick<Frame, 'on' | 'from' | 'to'>): Frame {
  return { ...frame, on, from, to, facts: { ...frame.facts, span: { from: from ?? on, to: on } } };
}

/** Transactions whose scope is widened at this moment. */
const widened = new WeakSet<Kysely<DB>>();

async function underWidest<T>(tx: Kysely<DB>, actor: string, scope: string, work: () => Promise<T>): Promise<T> {
  if (scope === WIDEST) return work();
  widened.add(tx);
  const putBack = async (): Promise<void> => {
    await sql`select set_ctx(${actor}, ${scope})`.execute(tx);
    widened.delete(tx);
  };
  await sql`select set_ctx(${actor}, ${WIDEST})`.execute(tx);
  let answer: T;
  try {
    answer = await work();
  } catch (error) {
    await putBack().catch(() => {}); // an error of the database has ended the transaction, and the setting with it
    throw error;
  }
  await putBack();
  return answer;
}

function checkDays({ on, from, to }: Question): void {
  for (const day of [on, from, to])
    if (day !== null && !isDay(day)) throw new Problem('figure.day', `${day} is not a day (YYYY-MM-DD).`);
  if ((from === null) !== (to === null)) throw new Problem('figure.period', 'A period has a first and a last day.');
  if (from !== null && to !== null && (from > to || on !== to))
    throw new Problem('figure.period', `The period from ${from} to ${to} has no days.`);
}

async function readContext(tx: Kysely<DB>, { unitId, knownAt }: Question): Promise<ContextRow> {
  if (knownAt !== null && !isInstant(knownAt))
    throw new Problem('known-at.invalid', `${knownAt} is not an instant (2026-01-31T17:00:00Z).`);
  const { rows } = await sql<ContextRow>`
    select current_setting('sotay.actor', true) as actor, current_setting('sotay.scope', true) as scope,
      h.last_recorded_at as head, k.at as known_at, k.at > h.last_recorded_at as is_future, k.at = h.last_recorded_at as is_current,
      (select strpos(u.path, current_setting('sotay.scope', true)) > 0 from unit_scope u where u.unit_id = ${unitId}) as is_in_scope
    from journal_head h, lateral (select coalesce(${knownAt}::timestamptz, h.last_recorded_at) as at) k`.execute(tx);
  const context = rows[0];
  if (context === undefined) throw new Error('a figure was asked before set_ctx');
  if (context.isFuture)
    throw new Problem(
      'known-at.future',
      `What is known at ${context.knownAt} may still change: the last act was recorded at ${context.head}.`,
    );
  const mayAsk = unitId === WHOLE_TENANT ? context.scope === WIDEST : context.isInScope === true;
  // The same answer for a unit that does not exist and for one that is none of the asker's business.
  if (!mayAsk) throw new Problem('unit.unknown', 'There is no such unit.', { status: 404 });
  return context;
}

// Postgres would also take 'now' and 'tomorrow', and a time without a zone by a setting nobody sees.
function isInstant(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d(:?\d\d)?)$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  );
}

/**
 * True on a day of the range. Written so that the planner guesses one half: ahead of a row-level policy it may not look
 * into its statistics for `@>` and assumes 0.5 %, and walks an index 13,000 times where one scan would do (630 → 110 ms
 * for the members of a province).
 */
export function isOn(valid: RawBuilder<unknown>, day: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`coalesce(${valid} @> ${day}, false)`;
}

/** The join condition that makes line `l` lead from a row's unit up to the asked one. */
export function leadsTo(unitId: string): RawBuilder<boolean> {
  return unitId === WHOLE_TENANT ? sql<boolean>`l.depth = 0` : sql<boolean>`l.ancestor_id = ${unitId}::uuid`;
}
