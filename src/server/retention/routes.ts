import * as contract from '#/domain/members/retention-contract.ts';
import type { Route } from '#/platform/contract/route.ts';
import { type Api, route } from '../api.ts';
import { findRoom, scopePath } from '../find-unit.ts';
import { type At, askErasure, decideErasure } from './erase.ts';
import { erasureRows, shownErasures } from './list.ts';
import { readRetention } from './read.ts';

async function at(
  { installation, actor }: Api,
  place: { tenant?: string | undefined; scope?: string | undefined },
): Promise<At> {
  const room = await findRoom(installation, place);
  return { room, actor, clock: installation.clock, scope: await scopePath(installation, room, place.scope) };
}

/** How long what is kept, and the erasing of what is due. */
export const retentionRoutes: readonly Route<Api>[] = [
  route(contract.readRetention, async (asked, api) => readRetention(await at(api, asked), asked.on)),
  route(contract.listErasures, async ({ state, ...place }, api) => {
    const { room, actor, scope } = await at(api, place);
    const rows = await room.read({ actor, scope }, (tx) => erasureRows(tx, state));
    return { erasures: shownErasures(rows, { actor, mayErase: api.may('records.erase') }) };
  }),
  route(contract.askErasure, async (asked, api) => askErasure(await at(api, asked), asked)),
  route(contract.decideErasure, async (asked, api) => decideErasure(await at(api, asked), asked)),
];
