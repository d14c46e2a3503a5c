import { z } from 'zod';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { fieldMeta, unitRef } from '#/kernel/journal/refs.ts';
import { mustExist } from '../life.ts';
import { unitSubjects } from '../shapes.ts';
import { withoutNonMembers } from '../tracks.ts';

export const unitNonMembersTold = actKind({
  kind: 'unit.nonMembersTold',
  rank: rank.unitChanges,
  title: { vi: 'Còn hay không còn quần chúng', en: 'Whether non-members are left' },
  description: {
    vi: 'Tổ chức cơ sở đảng báo trong cơ quan, đơn vị, địa bàn của mình không còn quần chúng ngoài Đảng (left: false), hoặc lại có (left: true), từ ngày có hiệu lực. Mục III Biểu 2. Sổ chỉ ghi điều đó, không ghi gì về quần chúng.',
    en: 'A grassroots organisation tells that no non-member is left in its agency, unit or area (left: false), or that there are some again (left: true), from the day of effect on. Form 2, part III. Nothing about the non-members themselves is recorded.',
  },
  schema: z.strictObject({
    unit: unitRef('tổ chức cơ sở đảng'),
    left: z.boolean().register(fieldMeta, { vi: 'còn quần chúng hay không' }),
  }),
  competent: 'self',
  subjects: ({ unit }) => unitSubjects([unit]),
  unit: (state, act) => {
    mustExist(state, act);
    const isTold = state.get(withoutNonMembers) !== null;
    // Told again it stays as it is, with the act that told it first.
    if (isTold === act.body.left) state.set(withoutNonMembers, act.body.left ? null : true, act);
  },
  example: {
    kind: 'unit.nonMembersTold',
    effectiveOn: '2021-12-01',
    paper: { issuer: 'Đảng ủy xã B', number: '51-BC/ĐU', issuedOn: '2021-12-01' },
    unit: 'HH.001',
    left: false,
  },
});
