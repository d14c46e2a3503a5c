import { z } from 'zod';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { enter } from '../life.ts';
import { meet } from '../people.ts';
import { newPersonSchema } from '../record-fields.ts';
import { cell, exemptFields, exemptionOf, notBoth, status, thePerson } from '../shapes.ts';
import { exemption } from '../tracks.ts';

export const memberRegistered = actKind({
  kind: 'member.registered',
  rank: rank.personEnters,
  title: { vi: 'Đăng ký đảng viên vào sổ', en: 'Member registered' },
  description: {
    vi: 'Đảng viên đã có khi mở sổ, hoặc bổ sung hồ sơ sau đó: không qua kết nạp, không qua chuyển đến. Chỉ ghi điều đã biết.',
    en: 'Somebody who is a member already when the register opens, or whose record is supplemented later: neither admitted nor received. Only what is known is told.',
  },
  schema: z.strictObject({
    person: newPersonSchema,
    cell,
    status,
    exempt: z.strictObject(exemptFields).refine(notBoth.check, notBoth.error).optional(),
  }),
  competent: 'grassroots',
  subjects: thePerson,
  person: (state, act) => {
    const { person, exempt, ...to } = act.body;
    meet(state, act, person);
    enter(state, act, 'registered', { unit: to.cell, status: to.status });
    if (exempt !== undefined) state.set(exemption, exemptionOf(exempt), act);
  },
  // No rule of the paper's date: the list of the opening day is not the decision of old.
  example: {
    kind: 'member.registered',
    effectiveOn: '2020-01-01',
    person: {
      code: 'P2',
      name: 'Trần Thị Mẫu',
      born: '1965-07',
      sex: 'female',
      ethnicity: 'kinh',
      religion: 'none',
      admissionDecidedOn: '1990',
      admittedOn: '1990-05-19',
      officialOn: '1991-05-19',
      cards: [{ scheme: 'card-8', number: '12345678', issuedOn: '2003-02-03' }],
    },
    cell: 'HH.001.01',
    status: 'official',
  },
});
