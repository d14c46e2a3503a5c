import type { Journal, PosterBound } from '#/kernel/journal/posting.ts';
import { twoPeople } from '#/kernel/journal/two-people.ts';
import type { Register } from '#/kernel/register.ts';
import { today } from '#/platform/day.ts';
import type { Tenant } from '#/platform/db/migrate.ts';
import { Problem } from '#/platform/errors.ts';
import type { Asker, Bound, Room, Workplace } from './workplace.ts';

/** What somebody may record and is told, beside where. */
export interface Recording extends Pick<PosterBound, 'mayRecord' | 'role'> {
  holds: Workplace['holds'];
}

/**
 * The installation as one capacity may use it. Whoever gets it cannot reach further by forgetting something: tenants are
 * not there, transactions begin with the path of the grant, and the journal refuses what lies outside.
 */
export function bounded(whole: Workplace, bound: Bound, recording: Recording): Workplace {
  if (bound.tenant === null) return whole;
  const { tenant: own } = bound;
  const tenants = async () => (await whole.tenants()).filter(({ code }) => code === own);
  const { config, clock, register, figures, roles, answers } = whole;
  // Named one by one: what else an installation has (its pools) is not handed on.
  return {
    ...{ config, clock, register, figures, roles, answers, bound, tenants },
    holds: recording.holds,
    room: async (code) => {
      if (code !== own) throw unknownTenant(code, await tenants());
      return boundRoom(await whole.room(code), bound.path, recording, hiddenKinds(register, recording.holds));
    },
    directory: async (code) => (await whole.directory(code)).filter(({ tenant }) => tenant === own),
    addTenant: async ({ code }) => {
      throw unknownTenant(code, await tenants());
    },
    dropEmpty: async () => {}, // whoever may not make one has made none
  };
}

function boundRoom(room: Room, path: string, { mayRecord, role }: Recording, hides: readonly string[]): Room {
  const within = (asker: Asker): Asker => ({ ...asker, scope: scopeWithin(path, asker.scope), hides });
  const { tenant, openly } = room;
  return {
    ...{ tenant, path, openly },
    read: (asker, work) => room.read(within(asker), work),
    write: (asker, work) => room.write(within(asker), work),
    journal: async (): Promise<Journal> => {
      const journal = await room.journal();
      const needsTwo = twoPeople(journal.rulebook, today(journal.clock));
      return { ...journal, bound: { path, mayRecord, role, needsTwo } };
    },
  };
}

/** Kinds whose acts are told to holders of a class alone, of which the caller's role is none. */
function hiddenKinds({ kinds }: Register, holds: Workplace['holds']): string[] {
  return [...kinds.values()].flatMap(({ kind, confidential }) =>
    confidential === undefined || holds(confidential) ? [] : [kind],
  );
}

/** The narrower path that was asked for, if it lies under the caller's. */
export function scopeWithin(path: string, scope: string | undefined): string {
  if (scope === undefined || scope === path) return path;
  // A path goes down from the root: what begins with it lies under it. The empty path is nobody's place.
  if (path !== '' && scope.startsWith(path)) return scope;
  throw new Problem('unit.unknown', 'There is no such unit.', { status: 404 });
}

/** The same words as for a tenant that there is not. */
export function unknownTenant(code: string, tenants: readonly Tenant[]): Problem {
  const known = tenants.length === 0 ? 'there is none yet' : `there are ${tenants.map((one) => one.code).join(', ')}`;
  return new Problem('tenant.unknown', `There is no tenant ${code}; ${known}.`, {
    status: 404,
    fields: [{ field: 'tenant', code: 'tenant.unknown', message: known }],
  });
}
