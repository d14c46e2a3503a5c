import type { Day } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';

/** An account that holds a role at a unit for some days. */
export interface Grant {
  id: string;
  accountId: string;
  login: string;
  role: string;
  /** Null: the whole register. */
  unitId: string | null;
  /** Of the unit in today's tree: what the grant reaches. `|`: the whole register. */
  path: string;
  from: Day;
  /** The first day on which it holds no longer; null: until it is ended. */
  until: Day | null;
  grantedBy: string;
  grantedAt: string;
  /** Of who granted it; null: whoever owns the data folder. */
  giverAccount: string | null;
  /** The second person; null: nobody was asked. */
  approvedBy: string | null;
  reason: string;
  delegatedFrom: string | null;
  endedAt: string | null;
  endedBy: string | null;
  endReason: string | null;
  /** It holds on the day that was asked about. */
  holds: boolean;
}

/** What is granted. */
export interface Granted {
  /** Of the request that it was; a new one unless told. */
  id?: string;
  account: { id: string; login: string };
  role: string;
  unitId: string | null;
  from: Day;
  until: Day | null;
  reason: string;
  by: string;
  /** Null: whoever owns the data folder. */
  giver: string | null;
  at: string;
  delegatedFrom: string | null;
  /** The second person. */
  approvedBy?: string;
}

// What was passed on falls with the grant it comes from, without a row of its own being written.
const holds = (day: string) => `(g.ended_at is null and g.valid @> ${day}::date
  and (g.delegated_from is null or exists (
    select from role_grant d where d.id = g.delegated_from and d.ended_at is null and d.valid @> ${day}::date)))`;

const columns = (day: string) => `g.id, g.account_id as "accountId", g.login, g.role, g.unit_id as "unitId",
  case when g.unit_id is null then '|' else u.path end as path, lower(g.valid) as from, upper(g.valid) as until,
  g.granted_by as "grantedBy", g.granted_at as "grantedAt", g.giver_account as "giverAccount", g.approved_by as "approvedBy", g.reason, g.delegated_from as "delegatedFrom",
  g.ended_at as "endedAt", g.ended_by as "endedBy", g.end_reason as "endReason", ${holds(day)} as holds`;

/** A unit that was taken back has no place in the tree: a grant there reaches nothing. */
const placed = 'role_grant g left join unit_scope u on u.unit_id = g.unit_id';
const hasPlace = '(g.unit_id is null or u.path is not null)';

/** The grants that an account holds on a day, the widest first. */
export async function grantsOf({ client }: Tx, accountId: string, on: Day): Promise<Grant[]> {
  const { rows } = await client.query<Grant>(
    `select ${columns('$2')} from ${placed} where g.account_id = $1 and ${hasPlace} and ${holds('$2')}
     order by length(coalesce(u.path, '|')), g.role, g.id`,
    [accountId, on],
  );
  return rows;
}

/** A grant by its id, whether it holds on the day or not; null: there is none. */
export async function grantNamed({ client }: Tx, id: string, on: Day): Promise<Grant | null> {
  const { rows } = await client.query<Grant>(`select ${columns('$2')} from ${placed} where g.id = $1 and ${hasPlace}`, [
    id,
    on,
  ]);
  return rows[0] ?? null;
}

/** All grants ever given at units under a path (`|`: and those over the whole register), the latest first. */
export async function grantsUnder({ client }: Tx, path: string, on: Day, most: number): Promise<Grant[]> {
  const { rows } = await client.query<Grant>(
    `select ${columns('$2')} from ${placed}
     where strpos(case when g.unit_id is null then '|' else u.path end, $1) > 0
     order by ${holds('$2')} desc, g.granted_at desc, g.id limit $3`,
    [path, on, most],
  );
  return rows;
}

/** What was passed on of a grant, what holds first, then the latest. */
export async function grantsFrom({ client }: Tx, grantId: string, on: Day): Promise<Grant[]> {
  const { rows } = await client.query<Grant>(
    `select ${columns('$2')} from ${placed} where g.delegated_from = $1 and ${hasPlace}
     order by ${holds('$2')} desc, g.granted_at desc, g.id`,
    [grantId, on],
  );
  return rows;
}

/** The grants that hold on a day and reach one of the paths, the nearest first. */
export async function grantsReaching({ client }: Tx, scope: string, on: Day): Promise<Grant[]> {
  const { rows } = await client.query<Grant>(
    `select ${columns('$2')} from ${placed}
     where ${hasPlace} and ${holds('$2')} and strpos($1, case when g.unit_id is null then '|' else u.path end) > 0
     order by length(coalesce(u.path, '|')) desc, g.role, g.login, g.id`,
    [scope, on],
  );
  return rows;
}

/** Writes a grant; who may give it is judged before. Returns its id. */
export async function grantRole({ client }: Tx, granted: Granted): Promise<string> {
  const { id = null, account, role, unitId, from, until, reason, by, giver, at, delegatedFrom } = granted;
  const { approvedBy = null } = granted;
  const { rows } = await client.query<{ id: string }>(
    `insert into role_grant (id, account_id, login, role, unit_id, valid, granted_by, giver_account, granted_at, reason, delegated_from,
       approved_by, approved_at)
     values (coalesce($1, uuidv7()), $2, $3, $4, $5, daterange($6, $7), $8, $9, $10, $11, $12, $13, case when $13::text is not null then $10::timestamptz end)
     returning id`,
    [id, account.id, account.login, role, unitId, from, until, by, giver, at, reason, delegatedFrom, approvedBy],
  );
  return (rows[0] as { id: string }).id;
}

/** Ends a grant from this moment on. Throws `grant.ended` where somebody has ended it already. */
export async function endGrant(
  { client }: Tx,
  id: string,
  { by, at, reason }: { by: string; at: string; reason: string },
): Promise<void> {
  const { rowCount } = await client.query(
    'update role_grant set ended_at = $2, ended_by = $3, end_reason = $4 where id = $1 and ended_at is null',
    [id, at, by, reason],
  );
  if (rowCount === 0) throw new Problem('grant.ended', 'This grant has been ended already.', { status: 409 });
}
