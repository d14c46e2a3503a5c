import { z } from 'zod';
import { fault, mustBeMemberOrDead } from '#/domain/members/api.ts';
import { actKind } from '#/kernel/journal/kind.ts';
import { fieldMeta, personRef } from '#/kernel/journal/refs.ts';
import { afterChanges, nameText } from './acts.ts';
import { checkBadge } from './badge-checks.ts';
import { badgeYears } from './contract.ts';
import { badgeTable } from './tables.ts';

export const badgeAwarded = actKind({
  kind: 'badge.awarded',
  rank: afterChanges,
  title: { vi: 'Tặng Huy hiệu Đảng', en: 'Party badge awarded' },
  description: {
    vi: 'Tặng (truy tặng) Huy hiệu Đảng; effectiveOn là ngày của đợt trao tặng (3/2, 19/5, 2/9, 7/11 …), đến đó phải đủ tuổi đảng. Người đã từ trần trước ngày đó thì là truy tặng, tính ở chi bộ cuối cùng. Mỗi loại Huy hiệu chỉ tặng một lần.',
    en: 'A Party badge is awarded; effectiveOn is the day of the round, by which the party age has to be reached. To somebody who had died before, it is posthumous and counts in the last cell. Each badge is awarded once.',
  },
  schema: z.strictObject({
    person: personRef('đảng viên được tặng'),
    years: z
      .int()
      .refine((years) => (badgeYears as readonly number[]).includes(years), {
        error: `one of ${badgeYears.join(', ')}`,
      })
      .register(fieldMeta, { vi: 'số năm tuổi đảng của Huy hiệu' }),
    number: nameText.register(fieldMeta, { vi: 'số Huy hiệu' }).optional(),
    early: z.boolean().register(fieldMeta, { vi: 'tặng sớm (bị bệnh nặng)' }).optional(),
    posthumous: z.boolean().register(fieldMeta, { vi: 'truy tặng' }).optional(),
  }),
  competent: 'above-grassroots',
  subjects: ({ person }) => [{ type: 'person', id: person }],
  person: (state, act) => {
    const { years, number = null, early = false, posthumous } = act.body;
    // Who was transferred away is honoured there.
    const diedOn = mustBeMemberOrDead(state, act);
    if (posthumous === true && diedOn === null)
      throw fault(act, 'badge.not-dead', 'posthumous', `No death by ${act.effectiveOn} is recorded: record it first.`);
    if (state.events.some(({ table, row }) => table === badgeTable && row.years === years))
      throw fault(act, 'badge.twice', 'years', `The person was awarded the badge of ${years} years already.`);
    state.emit(badgeTable, {
      act_id: act.id,
      person_id: state.subject.id,
      unit_id: null,
      on_day: act.effectiveOn,
      years,
      early,
      posthumous: posthumous ?? (diedOn !== null && diedOn < act.effectiveOn),
      number,
    });
  },
  check: checkBadge,
  example: {
    kind: 'badge.awarded',
    effectiveOn: '2020-05-19',
    paper: { issuer: 'Tỉnh ủy A', number: '410-QĐ/TU', issuedOn: '2020-05-04' },
    person: 'P2',
    years: 30,
    number: '123456A',
  },
});
