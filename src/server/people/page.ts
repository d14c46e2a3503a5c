import { type RawBuilder, sql } from 'kysely';
import type { MemberSort } from '#/domain/members/list-contract.ts';
import { isOn } from '#/kernel/figures/frame.ts';
import { conditions } from './conditions.ts';
import { orderOf, writeCursor } from './order.ts';
import type { Reading } from './question.ts';
import { memberSpells } from './rows.ts';

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

/** A page of the list, in order, from a cursor on. */
export async function readPage(
  reading: Reading,
  { sort, cursor, limit }: { sort: MemberSort; cursor?: string | undefined; limit: number },
): Promise<Page> {
  const order = orderOf(sort, cursor);
  const unit = order.needsUnit
    ? sql`join ${reading.facts.table('unitCode', 'u')} on u.unit_id = m.unit_id and ${isOn(sql`u.valid`, sql`${reading.on}::date`)}`
    : sql``;
  const { rows } = await sql<Listed>`
    select m.person_id, m.unit_id, m.status, m.in_transit, m.party_since, ${order.keys} as keys
    from (${memberSpells(reading.facts, reading.on)}) m ${unit}
    where ${all(conditions(reading))} and ${order.after}
    order by ${order.by} limit ${limit + 1}`.execute(reading.tx.db);
  const members = rows.slice(0, limit);
  const last = members.at(-1);
  return { members, next: rows.length > limit && last !== undefined ? writeCursor(sort, last.keys) : null };
}

/** How many the whole list holds. */
export async function countMembers(reading: Reading): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from (${memberSpells(reading.facts, reading.on)}) m
    where ${all(conditions(reading))}`.execute(reading.tx.db);
  return rows[0]?.total ?? 0;
}

function all(holds: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join([...holds], sql` and `);
}
