import { z } from 'zod';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { destinationRef } from '#/kernel/journal/refs.ts';
import { checkPaper, checkTransferStart } from '../checks.ts';
import { endAll, enter, fault, leave, move, mustBeSettled, mustDiffer, pendingTransfer } from '../life.ts';
import { dayField } from '../record-fields.ts';
import { outside, person, placeOf, thePerson } from '../shapes.ts';
import { standing, transit } from '../tracks.ts';

export const transferIssued = actKind({
  kind: 'transfer.issued',
  rank: rank.transferLetter,
  title: { vi: 'Giới thiệu chuyển sinh hoạt đảng chính thức', en: 'Transfer letter issued' },
  description: {
    vi: 'Cấp giấy giới thiệu (paper) chuyển sinh hoạt chính thức. Đến một tổ chức của sổ này (to): cho đến khi tiếp nhận, đảng viên tính ở cấp trên chung gần nhất, dòng "đang chuyển". Ra ngoài (destination): đảng viên thôi tính từ ngày cấp giấy, chờ nơi đến báo (transfer.confirmed).',
    en: 'A letter of permanent transfer (the paper). To a unit of this register (`to`): until the receipt the member counts in the nearest common superior, as in transit. Elsewhere (`destination`): the member no longer counts here from this day; transfer.confirmed follows when the other side reports.',
  },
  schema: z
    .strictObject({
      person,
      to: destinationRef('nơi chuyển đến').optional(),
      destination: outside.optional(),
      movedOn: dayField('ngày có quyết định chuyển công tác, nơi cư trú …').optional(),
    })
    .refine(({ to, destination }) => (to === undefined) !== (destination === undefined), {
      error: 'give either "to", a unit of this register, or "destination", a place outside it',
      path: ['to'],
    }),
  competent: 'above-grassroots',
  subjects: thePerson,
  person: (state, act) => {
    const { to, destination } = act.body;
    const { place, status } = mustBeSettled(state, act);
    const letter = act.paper?.number ?? null;
    const outsidePlace = placeOf(destination);
    if (to === undefined) leave(state, act, 'letter-issued', { outside: outsidePlace });
    else {
      mustDiffer(act, { place }, to, 'to');
      move(state, act, 'letter-issued', { from: place.unit, to, since: act.effectiveOn });
    }
    state.set(transit, { from: place.unit, to: to ?? null, ...outsidePlace, letter, status }, act);
  },
  check: (act, ctx) => {
    checkPaper(act, ctx);
    checkTransferStart(act, ctx);
  },
  example: {
    kind: 'transfer.issued',
    effectiveOn: '2020-09-01',
    paper: { issuer: 'Ban Tổ chức Huyện ủy A', number: '305-GTSHĐ', issuedOn: '2020-09-01' },
    person: 'P1',
    destination: { place: 'province', name: 'Tỉnh ủy B' },
  },
});

export const transferCancelled = actKind({
  kind: 'transfer.cancelled',
  rank: rank.transferReceipt,
  title: { vi: 'Hủy giấy giới thiệu chuyển sinh hoạt', en: 'Transfer cancelled' },
  description: {
    vi: 'Giấy giới thiệu chưa được tiếp nhận bị hủy: từ effectiveOn đảng viên trở lại nơi đã giới thiệu đi.',
    en: 'A letter that was not received is cancelled: from effectiveOn the member is back in the sending unit.',
  },
  schema: z.strictObject({ person }),
  competent: 'above-grassroots',
  subjects: thePerson,
  person: (state, act) => {
    const { from, status, placeKind, place } = pendingTransfer(state, act);
    state.set(transit, null, act);
    const outsidePlace = { placeKind, place };
    if (state.get(standing) !== null) move(state, act, 'transfer-cancelled', { unit: from });
    else enter(state, act, 'transfer-cancelled', { unit: from, status }, { outside: outsidePlace });
  },
  check: checkPaper,
  example: {
    kind: 'transfer.cancelled',
    effectiveOn: '2020-09-20',
    paper: { issuer: 'Ban Tổ chức Huyện ủy A', number: '31-TB/BTC', issuedOn: '2020-09-20' },
    person: 'P1',
  },
});

export const transferConfirmed = actKind({
  kind: 'transfer.confirmed',
  rank: rank.transferReceipt,
  title: { vi: 'Nơi đến báo đã tiếp nhận', en: 'Transfer confirmed' },
  description: {
    vi: 'Nơi đến ở ngoài sổ này báo đã tiếp nhận đảng viên: giấy giới thiệu hết chờ. Không làm thay đổi số đảng viên (đã giảm từ ngày cấp giấy).',
    en: 'The other side, outside this register, reports that it received the member: the letter no longer waits. Changes no count (the member left by the letter).',
  },
  schema: z.strictObject({ person }),
  competent: 'above-grassroots',
  subjects: thePerson,
  person: (state, act) => {
    if (pendingTransfer(state, act).to !== null)
      throw fault(act, 'transfer.inside', 'person', 'The letter is to a unit of this register: record its receipt.');
    endAll(state, act);
  },
  check: checkPaper,
  example: {
    kind: 'transfer.confirmed',
    effectiveOn: '2020-09-25',
    paper: { issuer: 'Tỉnh ủy B', number: '305-GTSHĐ', issuedOn: '2020-09-25' },
    person: 'P1',
  },
});
