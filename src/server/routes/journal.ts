import * as contract from '#/kernel/journal/list-contract.ts';
import { unsealable } from '../access-log/unsealable.ts';
import { route } from '../api.ts';
import { findRoom, scopePath } from '../find-unit.ts';
import { canIn } from '../journal/can.ts';
import { listedActs } from '../journal/list-acts.ts';
import { foundPapers } from '../journal/paper-search.ts';
import { journalPart, readJournal } from '../journal/read-journal.ts';
import { storyOf } from '../journal/story.ts';

export const listActs = route(contract.listActs, async (asked, { installation, actor, seat }) => {
  const part = await journalPart(installation, actor, asked);
  return readJournal(part, async (tx, path) => {
    const { acts, ...page } = await listedActs(tx, part.register, asked, path);
    return { acts: acts.map((row) => canIn(seat, row)), ...page };
  });
});

export const readActStory = route(contract.readActStory, async ({ id, ...place }, { installation, actor, seat }) => {
  const room = await findRoom(installation, place);
  const scope = await scopePath(installation, room, place.scope);
  return room.read({ actor, scope }, async (tx) => {
    const story = canIn(seat, await storyOf(tx, installation.register, id));
    const mayOpen = unsealable(seat, installation.register.kinds.get(story.kind));
    const fields = story.fields.map((one) => ({ ...one, unseal: one.isSealed && mayOpen(one.field) }));
    return { ...story, fields, tenant: room.tenant.code };
  });
});

export const searchPapers = route(contract.searchPapers, async ({ q, limit, ...place }, { installation, actor }) => {
  const room = await findRoom(installation, place);
  const scope = await scopePath(installation, room, place.scope);
  return room.read({ actor, scope }, async (tx) => ({
    papers: await foundPapers(tx, installation.register, q, limit),
  }));
});

export const journalRoutes = [listActs, readActStory, searchPapers];
