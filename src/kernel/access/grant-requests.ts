import { DatabaseError } from 'pg';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import type { Grant, Granted } from './grants.ts';

/** A role that somebody has asked to be granted and that waits for a second person, or waited. */
export interface GrantRequest
  extends Pick<Grant, 'id' | 'accountId' | 'login' | 'role' | 'unitId' | 'path' | 'from' | 'until'> {
  askedBy: string;
  askerAccount: string;
  /** Who has passed on the right by which it was asked. */
  lentBy: string | null;
  askedAt: string;
  reason: string;
  isApproved: boolean | null;
}

const columns = `r.id, r.account_id as "accountId", r.login, r.role, r.unit_id as "unitId",
  case when r.unit_id is null then '|' else u.path end as path, lower(r.valid) as from, upper(r.valid) as until,
  r.asked_by as "askedBy", r.asker_account as "askerAccount", r.lent_by as "lentBy", r.asked_at as "askedAt", r.reason,
  r.is_approved as "isApproved"`;
const placed = 'grant_request r left join unit_scope u on u.unit_id = r.unit_id';
const within = (path: string) =>
  `nullif(${path}, '') is not null and starts_with(case when r.unit_id is null then '|' else u.path end, ${path})`;

export type Asking = Pick<Granted, 'account' | 'role' | 'unitId' | 'from' | 'until' | 'reason' | 'at' | 'by'> & {
  asker: string;
  lentBy: string | null;
};

/** Writes a request; it gives nothing. Returns its id. Throws `grant.asked`. */
export async function askGrant({ client }: Tx, asking: Asking): Promise<string> {
  const { account, role, unitId, from, until, reason, by, at, asker, lentBy } = asking;
  try {
    const { rows } = await client.query<{ id: string }>(
      `insert into grant_request (account_id, login, role, unit_id, valid, asked_by, asker_account, lent_by, asked_at, reason)
       values ($1, $2, $3, $4, daterange($5, $6), $7, $8, $9, $10, $11) returning id`,
      [account.id, account.login, role, unitId, from, until, by, asker, lentBy, at, reason],
    );
    return (rows[0] as { id: string }).id;
  } catch (error) {
    if (error instanceof DatabaseError && error.constraint === 'grant_request_open')
      throw new Problem('grant.asked', 'This role at this unit waits for a second person already.', {
        status: 409,
        cause: error,
      });
    throw error;
  }
}

/** Requests for units under a path that wait, the oldest first. */
export async function requestsUnder({ client }: Tx, path: string, most: number): Promise<GrantRequest[]> {
  const { rows } = await client.query<GrantRequest>(
    `select ${columns} from ${placed} where r.decided_at is null and ${within('$1')} order by r.asked_at, r.id limit $2`,
    [path, most],
  );
  return rows;
}

/** A request for a unit under a path, decided or not; null: there is none. */
export async function requestNamed({ client }: Tx, id: string, path: string): Promise<GrantRequest | null> {
  const { rows } = await client.query<GrantRequest>(
    `select ${columns} from ${placed} where r.id = $1 and ${within('$2')}`,
    [id, path],
  );
  return rows[0] ?? null;
}

/** Decides a request, once. Throws `grant.decided`. */
export async function decideRequest(
  { client }: Tx,
  id: string,
  decision: { isApproved: boolean; by: string; at: string; reason: string | null },
): Promise<void> {
  const { isApproved, by, at, reason } = decision;
  const { rowCount } = await client.query(
    `update grant_request set decided_at = $2, decided_by = $3, is_approved = $4, decision_reason = $5
     where id = $1 and decided_at is null`,
    [id, at, by, isApproved, reason],
  );
  if (rowCount === 0) throw new Problem('grant.decided', 'This request has been decided already.', { status: 409 });
}
