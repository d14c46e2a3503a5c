import { type RawBuilder, sql } from 'kysely';
import type { Act } from '#/kernel/journal/act.ts';
import { actFromRow } from '#/kernel/journal/line.ts';
import type { ActRow } from '#/kernel/journal/list-contract.ts';
import type { Register } from '#/kernel/register.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { isUuid } from '#/platform/ids.ts';
import { actRows } from './act-rows.ts';
import { type ActQuestion, conditionsOf } from './find-acts.ts';

interface ActPage {
  acts: ActRow[];
  next: string | null;
  recordedUpto: string;
}

const columns = sql.raw(
  'a.id, a.kind, a.effective_on, a.after_id, a.withdraws_id, a.actor, a.paper, a.note, a.body, a.recorded_at, a.recorded_by, a.source',
);

/** A page of the journal, the latest first. `path`: of the part of the tree that is asked for. */
export async function listedActs(tx: Tx, register: Register, asked: ActQuestion, path: string): Promise<ActPage> {
  const { conditions, isMany } = await conditionsOf(tx, asked, path);
  if (asked.cursor !== undefined) conditions.push(before(asked.order, keyOf(asked.order), asked.cursor));
  // The planner would rather sort all of them than read on until the page is full. What follows may sort again.
  if (isMany) await tx.client.query('set local enable_sort = off');
  const { rows } = await plain(tx, sql`${inOrder(asked.order, conditions)} limit ${asked.limit + 1}`);
  if (isMany) await tx.client.query('set local enable_sort = on');
  const acts = rows.slice(0, asked.limit);
  const last = rows.length > asked.limit ? acts.at(-1) : undefined;
  const head = await tx.client.query('select last_recorded_at from journal_head');
  return {
    acts: await actRows(tx, register, acts),
    next: last === undefined ? null : `${asked.order === 'recorded' ? last.recordedAt : last.effectiveOn}~${last.id}`,
    recordedUpto: head.rows[0].last_recorded_at,
  };
}

const keyOf = (order: ActQuestion['order']) => (order === 'recorded' ? sql`a.recorded_at` : sql`a.effective_on`);

/** The rows of acts under conditions: "from act a where …". */
export function fromActs(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`from act a` : sql`from act a where ${sql.join(conditions, sql` and `)}`;
}

/** All acts under conditions, the latest first. */
export function inOrder(order: ActQuestion['order'], conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql`select ${columns} ${fromActs(conditions)} order by ${keyOf(order)} desc, a.id desc`;
}

/** Acts as the journal keeps them: their bodies keep the keys they have. */
export async function plain({ db, client }: Tx, query: RawBuilder<unknown>): Promise<{ rows: Act[] }> {
  const { sql: text, parameters } = query.compile(db);
  const { rows } = await client.query(text, parameters as unknown[]);
  return { rows: rows.map(actFromRow) };
}

function before(order: ActQuestion['order'], key: RawBuilder<unknown>, cursor: string): RawBuilder<unknown> {
  const [at = '', id = ''] = cursor.split('~');
  const isRight = isUuid(id) && !Number.isNaN(Date.parse(at));
  if (!isRight) throw new Problem('cursor.invalid', 'The cursor is not one that a page gave.', { status: 422 });
  return order === 'recorded'
    ? sql`(${key}, a.id) < (${at}::timestamptz, ${id}::uuid)`
    : sql`(${key}, a.id) < (${at}::date, ${id}::uuid)`;
}
