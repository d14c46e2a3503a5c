import { type RawBuilder, sql } from 'kysely';
import type { PersonAccess } from '#/kernel/access/log-contract.ts';
import type { Roles } from '#/kernel/access/roles.ts';
import type { Day } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { isUuid } from '#/platform/ids.ts';
import { titleOf } from '../access/shown.ts';
import { unitsCalled } from '../access/units-called.ts';
import { sayAccess } from './says.ts';

/** A line of the access log as it lies there. */
export interface AccessLine {
  id: string;
  at: string;
  actor: string;
  role: string | null;
  placeId: string | null;
  action: string;
  detail: Record<string, unknown>;
  unitId: string | null;
  reason: string;
  personCount: number;
  notice: string | null;
}

/** Lines that name a person. */
export const aboutPerson = (person: string): RawBuilder<unknown> =>
  sql`l.id in (select p.access_id from access_log_person p where p.person_id = ${person}::uuid)`;

/** Lines of sealed values that were opened. */
export const noticed: RawBuilder<unknown> = sql`n.access_id is not null`;

/** Lines under conditions over `access_log l`, the latest first, and one more than the page holds. */
export async function linesUnder(
  { db, client }: Tx,
  conditions: readonly RawBuilder<unknown>[],
  limit: number,
): Promise<AccessLine[]> {
  // Compiled and sent as it is: the keys of `detail` stay as they were written.
  const { sql: text, parameters } = sql`
    select l.id, l.at, l.actor, l.role, l.place_id as "placeId", l.action, l.detail, l.unit_id as "unitId", l.reason,
      l.person_count as "personCount", n.class as notice
    from access_log l left join access_notice n on n.access_id = l.id
    where ${sql.join(conditions, sql` and `)}
    order by l.at desc, l.id desc limit ${limit + 1}`.compile(db);
  return (await client.query<AccessLine>(text, parameters as unknown[])).rows;
}

/** The lines of a page, and the cursor of the next. */
export function pageOf(lines: readonly AccessLine[], limit: number): { page: AccessLine[]; next: string | null } {
  const page = lines.slice(0, limit);
  const last = lines.length > limit ? page.at(-1) : undefined;
  return { page, next: last === undefined ? null : `${last.at}~${last.id}` };
}

/** What comes after the page that ended with this cursor. Throws `cursor.invalid`. */
export function beyond(cursor: string): RawBuilder<unknown> {
  const [at = '', id = ''] = cursor.split('~');
  if (!isUuid(id) || Number.isNaN(Date.parse(at)))
    throw new Problem('cursor.invalid', 'The cursor is not one that a page gave.', { status: 422 });
  return sql`(l.at, l.id) < (${at}::timestamptz, ${id}::uuid)`;
}

/** Lines as they are told: who, in which capacity, what, why. */
export async function toldLines(
  tx: Tx,
  lines: readonly AccessLine[],
  { roles, on }: { roles: Roles; on: Day },
): Promise<PersonAccess[]> {
  const called = await unitsCalled(
    tx,
    lines.map(({ placeId }) => placeId),
    on,
  );
  return lines.map(({ id, at, actor, role, placeId, action, detail, reason, notice }) => ({
    ...{ id, actor, action, reason, notice },
    at: new Date(at).toISOString(),
    role: role === null ? null : titleOf(roles, role),
    place: placeId === null ? null : (called.get(placeId) ?? { code: '', name: '' }),
    says: sayAccess(action, detail),
  }));
}
