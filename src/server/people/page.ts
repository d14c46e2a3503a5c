import { type RawBuilder, sql } from 'kysely';
import { type MemberSort, memberFilters } from '#/domain/members/list-contract.ts';
import { memberSpells } from '#/domain/members/roster.ts';
import { isOn, WHOLE_TENANT } from '#/kernel/figures/frame.ts';
import { wholeTenant } from '#/platform/db/transaction.ts';
import { conditions, dated, unitsUnder } from './conditions.ts';
import { type Order, orderOf, writeCursor } from './order.ts';
import type { Reading } from './question.ts';
import { firstNamed, lookUp } from './say-whom.ts';

/** A member of a page, before it is told of. */
export interface Listed {
  personId: string;
  unitId: string;
  status: 'official' | 'probationary';
  inTransit: boolean;
  partySince: string | null;
  keys: string[];
}

export interface Page {
  members: Listed[];
  next: string | null;
}

export interface PageAsked {
  sort: MemberSort;
  cursor?: string | undefined;
  limit: number;
}

/** How many rows are looked at in order at first. */
export const walked = 4_000;

/** How many at most: beyond them all that fit are found sooner by other indexes. */
const walkedAtMost = 60_000;

/**
 * How many rows have probably to be looked at for `wanted` that fit, where the first `walked` held `found`; null: so many
 * that it is not worth it. A half more than the sum says: those who fit do not stand evenly.
 */
export function worthWalking(found: number, wanted: number): number | null {
  const needed = Math.ceil((walked * wanted * 1.5) / Math.max(found, 1));
  return needed <= walkedAtMost ? needed : null;
}

/** A unit of so many is read whole and put in order, whatever is asked of it. */
const smallUnit = 4_000;

/**
 * A page of the list, in order, from a cursor on. Where most fit, whoever walks along the index of the order has a page
 * soon; where few do, those few are found by other indexes and put in order. Which of the two it is, no statistics tell
 * ahead of a policy, so the first is tried for some rows.
 */
export async function readPage(reading: Reading, { sort, cursor, limit }: PageAsked): Promise<Page> {
  const order = orderOf(sort, cursor);
  const size = reading.isCurrent && reading.unitId !== null ? await membersUnder(reading) : null;
  const isSmall = size !== null && size <= smallUnit;
  const rows = isSmall
    ? await read(reading, gathered(reading, order, null), order, limit)
    : await found(reading, order, limit);
  const members = rows.slice(0, limit);
  const last = members.at(-1);
  return { members, next: rows.length > limit && last !== undefined ? writeCursor(sort, last.keys) : null };
}

/**
 * The first of many: along the order, where they stand close enough; by their names, if it is these that are asked for;
 * further along the order, where the first rows say that it is worth it; else all that fit are put in order.
 */
async function found(reading: Reading, order: Order, limit: number): Promise<Listed[]> {
  const isWalked = isWorthWalking(reading);
  const first = isWalked ? await read(reading, walk(reading, order, walked), order, limit) : [];
  if (first.length > limit) return first;
  const named = await namedInOrder(reading, order, limit);
  if (named !== null) return named;
  const further = isWalked ? worthWalking(first.length, limit + 1) : null;
  const rows = further === null ? [] : await read(reading, walk(reading, order, further), order, limit);
  if (rows.length > limit) return rows;
  return read(reading, gathered(reading, order, await foundByName(reading)), order, limit);
}

/** So many times a page are looked at of those that a name finds: not all of them stand on the list. */
const namedAtOnce = 4;

/** By the index of the words of names, put in order there; null: it is not names in order that are asked for, or it does not tell. */
export async function namedInOrder(reading: Reading, order: Order, limit: number): Promise<Listed[] | null> {
  const { isCurrent, filters, facts } = reading;
  if (!isCurrent || !order.isByName || filters.q === undefined || filters.q === '') return null;
  const named = await firstNamed(facts, reading, filters.q, { ...order, most: (limit + 1) * namedAtOnce });
  if (named === null) return null;
  const others = { ...reading, filters: { ...filters, q: undefined } };
  const these = { ...order, after: sql`m.person_id = any(${named.ids}::uuid[])` };
  const rows = await read(reading, gathered(others, these, null), order, limit);
  return rows.length > limit || named.isAll ? rows : null;
}

/** How many the whole list holds. */
export async function countMembers(reading: Reading): Promise<number> {
  const { filters, facts } = reading;
  const isWhole = Object.keys(memberFilters).every((name) => !filters[name as keyof typeof memberFilters]);
  if (isWhole && reading.isCurrent && seesAll(reading)) return membersUnder(reading);
  const holds = conditions(reading, await foundByName(reading));
  const { rows } = await sql<{
    total: number;
  }>`select count(*) as total from ${source(reading)} m where ${all(holds)}`.execute(facts.db);
  return rows[0]?.total ?? 0;
}

/** Under a narrower scope the unit may once have had more below it than may be seen today. */
function seesAll({ scope, unitId, isToday }: Reading): boolean {
  return scope === wholeTenant || (unitId !== null && isToday);
}

async function foundByName({ isCurrent, filters: { q }, scope, on, facts }: Reading): Promise<string[] | null> {
  return isCurrent && q !== undefined && q !== '' ? lookUp(facts.db, { scope, on }, q) : null;
}

const all = (holds: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql.join([...holds], sql` and `);

/** Today's knowledge stands in the roster; what was known once, the facts and their twins tell. */
function source({ isCurrent, facts, on }: Reading): RawBuilder<unknown> {
  return isCurrent ? sql`roster` : sql`(${memberSpells(facts, on)})`;
}

/** Of `found`, in order, what a page is told by. */
export function selected(found: RawBuilder<unknown>, { by, keys }: Order): RawBuilder<unknown> {
  return sql`${found} select m.person_id, m.unit_id, m.status, m.in_transit, nullif(m.party_since, 'infinity') as party_since, ${keys} as keys
    from found m order by ${by}`;
}

async function read({ facts }: Reading, found: RawBuilder<unknown>, order: Order, limit: number): Promise<Listed[]> {
  const { rows } = await sql<Listed>`${selected(found, order)} limit ${limit + 1}`.execute(facts.db);
  return rows;
}

/** With the code of the unit where the order asks for it. */
function inOrder(reading: Reading, { unitsFrom }: Order): RawBuilder<unknown> {
  const unit = sql`join ${reading.facts.table('unitCode', 'u')} on u.unit_id = m.unit_id and ${isOn(sql`u.valid`, sql`${reading.on}::date`)}`;
  const code = unitsFrom !== null ? sql`, u.code collate "C" as unit_code` : sql``;
  return sql`select m.* ${code} from ${source(reading)} m ${unitsFrom !== null ? unit : sql``}`;
}

/** Units are small: a cell has about as many members. */
const perUnit = 16;

/** By unit there is no index to walk along: unit after unit is read whole. */
function walkUnits(reading: Reading, from: RawBuilder<unknown>, { after }: Order, most: number): RawBuilder<unknown> {
  const day = sql`${reading.on}::date`;
  const under = reading.unitId === null ? sql`true` : sql`u.unit_id in (${unitsUnder(reading, reading.unitId)})`;
  return sql`select m.* from (
      select u.unit_id, u.code collate "C" as unit_code from unit_code u where ${isOn(sql`u.valid`, day)} and ${under} and ${from} limit ${Math.ceil(most / perUnit)}
    ) u join lateral (select r.*, u.unit_code from roster r where r.unit_id = u.unit_id) m on ${after}`;
}

function walk(reading: Reading, order: Order, most: number): RawBuilder<unknown> {
  const { on, filters } = reading;
  if (order.unitsFrom !== null)
    return sql`with found as (select m.* from (${walkUnits(reading, order.unitsFrom, order, most)}) m where ${all(conditions(reading))})`;
  const there = sql`m.since <= ${on}::date and m.until > ${on}::date`;
  const span = order.dated === undefined ? [] : dated(filters, on, order.dated);
  return sql`with found as (
    select m.* from (
      select m.* from roster m where ${all([there, order.after, ...span])} order by ${order.by} limit ${most}
    ) m where ${all(conditions(reading))}
  )`;
}

/** All that fit, wherever they stand. */
export function gathered(reading: Reading, order: Order, found: readonly string[] | null): RawBuilder<unknown> {
  return sql`with found as materialized (
    select m.* from (${inOrder(reading, order)}) m where ${all([...conditions(reading, found), order.after])}
  )`;
}

/** Not for a number, which few have; nor where few of all may be seen, and the walk would go by everybody else. */
function isWorthWalking({ isCurrent, figure, filters: { q = '' }, scope, unitId }: Reading): boolean {
  const seesMany = scope === wholeTenant || unitId !== null;
  return isCurrent && figure === null && seesMany && !/\d/.test(q);
}

/** By the tallies of the figure `members`. */
async function membersUnder({ facts, unitId, on }: Reading): Promise<number> {
  const { rows } = await sql<{ total: number | null }>`select sum(change) as total from tally
    where unit_id = ${unitId ?? WHOLE_TENANT}::uuid and figure = 'members' and day <= ${on}::date`.execute(facts.db);
  return rows[0]?.total ?? 0;
}
