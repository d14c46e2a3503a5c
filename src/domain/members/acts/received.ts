import { z } from 'zod';
import type { SubjectState } from '#/kernel/facts/state.ts';
import type { Act } from '#/kernel/journal/act.ts';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { checkPaper, checkReceipt } from '../checks.ts';
import { eventsOf, lastDeparture, statusBefore } from '../events.ts';
import { endAll, enter, fault, move, mustBeOutside } from '../life.ts';
import { meet } from '../people.ts';
import { anyPerson } from '../record-fields.ts';
import { cell, outside, placeOf, status, thePerson } from '../shapes.ts';
import { standing, stay, transit } from '../tracks.ts';

const schema = z.strictObject({
  person: anyPerson,
  cell,
  status: status.optional(),
  origin: outside.optional(),
});
type Receipt = Act<z.infer<typeof schema>>;

/** By a letter of this register: the member arrives, in the unit it names or in one below it. */
function arrive(state: SubjectState, act: Receipt): void {
  const { cell: unit, status: told } = act.body;
  if (told !== undefined && told !== state.get(standing)?.status)
    throw fault(act, 'transfer.status', 'status', 'The member has another status here: leave it out.');
  state.set(transit, null, act);
  if (state.get(stay) !== null) state.set(stay, null, act);
  move(state, act, 'received', { unit });
}

/** From outside: somebody new, somebody who had left by letter, or a guest who stays. */
function comeIn(state: SubjectState, act: Receipt): void {
  const { cell: unit, status: told, origin } = act.body;
  const isBack = lastDeparture(state)?.event === 'letter-issued';
  const isNewHere = typeof act.body.person !== 'string' || isGuest(state);
  if (!isBack && !isNewHere) {
    if (lastDeparture(state)?.event === 'died') mustBeOutside(state, act);
    throw fault(act, 'member.not-in-transit', 'person', 'No letter of transfer is known for this person.');
  }
  endAll(state, act);
  const now = told ?? statusBefore(state) ?? 'official';
  enter(state, act, 'received', { unit, status: now }, { outside: placeOf(origin) });
}

function isGuest(state: SubjectState): boolean {
  return (
    state.segments(stay).length > 0 &&
    eventsOf(state).every(({ event }) => event === 'stay-hosted' || event === 'stay-ended')
  );
}

export const transferReceived = actKind({
  kind: 'transfer.received',
  rank: rank.transferReceipt,
  title: { vi: 'Tiếp nhận sinh hoạt đảng chính thức', en: 'Transfer received' },
  description: {
    vi: 'Chi bộ cell tiếp nhận đảng viên theo giấy giới thiệu (paper). Người từ ngoài sổ này đến thì ghi là người mới, nêu origin, status (không nêu là chính thức).',
    en: 'The cell receives a member who brought a letter (the paper). Who comes from outside this register is a new person here, with origin and status (official unless told).',
  },
  schema,
  competent: 'grassroots',
  subjects: thePerson,
  person: (state, act) => {
    meet(state, act, act.body.person);
    if (state.get(standing) === null) comeIn(state, act);
    else if (state.get(transit) !== null) arrive(state, act);
    else throw fault(act, 'member.not-in-transit', 'person', 'The person is a member here, and no letter is pending.');
  },
  check: (act, ctx) => {
    checkPaper(act, ctx);
    checkReceipt(act, ctx);
  },
  example: {
    kind: 'transfer.received',
    effectiveOn: '2020-10-05',
    paper: { issuer: 'Tỉnh ủy B', number: '410-GTSHĐ', issuedOn: '2020-09-15' },
    person: { code: 'P4', name: 'Phạm Văn Mẫu', born: '1988', sex: 'male', admittedOn: '2012-12-22' },
    cell: 'HH.001.01',
    status: 'official',
    origin: { place: 'province', name: 'Tỉnh ủy B' },
  },
});
