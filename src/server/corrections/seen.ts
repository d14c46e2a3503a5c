import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import type { Api } from '../api.ts';
import { findRoom, scopePath } from '../find-unit.ts';
import { mustOwn, ownOf, readOwn } from '../own-record/whose.ts';
import type { Room } from '../workplace.ts';

/** Whose requests the caller may see. */
export interface Seen {
  room: Room;
  path: string;
  /** The person whom the caller's account belongs to. */
  own: string | null;
  /** A member, who sees their own only, wherever their cell lies. */
  isOwnOnly: boolean;
  read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
}

/** By the place, for whoever sees people there; by the account for a member. Throws `self.not-tied`. */
export async function seenBy(
  api: Api,
  { tenant, scope }: { tenant?: string | undefined; scope?: string | undefined },
): Promise<Seen> {
  const { installation, actor, may } = api;
  if (!may('members.read')) {
    // As everywhere: another place than one's own is not there.
    if (tenant !== undefined || scope !== undefined) {
      const room = await findRoom(installation, { tenant, scope });
      await scopePath(installation, room, scope);
    }
    const own = await mustOwn(api);
    const { room, person } = own;
    return { room, path: room.path, own: person, isOwnOnly: true, read: (work) => readOwn(own, api, work) };
  }
  const room = await findRoom(installation, { tenant, scope });
  const path = await scopePath(installation, room, scope);
  const own = (await ownOf(api))?.person ?? null;
  return { room, path, own, isOwnOnly: false, read: (work) => room.read({ actor, scope: path }, work) };
}

/** Whom something is asked about: whoever was named, else oneself. Throws `person.unknown`. */
export function whose({ own, isOwnOnly }: Seen, named: string | undefined): string {
  const person = named ?? own;
  if (person !== null && (!isOwnOnly || person === own)) return person;
  throw new Problem('person.unknown', 'There is no such person.', { status: 404 });
}
