import type { ActInput } from '#/kernel/journal/act.ts';
import * as drafts from '#/kernel/journal/draft-contract.ts';
import { listObstacles } from '#/kernel/journal/obstacle-contract.ts';
import * as contract from '#/kernel/journal/rehearse-contract.ts';
import type { Route } from '#/platform/contract/route.ts';
import { isDay, today } from '#/platform/day.ts';
import { type Api, route } from '../api.ts';
import { findRoom, type Place, scopePath } from '../find-unit.ts';
import { asProposer } from '../proposals/as-proposer.ts';
import type { Room } from '../workplace.ts';
import { actForm } from './act-form.ts';
import { withCarriedValues } from './carried-values.ts';
import { listDestinations } from './destinations.ts';
import { type Drafter, draftNamed, draftsOf, dropDraft, keepDraft } from './drafts.ts';
import { obstaclesOf } from './obstacles.ts';
import { personLabel } from './person-label.ts';
import { rehearseActs } from './rehearse.ts';

const rehearse = route(
  contract.rehearseActs,
  async ({ tenant, scope, acts, asProposal }, { installation, actor, seat }) => {
    const room = await findRoom(installation, { tenant, scope });
    const path = await scopePath(installation, room, scope);
    const whole = await withCarriedValues(room, { actor, scope: path }, acts as ActInput[]);
    const journal = asProposal ? asProposer(await room.journal(), seat) : undefined;
    return rehearseActs(installation, room, { actor, scope: path, acts: whole, journal });
  },
);

const listDrafts = route(drafts.listDrafts, async (place, api) => {
  const { room, drafter } = await seated(api, place);
  return { drafts: await draftsOf(room, drafter) };
});

const readDraft = route(drafts.readDraft, async ({ id, ...place }, api) => {
  const { room, drafter } = await seated(api, place);
  return draftNamed(room, drafter, id);
});

const saveDraft = route(drafts.saveDraft, async ({ tenant, scope, ...draft }, api) => {
  const { room, drafter } = await seated(api, { tenant, scope });
  return keepDraft(api, room, drafter, draft);
});

const deleteDraft = route(drafts.deleteDraft, async ({ id, ...place }, api) => {
  const { room, drafter } = await seated(api, place);
  return { deleted: await dropDraft(room, drafter, id) };
});

const labelPerson = route(drafts.labelPerson, async ({ person, on, ...place }, api) => {
  const { room, drafter } = await seated(api, place);
  return personLabel(room, drafter, person, isDay(on) ? on : today(api.installation.clock));
});

const readActForm = route(drafts.readActForm, async ({ id, ...place }, api) => {
  const { room, drafter } = await seated(api, place);
  return actForm(api.installation, room, drafter, id);
});

const obstacles = route(listObstacles, (asked, { installation, actor }) => obstaclesOf(installation, actor, asked));

async function seated({ installation, actor }: Api, place: Place): Promise<{ room: Room; drafter: Drafter }> {
  const room = await findRoom(installation, place);
  return { room, drafter: { actor, scope: await scopePath(installation, room, place.scope) } };
}

/** Recording an act: trying it out, drafts of it, whom it is about. */
export const recordingRoutes: readonly Route<Api>[] = [
  rehearse,
  listDrafts,
  readDraft,
  saveDraft,
  deleteDraft,
  labelPerson,
  readActForm,
  obstacles,
  listDestinations,
];
