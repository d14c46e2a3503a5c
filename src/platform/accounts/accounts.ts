import type { Pool, PoolClient } from 'pg';
import { DatabaseError } from 'pg';
import { inTransaction } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { isUuid } from '#/platform/ids.ts';
import { cancelCodes, type IssuedCode, issueCode } from './codes.ts';
import { asAccounts, type Doing, noteEvent } from './events.ts';
import { decideRecovery } from './recovery-decision.ts';
import { endSessions } from './sessions.ts';

/** An account, as whoever looks after accounts sees it. */
export interface AccountLine {
  id: string;
  login: string;
  name: string;
  /** invited: nothing opens it yet. */
  state: 'invited' | 'open' | 'closed';
  createdAt: string;
  createdBy: string;
  lastUsedAt: string | null;
  hasTotp: boolean;
  passkeyCount: number;
  /** Has a sheet of printed codes. */
  hasPrinted: boolean;
  /** Signs in by the identity provider. */
  hasProvider: boolean;
  /** A recovery that waits for a second person. */
  recovery: { startedBy: string; startedAt: string; reason: string; dropsFactors: boolean } | null;
}

const loginShape = /^[a-z0-9][a-z0-9._-]{2,39}$/;

/** What stands in the journal as who recorded where no account did. */
const reserved: ReadonlySet<string> = new Set(['accounts', 'api', 'desk', 'nobody', 'start', 'system', 'sotay']);

/** As a login is kept, however it was typed. */
export function tidyLogin(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/** A new account with the one-time code that opens it. Throws `login.invalid`, `login.taken`, `account.name`. */
export async function createAccount(
  hall: Pool,
  given: { login: string; name: string },
  doing: Doing,
): Promise<IssuedCode & { id: string; login: string }> {
  const login = tidyLogin(given.login);
  const name = given.name.normalize('NFC').trim();
  if (!loginShape.test(login) || reserved.has(login)) throw badLogin();
  if (name === '' || name.length > 100) throw badName();
  try {
    return await inTransaction(hall, asAccounts, async ({ client }) => {
      const { rows } = await client.query<{ id: string }>(
        'insert into account (login, name, created_at, created_by) values ($1, $2, $3, $4) returning id',
        [login, name, doing.now, doing.actor],
      );
      const id = (rows[0] as { id: string }).id;
      await noteEvent(client, id, 'invited', doing);
      const issued = await issueCode(client, id, { purpose: 'invitation', dropsFactors: false }, doing);
      return { id, login, ...issued };
    });
  } catch (error) {
    if (error instanceof DatabaseError && error.constraint === 'account_login_key') throw takenLogin(error);
    throw error;
  }
}

/** Another code for somebody who was invited and has not come yet. Throws `account.unknown`, `account.not-invited`. */
export async function inviteAgain(hall: Pool, id: string, doing: Doing): Promise<IssuedCode> {
  return inTransaction(hall, asAccounts, async ({ client }) => {
    const { closedAt } = await lockAccount(client, id);
    // Otherwise one person alone could take over an account that is in use: that is what a recovery is for.
    if ((await isInUse(client, id)) || closedAt !== null)
      throw new Problem('account.not-invited', 'This account is in use or closed: start a recovery instead.', {
        status: 409,
      });
    await noteEvent(client, id, 'invited', doing);
    return issueCode(client, id, { purpose: 'invitation', dropsFactors: false }, doing);
  });
}

/** Whether something opens the account already. */
export async function isInUse(client: PoolClient, id: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from account_password where account_id = $1
     union all select from account_identity where account_id = $1 and removed_at is null`,
    [id],
  );
  return rowCount !== 0;
}

/** All accounts, by login. */
export async function listAccounts(hall: Pool): Promise<AccountLine[]> {
  const { rows } = await hall.query<AccountLine>(
    `select account.id, login, account.name, created_at as "createdAt", created_by as "createdBy",
       case when closed_at is not null then 'closed' when password.account_id is null and identity.account_id is null then 'invited' else 'open' end as state,
       (select max(used_at) from account_session where account_id = account.id) as "lastUsedAt",
       exists (select from account_totp where account_id = account.id and confirmed_at is not null) as "hasTotp",
       (select count(*) from account_passkey where account_id = account.id and removed_at is null) as "passkeyCount",
       (select jsonb_build_object('startedBy', started_by, 'startedAt', started_at, 'reason', reason, 'dropsFactors', drops_factors)
        from account_recovery where account_id = account.id and decided_at is null) as recovery,
       exists (select from account_printed_code where account_id = account.id and cancelled_at is null) as "hasPrinted",
       identity.account_id is not null as "hasProvider"
     from account left join account_password password on password.account_id = account.id
       left join account_identity identity on identity.account_id = account.id and removed_at is null order by login`,
  );
  return rows;
}

/** The account of a login, open or closed; null: there is none. */
export async function accountNamed(
  hall: Pool,
  typed: string,
): Promise<{ id: string; login: string; name: string } | null> {
  const { rows } = await hall.query<{ id: string; login: string; name: string }>(
    'select id, login, name from account where login = $1',
    [tidyLogin(typed)],
  );
  return rows[0] ?? null;
}

/** Nobody signs in by it any more; what was recorded by it stays. Throws `account.unknown`, `account.own`. */
export async function closeAccount(hall: Pool, id: string, reason: string, doing: Doing): Promise<void> {
  await inTransaction(hall, asAccounts, async ({ client }) => {
    const { login, closedAt } = await lockAccount(client, id);
    if (login === doing.actor) throw ownAccount();
    if (closedAt !== null) return;
    await client.query('update account set closed_at = $2 where id = $1', [id, doing.now]);
    await endSessions(client, id, doing.now);
    // What was begun for it is over: reopened, it opens by what its owner had, and by no code that lies about.
    await cancelCodes(client, id, doing.now);
    if (await decideRecovery(client, id, false, doing)) await noteEvent(client, id, 'recovery-refused', doing, reason);
    await noteEvent(client, id, 'closed', doing, reason);
  });
}

/** Whoever had it may sign in again, as before. Throws `account.unknown`. */
export async function reopenAccount(hall: Pool, id: string, reason: string, doing: Doing): Promise<void> {
  await inTransaction(hall, asAccounts, async ({ client }) => {
    const { closedAt } = await lockAccount(client, id);
    if (closedAt === null) return;
    await client.query('update account set closed_at = null where id = $1', [id]);
    await noteEvent(client, id, 'reopened', doing, reason);
  });
}

/** The account, held until the transaction ends. Throws `account.unknown`. */
export async function lockAccount(client: PoolClient, id: string): Promise<{ login: string; closedAt: string | null }> {
  const { rows } = isUuid(id)
    ? await client.query<{ login: string; closedAt: string | null }>(
        'select login, closed_at as "closedAt" from account where id = $1 for no key update',
        [id],
      )
    : { rows: [] };
  return rows[0] ?? unknownAccount();
}

export function ownAccount(): Problem {
  return new Problem('account.own', 'Nobody does this to their own account: another administrator does.', {
    status: 409,
  });
}

export function unknownAccount(): never {
  throw new Problem('account.unknown', 'There is no such account.', { status: 404 });
}

function badLogin(): Problem {
  const message =
    'A login has 3 to 40 signs: small letters without accents, digits, dots, dashes; a letter or digit first.';
  const vi =
    'Tên đăng nhập có 3 đến 40 ký tự: chữ thường không dấu, chữ số, dấu chấm, gạch ngang; bắt đầu bằng chữ hoặc số.';
  return new Problem('login.invalid', message, {
    vi,
    fields: [{ field: 'login', code: 'login.invalid', message, vi }],
  });
}

function takenLogin(cause: unknown): Problem {
  const message = 'This login was given before; none is given twice, because it stands in the journal.';
  const vi = 'Tên đăng nhập này đã được cấp; không tên nào được cấp hai lần vì nhật ký ghi theo tên.';
  const fields = [{ field: 'login', code: 'login.taken', message, vi }];
  return new Problem('login.taken', message, { status: 409, vi, fields, cause });
}

function badName(): Problem {
  const message = 'A name has 1 to 100 characters.';
  const vi = 'Họ tên có từ 1 đến 100 ký tự.';
  return new Problem('account.name', message, { vi, fields: [{ field: 'name', code: 'account.name', message, vi }] });
}
