import { z } from 'zod';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { destinationRef } from '#/kernel/journal/refs.ts';
import { checkPaper } from '../checks.ts';
import { move, mustBeSettled, mustDiffer } from '../life.ts';
import { person, thePerson } from '../shapes.ts';
import { stay } from '../tracks.ts';

export const memberTransferred = actKind({
  kind: 'member.transferred',
  rank: rank.transferReceipt,
  title: { vi: 'Chuyển sinh hoạt đảng chính thức trong ngày', en: 'Member transferred' },
  description: {
    vi: 'Chuyển sinh hoạt chính thức giữa hai tổ chức của sổ này trong một ngày, không có giấy giới thiệu nào đang chờ. Có giấy chờ tiếp nhận thì ghi transfer.issued rồi transfer.received.',
    en: 'A permanent transfer between two units of this register within one day. Where a letter has to be presented, use transfer.issued and transfer.received.',
  },
  schema: z.strictObject({ person, to: destinationRef('nơi chuyển đến') }),
  competent: 'grassroots',
  subjects: thePerson,
  person: (state, act) => {
    const { to } = act.body;
    mustDiffer(act, mustBeSettled(state, act), to, 'to');
    move(state, act, 'transferred', { unit: to });
    if (state.get(stay) !== null) state.set(stay, null, act);
  },
  check: checkPaper,
  example: {
    kind: 'member.transferred',
    effectiveOn: '2020-08-03',
    paper: { issuer: 'Đảng ủy xã A', number: '12-GTSHĐ/ĐU', issuedOn: '2020-08-03' },
    person: 'P1',
    to: 'HH.001.02',
  },
});
