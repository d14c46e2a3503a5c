import { z } from 'zod';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { checkPaper } from '../checks.ts';
import { tell } from '../events.ts';
import { fault, isOver, mustBeMember } from '../life.ts';
import { person, thePerson, until } from '../shapes.ts';
import { suspension } from '../tracks.ts';

export const memberSuspended = actKind({
  kind: 'member.suspended',
  rank: rank.personChanges,
  title: { vi: 'Đình chỉ sinh hoạt đảng', en: 'Member suspended' },
  description: {
    vi: 'Đình chỉ sinh hoạt đảng: biện pháp ngăn ngừa, không phải kỷ luật; vẫn tính trong tổng số đảng viên. Có until thì hết ngày đó tự hết; ghi lại trước đó là gia hạn.',
    en: 'Suspended from meetings: a protective measure, not discipline; still a member. With `until` it lapses after that day by itself; told again before, it is prolonged.',
  },
  schema: z.strictObject({ person, until: until.optional() }),
  competent: 'above-grassroots',
  subjects: thePerson,
  person: (state, act) => {
    const now = mustBeMember(state, act);
    const before = state.get(suspension);
    if (before !== null && before.until === null)
      throw fault(act, 'member.already-suspended', 'person', 'The member is suspended already, without a last day.');
    if (before !== null && !isOver(before, act) && act.body.until === undefined)
      throw fault(act, 'member.already-suspended', 'until', 'The member is suspended already: say the new last day.');
    state.set(suspension, { until: act.body.until ?? null }, act);
    tell(state, act, 'suspended', { before: now, after: now });
  },
  check: checkPaper,
  example: {
    kind: 'member.suspended',
    effectiveOn: '2020-07-01',
    paper: { issuer: 'Huyện ủy A', number: '120-QĐ/HU', issuedOn: '2020-06-30' },
    person: 'P2',
    until: '2020-09-28',
  },
});

export const memberSuspensionEnded = actKind({
  kind: 'member.suspensionEnded',
  rank: rank.personChanges - 10,
  title: { vi: 'Hết đình chỉ sinh hoạt đảng', en: 'Suspension ended' },
  description: {
    vi: 'Đảng viên sinh hoạt trở lại từ effectiveOn.',
    en: 'The member takes part in meetings again from effectiveOn.',
  },
  schema: z.strictObject({ person }),
  competent: 'above-grassroots',
  subjects: thePerson,
  person: (state, act) => {
    const now = mustBeMember(state, act);
    if (state.get(suspension) === null)
      throw fault(act, 'member.not-suspended', 'person', 'The member is not suspended on that day.');
    state.set(suspension, null, act);
    tell(state, act, 'suspension-ended', { before: now, after: now });
  },
  check: checkPaper,
  example: {
    kind: 'member.suspensionEnded',
    effectiveOn: '2020-09-01',
    paper: { issuer: 'Huyện ủy A', number: '150-QĐ/HU', issuedOn: '2020-08-31' },
    person: 'P2',
  },
});
