import type { Looker } from '#/kernel/access/access-log.ts';
import type { Api } from '../api.ts';

/** Who calls, as the access log keeps it. */
export function lookerOf({ actor, seat: { capacity, person } }: Pick<Api, 'actor' | 'seat'>): Looker {
  if (capacity === null || person === null) return { actor, capacity: null };
  const { role, grant } = capacity;
  return { actor, capacity: { accountId: person.accountId, role: role.role, unitId: grant.unitId } };
}
