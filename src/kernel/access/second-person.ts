import type { Day } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';

// Two accounts are two people only where nobody could have made both: who invites an account knows the code that opens it,
// and who alone gives it the right to grant can have it agree.

type Makers = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Of each account: itself, who has made it (also who invited it anew or tied it to a provider before it was in use: they could
 * have opened it), who alone gave it one of the roles, and whoever made those.
 */
export async function makersOf(
  { client }: Pick<Tx, 'client'>,
  accounts: readonly string[],
  roles: readonly string[],
): Promise<Makers> {
  const { rows } = await client.query<{ of: string; maker: string }>(
    `with recursive makes as (
       select a.id as made, m.id as maker from public.account a join public.account m on m.login = a.created_by
       union all select c.account_id, m.id from public.account_code c join public.account m on m.login = c.made_by
       where c.purpose = 'invitation' and c.cancelled_at is null
       union all select i.account_id, m.id from public.account_identity i join public.account m on m.login = i.tied_by
       union all select account_id, giver_account from role_grant
       where giver_account is not null and approved_by is null and delegated_from is null and role = any($2::text[])
     ), up as (
       select one as of, one as maker from unnest($1::uuid[]) one
       union select up.of, makes.maker from up join makes on makes.made = up.maker)
     select of, maker from up`,
    [[...new Set(accounts)], roles],
  );
  const makers = new Map<string, Set<string>>();
  for (const { of, maker } of rows) makers.set(of, (makers.get(of) ?? new Set()).add(maker));
  return makers;
}

/** Whether nobody has made both. */
export function areTwo(makers: Makers, a: string, b: string): boolean {
  const ofB = makers.get(b) ?? new Set([b]);
  return ![...(makers.get(a) ?? [a])].some((maker) => ofB.has(maker));
}

/** Somebody whose grant, in their own right, lets or let them grant roles at a place. */
export interface Granter {
  accountId: string;
  login: string;
  /** Today, and the account is open. */
  holds: boolean;
}

/** Whoever may grant at a path or ever might, in their own right. */
export async function grantersOver(
  { client }: Pick<Tx, 'client'>,
  path: string,
  { roles, on }: { roles: readonly string[]; on: Day },
): Promise<Granter[]> {
  const { rows } = await client.query<Granter>(
    `select g.account_id as "accountId", g.login, bool_or(g.ended_at is null and g.valid @> $3::date and a.closed_at is null) as holds
     from role_grant g join public.account a on a.id = g.account_id left join unit_scope u on u.unit_id = g.unit_id
     where g.delegated_from is null and g.role = any($2::text[]) and lower(g.valid) <= $3::date
       and starts_with($1, case when g.unit_id is null then '|' else u.path end)
     group by g.account_id, g.login`,
    [path, roles, on],
  );
  return rows;
}

/** Whether two logins are of one person, by the ties of the register. */
export async function isOnePerson(tx: Pick<Tx, 'client'>, a: string, b: string): Promise<boolean> {
  return (await loginsOfOne(tx, [a], b)).has(a);
}

/** Among logins, those of the person whom a login belongs to. */
export async function loginsOfOne(
  { client }: Pick<Tx, 'client'>,
  among: readonly string[],
  login: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ one: string }>(
    'select one from unnest($1::text[]) one where one_person(one, $2)',
    [[...new Set(among)], login],
  );
  return new Set(rows.map(({ one }) => one));
}
