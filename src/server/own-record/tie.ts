import type { z } from 'zod';
import type { tieAccount, untieAccount } from '#/domain/members/own-record-contract.ts';
import { Problem, wrongField } from '#/platform/errors.ts';
import type { Api } from '../api.ts';
import { findRoom } from '../find-unit.ts';
import { scopeOfPerson } from '../in-sight.ts';

type Tie = z.input<typeof tieAccount.output>;

const columns = 'person_id as person, login, tied_at as "tiedAt", tied_by as "tiedBy", untied_at as "untiedAt"';

/** Ties an account to a person whom the caller sees. Throws `person.unknown`, `account.unknown`, `tie.own`, `tie.taken`. */
export async function tie(
  { person, login, reason, tenant }: z.output<typeof tieAccount.input>,
  api: Api,
): Promise<Tie> {
  const { installation, seat, actor, now } = api;
  const room = await findRoom(installation, { tenant });
  const account = await api.accountNamed(login);
  if (account === null) throw wrongField('login', 'account.unknown', `There is no account "${login}".`);
  // Otherwise an officer alone could open the sealed values of anybody as if they were their own.
  if (account.id === seat.person?.accountId)
    throw new Problem('tie.own', 'Nobody ties their own account: another officer does.', { status: 403 });
  return room.write({ actor }, async (tx) => {
    await scopeOfPerson(tx, person);
    const { rows } = await tx.client
      .query<Tie>(
        `insert into person_account (account_id, login, person_id, tied_at, tied_by, reason)
         values ($1, $2, $3, $4, $5, $6) returning ${columns}`,
        [account.id, account.login, person, now().toISOString(), actor, reason],
      )
      .catch((error: { code?: string }) => {
        throw error.code === '23505' ? taken() : error;
      });
    return rows[0] as Tie;
  });
}

/** Throws `person.unknown`, `tie.none`. */
export async function untie({ person, reason, tenant }: z.output<typeof untieAccount.input>, api: Api): Promise<Tie> {
  const { installation, actor, now } = api;
  const room = await findRoom(installation, { tenant });
  return room.write({ actor }, async (tx) => {
    await scopeOfPerson(tx, person);
    const { rows } = await tx.client.query<Tie>(
      `update person_account set untied_at = $2, untied_by = $3, untie_reason = $4
       where person_id = $1 and untied_at is null returning ${columns}`,
      [person, now().toISOString(), actor, reason],
    );
    if (rows[0] === undefined) throw new Problem('tie.none', 'No account is tied to this person.', { status: 409 });
    return rows[0];
  });
}

function taken(): Problem {
  return new Problem('tie.taken', 'This account or this person is tied already: end that first.', { status: 409 });
}
