import { z } from 'zod';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { destinationRef, unitRef } from '#/kernel/journal/refs.ts';
import { checkPaper } from '../checks.ts';
import { tell } from '../events.ts';
import { fault, mustBeOutside, mustBeSettled, mustDiffer } from '../life.ts';
import { meet } from '../people.ts';
import { anyPerson, dayField } from '../record-fields.ts';
import { outside, person, placeOf, thePerson } from '../shapes.ts';
import { standing, stay } from '../tracks.ts';

// Away for 3 to 12 months: counted at home, not with the host (29-QĐ/TW, 25/7/2016). The standing never changes here.

const hostTitle = 'nơi đến sinh hoạt tạm thời';
const dueOn = dayField('ngày dự kiến hết thời hạn');

export const memberTemporarilyTransferred = actKind({
  kind: 'member.temporarilyTransferred',
  rank: rank.personChanges,
  title: { vi: 'Chuyển sinh hoạt đảng tạm thời', en: 'Member temporarily transferred' },
  description: {
    vi: 'Đảng viên đi sinh hoạt tạm thời: vẫn tính ở nơi sinh hoạt chính thức. host là tổ chức của sổ này, destination là nơi ngoài sổ.',
    en: 'The member lives with another unit for a time and still counts at home. `host` is a unit of this register, `destination` a place outside it.',
  },
  schema: z
    .strictObject({
      person,
      host: destinationRef(hostTitle).optional(),
      destination: outside.optional(),
      until: dueOn.optional(),
    })
    .refine((body) => (body.host === undefined) !== (body.destination === undefined), {
      error: 'give either "host", a unit of this register, or "destination", a place outside it',
      path: ['host'],
    }),
  competent: 'grassroots',
  subjects: thePerson,
  person: (state, act) => {
    const now = mustBeSettled(state, act);
    const { host: to, destination, until = null } = act.body;
    if (state.get(stay) !== null)
      throw fault(act, 'member.away', 'person', 'The member is away for a time already: record the return first.');
    if (to !== undefined) mustDiffer(act, now, to, 'host');
    const place = placeOf(destination);
    state.set(stay, { home: now.place.unit, host: to ?? null, ...place, dueOn: until }, act);
    tell(state, act, 'stay-began', { before: now, after: now, place });
    if (to !== undefined) tell(state, act, 'stay-hosted', { before: now, after: now, at: to });
  },
  check: checkPaper,
  example: {
    kind: 'member.temporarilyTransferred',
    effectiveOn: '2020-03-02',
    paper: { issuer: 'Đảng ủy xã A', number: '05-GTSHĐ/ĐU', issuedOn: '2020-03-02' },
    person: 'P1',
    destination: { place: 'province', name: 'Tỉnh ủy B' },
    until: '2020-12-31',
  },
});

export const memberTemporarilyReceived = actKind({
  kind: 'member.temporarilyReceived',
  rank: rank.personEnters,
  title: { vi: 'Tiếp nhận sinh hoạt đảng tạm thời', en: 'Member temporarily received' },
  description: {
    vi: 'Đảng viên từ ngoài sổ này đến sinh hoạt tạm thời: không tính vào số đảng viên ở đây. Đảng viên của sổ này đi tạm thời thì chỉ ghi member.temporarilyTransferred.',
    en: 'A member from outside this register lives with a unit for a time and does not count here. For a member of this register record only member.temporarilyTransferred.',
  },
  schema: z.strictObject({ person: anyPerson, host: unitRef(hostTitle), origin: outside, until: dueOn.optional() }),
  competent: 'grassroots',
  subjects: thePerson,
  person: (state, act) => {
    meet(state, act, act.body.person);
    mustBeOutside(state, act);
    if (state.get(stay) !== null) throw fault(act, 'member.away', 'person', 'The person is a guest here already.');
    const { host: at, origin, until = null } = act.body;
    const place = placeOf(origin);
    state.set(stay, { home: null, host: at, ...place, dueOn: until }, act);
    tell(state, act, 'stay-hosted', { at, place });
  },
  check: checkPaper,
  example: {
    kind: 'member.temporarilyReceived',
    effectiveOn: '2020-04-06',
    paper: { issuer: 'Đảng ủy xã C', number: '08-GTSHĐ/ĐU', issuedOn: '2020-04-01' },
    person: { code: 'P5', name: 'Hoàng Thị Mẫu', sex: 'female' },
    host: 'HH.001.01',
    origin: { place: 'province', name: 'Tỉnh ủy B' },
    until: '2020-10-06',
  },
});

export const memberTemporaryReturned = actKind({
  kind: 'member.temporaryReturned',
  rank: rank.personChanges - 10,
  title: { vi: 'Hết sinh hoạt đảng tạm thời', en: 'Temporary stay ended' },
  description: {
    vi: 'Đảng viên đi sinh hoạt tạm thời trở về, hoặc đảng viên nơi khác đến tạm thời ra về.',
    en: 'A member who was away is back, or a guest has gone home.',
  },
  schema: z.strictObject({ person }),
  competent: 'grassroots',
  subjects: thePerson,
  person: (state, act) => {
    const away = state.get(stay);
    if (away === null) throw fault(act, 'member.not-away', 'person', 'No temporary stay is known for that day.');
    const now = state.get(standing);
    state.set(stay, null, act);
    tell(state, act, 'stay-ended', {
      before: now,
      after: now,
      at: now === null ? (away.host ?? away.home ?? undefined) : undefined,
    });
  },
  check: checkPaper,
  example: { kind: 'member.temporaryReturned', effectiveOn: '2020-12-31', person: 'P1' },
});
