import { z } from 'zod';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { checkPaper } from '../checks.ts';
import { lastDeparture } from '../events.ts';
import { enter, fault, mustBeOutside, unitOf } from '../life.ts';
import { meet } from '../people.ts';
import { cell, person, thePerson } from '../shapes.ts';

const wrongly = new Set(['name-removed', 'expelled', 'left']);

export const memberRestored = actKind({
  kind: 'member.restored',
  // A removal may be annulled from its own day on.
  rank: rank.personLeaves + 20,
  title: { vi: 'Phục hồi đảng tịch', en: 'Standing restored' },
  description: {
    vi: 'Quyết định xóa tên, khai trừ, cho ra khỏi Đảng bị hủy vì sai: từ effectiveOn lại là đảng viên với tư cách như trước, ở cell (không nêu: ở chi bộ cũ).',
    en: 'A removal, expulsion or leave is annulled as wrong: from effectiveOn a member again, with the status of before, in `cell` (left out: the last one).',
  },
  schema: z.strictObject({ person, cell: cell.optional() }),
  competent: 'above-grassroots',
  subjects: thePerson,
  person: (state, act) => {
    meet(state, act, act.body.person);
    mustBeOutside(state, act);
    const last = lastDeparture(state);
    if (last === null || !wrongly.has(last.event))
      throw fault(act, 'member.not-removed', 'person', 'The person was not removed, expelled or let go here.');
    const { place, status } = last.before;
    enter(state, act, 'restored', { unit: act.body.cell ?? unitOf(place), status });
  },
  check: checkPaper,
  example: {
    kind: 'member.restored',
    effectiveOn: '2021-03-01',
    paper: { issuer: 'Huyện ủy A', number: '45-QĐ/HU', issuedOn: '2021-03-01' },
    person: 'P2',
  },
});
