import type { Pool, PoolClient } from 'pg';
import { Problem } from '#/platform/errors.ts';
import { type Doing, noteEvent } from './events.ts';
import { hashAlike, hashPassword, newSalt } from './password.ts';
import { newCode, tidyCode } from './secrets.ts';

// A second factor for whoever has no smartphone: ten codes on paper, each good once. They open nothing without the password.

const sheetSize = 10;
const groups = 3;

/** The codes of a new sheet; those of the one before are good no more. Shown this once. */
export async function makeSheet(client: PoolClient, accountId: string, doing: Doing): Promise<string[]> {
  await cancelSheet(client, accountId, doing.now);
  const codes = Array.from({ length: sheetSize }, () => newCode(groups));
  // One salt for the sheet: a code that is shown is hashed once, not ten times.
  const salt = newSalt();
  const hashes = await Promise.all(codes.map((code) => hashPassword(tidyCode(code), salt)));
  await client.query(
    'insert into account_printed_code (account_id, hash, made_at, made_by) select $1, unnest($2::text[]), $3, $4',
    [accountId, hashes, doing.now, doing.actor],
  );
  await noteEvent(client, accountId, 'printed-made', doing);
  return codes;
}

/** Whether the code stands on the account's sheet and was not used; it is used by that. */
export async function usePrinted(hall: Pool, accountId: string, code: string, now: Date): Promise<boolean> {
  const { rows } = await hall.query<{ hash: string }>(
    'select hash from account_printed_code where account_id = $1 and cancelled_at is null limit 1',
    [accountId],
  );
  const [any] = rows;
  if (any === undefined) return false;
  const { rowCount } = await hall.query(
    `update account_printed_code set used_at = $3
     where account_id = $1 and hash = $2 and used_at is null and cancelled_at is null`,
    [accountId, await hashAlike(tidyCode(code), any.hash), now],
  );
  return rowCount === 1;
}

/** The sheet that holds, and how many of its codes are left; null: there is none. One that is used up holds on. */
export async function readSheet(
  db: Pool | PoolClient,
  accountId: string,
): Promise<{ madeAt: string; left: number } | null> {
  const { rows } = await db.query<{ madeAt: string; left: number }>(
    `select made_at as "madeAt", count(*) filter (where used_at is null)::int as left
     from account_printed_code where account_id = $1 and cancelled_at is null group by made_at`,
    [accountId],
  );
  return rows[0] ?? null;
}

/** The codes are given up: they are no longer asked for. Throws `printed.unknown`. */
export async function removeSheet(client: PoolClient, accountId: string, doing: Doing): Promise<void> {
  if ((await cancelSheet(client, accountId, doing.now)) === 0)
    throw new Problem('printed.unknown', 'There are no printed codes to give up.', { status: 404 });
  await noteEvent(client, accountId, 'printed-removed', doing);
}

export function wrongPrinted(): Problem {
  const message = 'This code is not on your sheet, or was used before; each works once.';
  const vi = 'Mã này không có trên tờ mã, hoặc đã dùng rồi; mỗi mã chỉ dùng được một lần.';
  return new Problem('printed.wrong', message, { vi, fields: [{ field: 'code', code: 'printed.wrong', message, vi }] });
}

async function cancelSheet(client: PoolClient, accountId: string, now: Date): Promise<number> {
  const { rowCount } = await client.query(
    'update account_printed_code set cancelled_at = $2 where account_id = $1 and cancelled_at is null',
    [accountId, now],
  );
  return rowCount ?? 0;
}
