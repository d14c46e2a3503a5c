import { logAccess } from '#/kernel/access/access-log.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { lookerOf } from '../access-log/looker.ts';
import type { Api } from '../api.ts';
import type { Room } from '../workplace.ts';

/** Whose record the caller's account opens, in the tenant that the caller works in. */
export interface Own {
  room: Room;
  person: string;
}

/** Null: the account is tied to nobody, or it is the operator who asks, who has none. */
export async function ownOf({ installation, seat, actor }: Api): Promise<Own | null> {
  const { person: account, capacity } = seat;
  if (account === null || capacity === null) return null;
  const room = await installation.room(capacity.tenant);
  const person = await room.openly('own-record', actor, async ({ client }) => {
    const { rows } = await client.query<{ person: string }>(
      `select person_id as person from person_account
       where account_id = $1 and untied_at is null and exists (select from person p where p.person_id = person_account.person_id)`,
      [account.accountId],
    );
    return rows[0]?.person ?? null;
  });
  return person === null ? null : { room, person };
}

/** Throws `self.not-tied`. */
export async function mustOwn(api: Api): Promise<Own> {
  const own = await ownOf(api);
  if (own !== null) return own;
  throw new Problem('self.not-tied', 'Your account is not tied to a member of the register yet.', { status: 404 });
}

/** Reads past the place of the grant, for the record follows the person: of nobody but `person` is anything asked there. */
export function readOwn<T>({ room }: Own, { actor }: Api, work: (tx: Tx) => Promise<T>): Promise<T> {
  return room.openly('own-record', actor, work);
}

/** Also a look at oneself is a look: whoever finds one in the log that was not theirs knows that the account is not theirs alone. */
export async function logOwn({ room, person }: Own, api: Api, action: string, detail: object): Promise<void> {
  await logAccess(
    room,
    { ...lookerOf(api), scope: room.path },
    { action, detail: { ...detail }, unitId: null, reason: 'Hồ sơ của chính mình', persons: [person] },
  );
}
