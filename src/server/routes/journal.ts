import * as contract from '#/kernel/journal/list-contract.ts';
import { route } from '../api.ts';
import { findRoom, scopePath } from '../find-unit.ts';
import { listedActs } from '../journal/list-acts.ts';
import { foundPapers } from '../journal/paper-search.ts';
import { journalPart, readJournal } from '../journal/read-journal.ts';
import { storyOf } from '../journal/story.ts';

export const listActs = route(contract.listActs, async (asked, { installation, actor }) => {
  const part = await journalPart(installation, actor, asked);
  return readJournal(part, (tx, path) => listedActs(tx, part.register, asked, path));
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
