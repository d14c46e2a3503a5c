import { z } from 'zod';
import { decidedOn } from '#/kernel/journal/act.ts';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { checkPaper, checkProbation } from '../checks.ts';
import { fault, mustBeMember, promote } from '../life.ts';
import { setDates } from '../people.ts';
import { person, thePerson } from '../shapes.ts';

export const memberRecognised = actKind({
  kind: 'member.recognised',
  rank: rank.personChanges,
  title: { vi: 'Công nhận đảng viên chính thức', en: 'Member recognised as official' },
  description: {
    vi: 'effectiveOn là ngày chính thức (đủ 12 tháng dự bị), dù quyết định (paper) ký sau. Số công nhận trong kỳ tính theo ngày quyết định, ở nơi sinh hoạt ngày đó.',
    en: 'effectiveOn is the official date (12 months of probation), even if the decision (paper) came later. Counted by decision, where the member stood on that day.',
  },
  schema: z.strictObject({ person }),
  competent: 'above-grassroots',
  subjects: thePerson,
  person: (state, act) => {
    const { status } = mustBeMember(state, act);
    if (status !== 'probationary')
      throw fault(act, 'member.not-probationary', 'person', 'The member is not on probation on that day.');
    promote(state, act, 'recognised', decidedOn(act));
    setDates(state, { officialOn: act.effectiveOn });
  },
  check: async (act, ctx) => {
    checkPaper(act, ctx);
    await checkProbation(act, ctx);
  },
  example: {
    kind: 'member.recognised',
    effectiveOn: '2021-05-19',
    paper: { issuer: 'Huyện ủy A', number: '91-QĐ/HU', issuedOn: '2021-06-08' },
    person: 'P1',
  },
});
