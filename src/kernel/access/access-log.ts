import type { PoolClient } from 'pg';
import type { Context, Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { uuidv7 } from '#/platform/ids.ts';
import type { SensitiveClass } from './roles.ts';

/** Who looks: the name that stands in the journal too, and the capacity they work in. */
export interface Looker {
  actor: string;
  /** Null: whoever owns the data folder, who has no account. */
  capacity: { accountId: string; role: string; unitId: string | null } | null;
}

/** Sensitive values that are about to leave the register in plain. */
export interface Access {
  /** noun.pastParticiple, as an act: members.exported */
  action: string;
  /** Layout, format, fields, day: never a value. */
  detail: Record<string, unknown>;
  /** Whose persons; null: all that the asker may see, or no unit's. */
  unitId: string | null;
  /** For which purpose. */
  reason: string;
  /** Whom it is about, where they can be named; a list whose names alone leave tells how many only. */
  persons: readonly string[];
  /** How many; as many as are named unless told. */
  personCount?: number;
  /** A sealed value was opened: the person and the inspection commission are told. */
  notice?: SensitiveClass;
  /** So many lines of these actions an account may have in an hour: one more is refused, and nothing is written. */
  limit?: { actions: readonly string[]; most: number };
}

/** Where it is written: a room, as its caller may use it. */
export interface Writes {
  write: <T>(context: Context, work: (tx: Tx) => Promise<T>) => Promise<T>;
}

const longestReason = 1_000;
const personsAtOnce = 20_000;

/** The reason as it is kept. Throws `reveal.reason`: nobody sees sensitive values without saying why. */
export function checkReason(reason: string | undefined, least = 1): string {
  const tidy = (reason ?? '').normalize('NFC').trim();
  if (tidy.length >= least && tidy.length <= longestReason) return tidy;
  if (tidy.length > longestReason) throw refused(`The reason may have ${longestReason} characters.`);
  if (least === 1) throw refused('Say why the sensitive values are revealed: the reason is kept in the access log.');
  throw refused(
    `Say in at least ${least} characters why the sealed value is opened: the person and the inspection commission read it.`,
    `Hãy nêu lý do, ít nhất ${least} ký tự: đảng viên và ủy ban kiểm tra sẽ đọc lý do này.`,
  );
}

function refused(message: string, vi?: string): Problem {
  const told = vi === undefined ? {} : { vi };
  return new Problem('reveal.reason', message, {
    ...told,
    fields: [{ field: 'reason', code: 'reveal.reason', message, ...told }],
  });
}

/**
 * Writes to the access log, in a transaction of its own on the primary: when this returns, the line is there whatever
 * becomes of the answer. Send nothing before, and nothing if it throws. Returns the line's id. Throws `reveal.reason`,
 * `reveal.too-many`.
 */
export async function logAccess(room: Writes, context: Looker & Context, access: Access): Promise<string> {
  const { action, detail, unitId, persons, personCount = persons.length, notice } = access;
  const reason = checkReason(access.reason);
  const { actor, scope, capacity } = context;
  const id = uuidv7();
  await room.write({ actor, scope }, async ({ client }) => {
    for (let at = 0; at < persons.length; at += personsAtOnce)
      await client.query(
        'insert into access_log_person (access_id, person_id) select distinct $1::uuid, p from unnest($2::uuid[]) as p on conflict do nothing',
        [id, persons.slice(at, at + personsAtOnce)],
      );
    // The lock of the head is held to the commit and no longer than these statements: others wait for it.
    const { rows } = await client.query<{ at: string }>(
      `update access_head set last_logged_at = greatest(clock_timestamp(), last_logged_at + interval '1 microsecond') returning last_logged_at as at`,
    );
    // Under the lock: of two at the same moment the second counts the first.
    if (access.limit !== undefined) await mustBeFew(client, actor, access.limit);
    await client.query(
      `insert into access_log (id, at, actor, action, detail, unit_id, scope, reason, person_count, account_id, role, place_id)
       values ($1, $2::timestamptz, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[id, rows[0]?.at, actor, action, JSON.stringify(detail), unitId, scope, reason, personCount],
        ...[capacity?.accountId ?? null, capacity?.role ?? null, capacity?.unitId ?? null],
      ],
    );
    if (notice !== undefined)
      await client.query('insert into access_notice (access_id, class) values ($1, $2)', [id, notice]);
  });
  return id;
}

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Throws `reveal.too-many`, with the moment from which on it goes on. */
async function mustBeFew(
  client: PoolClient,
  actor: string,
  { actions, most }: NonNullable<Access['limit']>,
): Promise<void> {
  const { rows } = await client.query<{ at: string }>(
    `select at from access_log where actor = $1 and action = any($2) and at > clock_timestamp() - interval '1 hour'
     order by at desc offset $3 limit 1`,
    [actor, actions, most - 1],
  );
  if (rows[0] === undefined) return;
  // Of the minute that has begun by then.
  const free = new Date(Math.ceil((Date.parse(rows[0].at) + HOUR) / MINUTE) * MINUTE);
  const clock = free.toLocaleTimeString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' });
  throw new Problem('reveal.too-many', `Not more than ${most} an hour: go on at ${clock}.`, {
    status: 429,
    vi: `Mỗi tài khoản xem nhiều nhất ${most} lần trong một giờ: hãy xem tiếp từ ${clock}.`,
  });
}
