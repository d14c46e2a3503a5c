import { type RawBuilder, sql } from 'kysely';
import type { MemberSort } from '#/domain/members/list-contract.ts';
import { Problem } from '#/platform/errors.ts';
import type { Dated } from './conditions.ts';

interface Key {
  column: RawBuilder<unknown>;
  type: 'text' | 'date' | 'uuid';
}

type Base = Exclude<MemberSort, `-${string}`>;

const name: Key = { column: sql`m.name_order collate "C"`, type: 'text' };
const person: Key = { column: sql`m.person_id`, type: 'uuid' };
const day = (column: RawBuilder<unknown>): Key => ({ column, type: 'date' });

/** What the rows stand by, no two alike: alias m as in `memberSpells`. */
const keysOf: Readonly<Record<Base, readonly Key[]>> = {
  name: [name, person],
  born: [day(sql`m.born_on`), name, person],
  admittedOn: [day(sql`m.admitted_on`), name, person],
  partyAge: [day(sql`m.party_since`), name, person],
  unit: [{ column: sql`m.unit_code`, type: 'text' }, name, person],
};

export interface Order {
  /** The keys of a row as one array of texts: what a cursor keeps. */
  keys: RawBuilder<unknown>;
  by: RawBuilder<unknown>;
  /** After the cursor's row; true without one. */
  after: RawBuilder<unknown>;
  /** Of units (u): from the cursor's on; null where the order is none by unit. */
  unitsFrom: RawBuilder<unknown> | null;
  /** By nothing but the names. */
  isByName: boolean;
  /** The day that the rows stand by. */
  dated: Dated | undefined;
}

/** How a page stands in order, from a cursor on. Throws `people.cursor`: it is none of ours, or of another order. */
export function orderOf(sort: MemberSort, cursor: string | undefined): Order {
  const isDown = sort.startsWith('-');
  const base = sort.replace(/^-/, '') as Base;
  const keys = keysOf[base];
  const last = cursor === undefined ? null : readCursor(sort, cursor, keys.length);
  const columns = keys.map(({ column }) => column);
  return {
    keys: sql`array[${sql.join(columns.map((column) => sql`(${column})::text`))}]`,
    by: sql.join(columns.map((column) => (isDown ? sql`${column} desc` : column))),
    after:
      last === null
        ? sql`true`
        : sql`(${sql.join(columns)}) ${isDown ? sql`<` : sql`>`} (${sql.join(
            keys.map(({ type }, i) => sql`${last[i]}::${sql.raw(type)}`),
          )})`,
    unitsFrom: base === 'unit' ? unitsFrom(last?.[0], isDown) : null,
    isByName: base === 'name',
    dated: ({ born: 'bornOn', admittedOn: 'admittedOn', partyAge: 'partySince' } as const)[base as 'born'],
  };
}

const unitCode = sql`u.code collate "C"`;

function unitsFrom(code: string | undefined, isDown: boolean): RawBuilder<unknown> {
  const holds = code === undefined ? sql`true` : isDown ? sql`${unitCode} <= ${code}` : sql`${unitCode} >= ${code}`;
  return sql`${holds} order by ${unitCode} ${isDown ? sql`desc` : sql``}`;
}

/** The place after a row, for whoever asks on. */
export function writeCursor(sort: MemberSort, keys: readonly string[]): string {
  return Buffer.from(JSON.stringify([sort, ...keys])).toString('base64url');
}

function readCursor(sort: MemberSort, cursor: string, length: number): string[] {
  let held: unknown;
  try {
    held = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    held = null; // whatever it is, no cursor
  }
  const [of, ...keys] = Array.isArray(held) ? held : [];
  const isOurs = keys.length === length && keys.every((key) => typeof key === 'string') && isUuid(keys.at(-1));
  if (of === sort && isOurs && (length < 3 || sort.endsWith('unit') || isDate(keys[0]))) return keys;
  const message =
    isOurs && of !== sort
      ? 'The cursor is of another order: ask the first page anew.'
      : 'This is no cursor of this list: take "next" of the page before.';
  throw new Problem('people.cursor', message, {
    status: 400,
    fields: [{ field: 'cursor', code: 'people.cursor', message }],
  });
}

const isUuid = (text = '') => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
const isDate = (text = '') => text === 'infinity' || /^\d{4}-\d\d-\d\d$/.test(text);
