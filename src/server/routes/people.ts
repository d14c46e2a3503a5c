import * as contract from '#/domain/members/list-contract.ts';
import * as views from '#/domain/members/views-contract.ts';
import type { Route } from '#/platform/contract/route.ts';
import { type Api, route } from '../api.ts';
import { tellMembers } from '../people/details.ts';
import { countMembers as count, readPage } from '../people/page.ts';
import { searchPeople as search } from '../people/person-search.ts';
import { placeOf, readMembers } from '../people/question.ts';
import { addView, changeView, deleteView, listViews } from '../people/views.ts';

const listMembers = route(contract.listMembers, async (input, { installation, actor }) => {
  const { columns = [], sort, cursor, limit, ...question } = input;
  return readMembers(
    installation,
    actor,
    question,
    (reading) => readPage(reading, { sort, cursor, limit }),
    async ({ members, next }, telling) => ({
      on: telling.on,
      rows: await tellMembers(telling, members, new Set(columns)),
      next,
    }),
  );
});

const countMembers = route(contract.countMembers, (question, { installation, actor }) =>
  readMembers(installation, actor, question, count, (total, { on }) => ({ on, total })),
);

const searchPeople = route(contract.searchPeople, async ({ q, limit, ...place }, { installation, actor }) => ({
  people: await search(await placeOf(installation, place), actor, { q, limit }),
}));

const savedViews = [
  route(views.listViews, async (where, { installation, actor }) => ({
    views: await listViews(installation, actor, where),
  })),
  route(views.saveView, (input, { installation, actor }) => addView(installation, actor, input)),
  route(views.changeView, (input, { installation, actor }) => changeView(installation, actor, input)),
  route(views.deleteView, async (input, { installation, actor }) => {
    await deleteView(installation, actor, input);
    return {};
  }),
];

/** Members in lists, their saved views, and the search for one person. */
export const peopleRoutes: readonly Route<Api>[] = [listMembers, countMembers, searchPeople, ...savedViews];
