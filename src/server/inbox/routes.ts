import type { Route } from '#/platform/contract/route.ts';
import { type Day, today } from '#/platform/day.ts';
import { readInbox } from '#/reports/inbox/contract.ts';
import { type Api, route } from '../api.ts';
import { findRoom, findUnit } from '../find-unit.ts';
import { pathOfUnit } from '../in-sight.ts';
import { inboxOf } from './inbox.ts';
import type { Asked } from './source.ts';

type Who = Pick<Api, 'installation' | 'seat' | 'actor'>;

/** Of the unit that was named, else of the place of the capacity. Throws `unit.unknown`. */
export async function askedAt(
  { installation, seat, actor }: Who,
  { unit, tenant, on }: { unit?: string; tenant?: string; on?: Day },
): Promise<Asked> {
  const day = on ?? today(installation.clock);
  const own = { installation, seat, actor, on: day };
  if (unit === undefined) {
    const room = await findRoom(installation, { tenant });
    return { ...own, room, unitId: seat.capacity?.grant.unitId ?? null, path: room.path };
  }
  const { room, unitId } = await findUnit(installation, unit, day, { tenant });
  const path = await room.read({ actor }, (tx) => pathOfUnit(tx, unitId));
  return { ...own, room, unitId, path: path ?? '' };
}

export const inboxRoutes: readonly Route<Api>[] = [
  route(readInbox, async ({ part, ...asked }, api) => inboxOf(await askedAt(api, asked), part)),
];
