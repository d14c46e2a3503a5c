import { z } from 'zod';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { checkPaper } from '../checks.ts';
import { tell } from '../events.ts';
import { fault, isOver, mustBeMember } from '../life.ts';
import { exemptFields, exemptionOf, notBoth, person, thePerson } from '../shapes.ts';
import { exemption } from '../tracks.ts';

export const memberExempted = actKind({
  kind: 'member.exempted',
  rank: rank.personChanges,
  title: { vi: 'Miễn công tác và sinh hoạt đảng', en: 'Member exempted' },
  description: {
    vi: 'Được miễn, hoặc tạm miễn đến hết ngày until; vẫn tính trong tổng số đảng viên. Hết until thì thôi, không cần ghi gì thêm; ghi lại trước đó là gia hạn.',
    en: 'Exempt from work and meetings, for good or through the day `until`; still a member. It lapses after that day by itself; told again before, it is prolonged.',
  },
  schema: z.strictObject({ person, ...exemptFields }).refine(notBoth.check, notBoth.error),
  competent: 'self',
  subjects: thePerson,
  person: (state, act) => {
    const now = mustBeMember(state, act);
    const before = state.get(exemption);
    if (before?.kind === 'permanent' && !isOver(before, act))
      throw fault(act, 'member.already-exempt', 'person', 'The member is exempt for good already.');
    state.set(exemption, exemptionOf(act.body), act);
    tell(state, act, 'exempted', { before: now, after: now });
  },
  check: checkPaper,
  example: {
    kind: 'member.exempted',
    effectiveOn: '2020-06-01',
    paper: { issuer: 'Chi bộ 1, Đảng bộ xã A', number: '06-NQ/CB', issuedOn: '2020-06-01' },
    person: 'P2',
    permanent: true,
  },
});

export const memberExemptionEnded = actKind({
  kind: 'member.exemptionEnded',
  // On one day an old exemption ends before a new one begins.
  rank: rank.personChanges - 10,
  title: { vi: 'Thôi miễn công tác và sinh hoạt đảng', en: 'Exemption ended' },
  description: {
    vi: 'Đảng viên trở lại công tác và sinh hoạt từ effectiveOn. Tạm miễn đã hết hạn trước đó thì tính hết từ hạn.',
    en: 'The member works and meets again from effectiveOn. Where the time set had run out before, the exemption ended then.',
  },
  schema: z.strictObject({ person }),
  competent: 'self',
  subjects: thePerson,
  person: (state, act) => {
    const now = mustBeMember(state, act);
    if (state.get(exemption) === null)
      throw fault(act, 'member.not-exempt', 'person', 'The member is not exempt on that day.');
    state.set(exemption, null, act);
    tell(state, act, 'exemption-ended', { before: now, after: now });
  },
  check: checkPaper,
  example: {
    kind: 'member.exemptionEnded',
    effectiveOn: '2021-06-01',
    paper: { issuer: 'Chi bộ 1, Đảng bộ xã A', number: '07-NQ/CB', issuedOn: '2021-06-01' },
    person: 'P2',
  },
});
