import * as contract from '#/kernel/journal/list-contract.ts';
import { today } from '#/platform/day.ts';
import { wholeTenant } from '#/platform/db/transaction.ts';
import { route } from '../api.ts';
import { findRoom, findUnit, scopePath } from '../find-unit.ts';
import { listedActs } from '../journal/list-acts.ts';
import { foundPapers } from '../journal/paper-search.ts';
import { storyOf } from '../journal/story.ts';

export const listActs = route(contract.listActs, async (asked, { installation, actor }) => {
  const { unit, tenant, scope } = asked;
  const place = { tenant, scope };
  if (unit === undefined) {
    const room = await findRoom(installation, place);
    const path = await scopePath(installation, room, scope);
    return room.read({ actor, scope: path }, (tx) => listedActs(tx, installation.register, asked, path));
  }
  const found = await findUnit(installation, unit, asked.on ?? today(installation.clock), place);
  return found.room.read({ actor, scope: found.scope }, async (tx) => {
    const { rows } = await tx.client.query('select path from unit_scope where unit_id = $1', [found.unitId]);
    return listedActs(tx, installation.register, asked, rows[0]?.path ?? wholeTenant);
  });
});

export const readActStory = route(contract.readActStory, async ({ id, ...place }, { installation, actor }) => {
  const room = await findRoom(installation, place);
  const scope = await scopePath(installation, room, place.scope);
  return room.read({ actor, scope }, async (tx) => ({
    ...(await storyOf(tx, installation.register, id)),
    tenant: room.tenant.code,
  }));
});

export const searchPapers = route(contract.searchPapers, async ({ q, limit, ...place }, { installation, actor }) => {
  const room = await findRoom(installation, place);
  const scope = await scopePath(installation, room, place.scope);
  return room.read({ actor, scope }, async (tx) => ({
    papers: await foundPapers(tx, installation.register, q, limit),
  }));
});

export const journalRoutes = [listActs, readActStory, searchPapers];
