import type { GrantRequest } from '#/kernel/access/grant-requests.ts';
import { holding, type Roles } from '#/kernel/access/roles.ts';
import { areTwo, grantersOver, isOnePerson, makersOf } from '#/kernel/access/second-person.ts';
import type { Day } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import type { Seat } from '../capacity.ts';

/** Who asks for a grant: an account, and who has passed on the right by which it asks. */
export interface GrantAsker {
  accountId: string;
  login: string;
  lentBy: string | null;
}

interface Rules {
  roles: Roles;
  on: Day;
}

/** The account in the seat, as it grants; null: the operator, who is held to nothing. */
export async function askerIn({ client }: Tx, { person, capacity }: Seat): Promise<GrantAsker | null> {
  if (person === null) return null;
  const lender = capacity?.grant.delegatedFrom ?? null;
  const { rows } = await client.query<{ accountId: string }>(
    'select account_id as "accountId" from role_grant where id = $1',
    [lender],
  );
  return { accountId: person.accountId, login: person.login, lentBy: rows[0]?.accountId ?? null };
}

/**
 * Whether there is, or ever was, a second person for what somebody grants at a path. Also one whose right has ended: otherwise
 * whoever ends it would be alone again, and free.
 */
export async function hasSecondPerson(tx: Tx, asker: GrantAsker, path: string, rules: Rules): Promise<boolean> {
  const managing = holding(rules.roles, 'grants.manage');
  const others = await grantersOver(tx, path, { roles: managing, on: rules.on });
  const askers = [asker.accountId, ...(asker.lentBy === null ? [] : [asker.lentBy])];
  const makers = await makersOf(tx, [...askers, ...others.map(({ accountId }) => accountId)], managing);
  for (const other of others)
    if (
      askers.every((one) => areTwo(makers, one, other.accountId)) &&
      !(await isOnePerson(tx, asker.login, other.login))
    )
      return true;
  return false;
}

/** Why the caller is no second person for a request; null: they are. */
export async function whyNotSecond(tx: Tx, request: GrantRequest, seat: Seat, rules: Rules): Promise<Problem | null> {
  const { person, capacity } = seat;
  const managing = holding(rules.roles, 'grants.manage');
  const over = await grantersOver(tx, request.path, { roles: managing, on: rules.on });
  const asking = request.lentBy ?? request.askerAccount;
  if (!over.some(({ accountId, holds }) => holds && accountId === asking)) return askerGone();
  if (person === null || capacity === null) return null; // the operator, who is nobody's account
  const { accountId, login } = person;
  const askers = [request.askerAccount, ...(request.lentBy === null ? [] : [request.lentBy])];
  const makers = await makersOf(tx, [accountId, ...askers], managing);
  if (!askers.every((one) => areTwo(makers, one, accountId)) || (await isOnePerson(tx, request.askedBy, login)))
    return samePerson('Whoever asks for a role does not approve it, nor an account that comes from them.');
  if (makers.get(accountId)?.has(request.accountId) === true || (await isOnePerson(tx, request.login, login)))
    return samePerson('Nobody approves a role for themselves, nor for who has made their account.');
  if (capacity.grant.delegatedFrom !== null || Date.parse(capacity.grant.grantedAt) > Date.parse(request.askedAt))
    return samePerson('A role is approved by a right of one’s own that was there before it was asked for.');
  return null;
}

function samePerson(message: string): Problem {
  return new Problem('grant.same-person', message, { status: 403 });
}

function askerGone(): Problem {
  const message =
    'Whoever asked for this role may grant none here any more: refuse it, and ask for it yourself if it is right.';
  return new Problem('grant.asker-gone', message, { status: 409 });
}
