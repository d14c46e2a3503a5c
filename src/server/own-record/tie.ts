import type { z } from 'zod';
import type { readTies, Tie, tieAccount, untieAccount } from '#/domain/members/own-record-contract.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem, wrongField } from '#/platform/errors.ts';
import { nameKey } from '#/platform/names.ts';
import type { Api } from '../api.ts';
import { findRoom } from '../find-unit.ts';
import { scopeOfPerson } from '../in-sight.ts';

const columns = `person_id as person, login, tied_at as "tiedAt", tied_by as "tiedBy", untied_at as "untiedAt",
  reason, untied_by as "untiedBy", untie_reason as "untieReason"`;

/** Which account belongs to a person whom the caller sees, and which did before. Throws `person.unknown`. */
export async function ties(
  { person, tenant }: z.output<typeof readTies.input>,
  { installation, seat, actor }: Api,
): Promise<z.input<typeof readTies.output>> {
  const room = await findRoom(installation, { tenant });
  return room.read({ actor }, async (tx) => {
    await scopeOfPerson(tx, person);
    const { rows } = await tx.client.query<Tie & { account: string }>(
      `select account_id as account, ${columns} from person_account where person_id = $1
       order by untied_at is null desc, tied_at desc, id desc`,
      [person],
    );
    const open = rows.find(({ untiedAt }) => untiedAt === null);
    return {
      name: await nameOf(tx, person),
      ties: rows.map(({ account: _, ...one }) => shown(one)),
      can: { tie: open === undefined, untie: open !== undefined && open.account !== seat.person?.accountId },
    };
  });
}

/**
 * Ties an account to a person whom the caller sees. Whoever tells what the account is called learns nothing of one of
 * another name, not even that there is one. Throws `person.unknown`, `account.unknown`, `tie.own`, `tie.taken`.
 */
export async function tie(
  { person, login, name, reason, tenant }: z.output<typeof tieAccount.input>,
  api: Api,
): Promise<Tie> {
  const { installation, seat, actor, now } = api;
  const room = await findRoom(installation, { tenant });
  const account = await api.accountNamed(login);
  const isCalled = name === undefined || (account !== null && nameKey(account.name) === nameKey(name));
  if (account === null || !isCalled) throw unknownAccount(login, name);
  // Otherwise an officer alone could open the sealed values of anybody as if they were their own.
  if (account.id === seat.person?.accountId) throw ownTie();
  return room.write({ actor }, async (tx) => {
    await scopeOfPerson(tx, person);
    await endTieOfClosed(tx, person, { actor, at: now().toISOString() });
    const { rows } = await tx.client
      .query<Tie>(
        `insert into person_account (account_id, login, person_id, tied_at, tied_by, reason)
         values ($1, $2, $3, $4, $5, $6) returning ${columns}`,
        [account.id, account.login, person, now().toISOString(), actor, reason],
      )
      .catch((error: { constraint?: string }) => {
        throw taken(error) ?? error;
      });
    return shown(rows[0] as Tie);
  });
}

/** Throws `person.unknown`, `tie.none`, `tie.own`. */
export async function untie({ person, reason, tenant }: z.output<typeof untieAccount.input>, api: Api): Promise<Tie> {
  const { installation, seat, actor, now } = api;
  const room = await findRoom(installation, { tenant });
  return room.write({ actor }, async (tx) => {
    await scopeOfPerson(tx, person);
    const { rows } = await tx.client.query<Tie & { account: string }>(
      `update person_account set untied_at = $2, untied_by = $3, untie_reason = $4
       where person_id = $1 and untied_at is null returning account_id as account, ${columns}`,
      [person, now().toISOString(), actor, reason],
    );
    if (rows[0] === undefined) throw new Problem('tie.none', 'No account is tied to this person.', { status: 409 });
    const { account, ...ended } = rows[0];
    if (account === seat.person?.accountId) throw ownTie();
    return shown(ended);
  });
}

async function nameOf({ client }: Tx, person: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    'select name from person_record where person_id = $1 order by valid desc limit 1',
    [person],
  );
  return rows[0]?.name ?? '';
}

const shown = (tie: Tie): Tie => ({
  ...tie,
  tiedAt: new Date(tie.tiedAt).toISOString(),
  untiedAt: tie.untiedAt === null ? null : new Date(tie.untiedAt).toISOString(),
});

function unknownAccount(login: string, name: string | undefined): Problem {
  if (name === undefined) return wrongField('login', 'account.unknown', `There is no account "${login}".`);
  const message = `There is no account "${login}" that is called "${name}".`;
  const vi = `Không có tài khoản “${login}” mang tên “${name}”.`;
  const field = { field: 'login', code: 'account.unknown', message, vi };
  return new Problem('account.unknown', message, { status: 422, vi, fields: [field] });
}

function ownTie(): Problem {
  return new Problem('tie.own', 'Nobody ties their own account, or ends its tie: another officer does.', {
    status: 403,
  });
}

/** Whoever has a new account because the old one was closed is not held up by it. */
async function endTieOfClosed(
  { client }: Tx,
  person: string,
  { actor, at }: { actor: string; at: string },
): Promise<void> {
  await client.query(
    `update person_account set untied_at = $2, untied_by = $3, untie_reason = 'Tài khoản đã đóng'
     where person_id = $1 and untied_at is null
       and exists (select from public.account a where a.id = account_id and a.closed_at is not null)`,
    [person, at, actor],
  );
}

/** One open account a person, one person an account: two would be two people wherever two have to agree. */
function taken({ constraint }: { constraint?: string }): Problem | null {
  if (constraint === 'person_account_person')
    return new Problem('tie.taken', 'This person has an open account already: have it closed, or end its tie first.', {
      status: 409,
      vi: 'Đảng viên này đã có một tài khoản đang mở: hãy đóng tài khoản ấy, hoặc gỡ nó ra trước.',
    });
  if (constraint === 'person_account_account')
    return new Problem('tie.taken', 'This account belongs to somebody already: end that tie first.', {
      status: 409,
      vi: 'Tài khoản này đã gắn với một người: hãy gỡ ra trước.',
    });
  return null;
}
