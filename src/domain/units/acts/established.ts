import { z } from 'zod';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { idOf } from '#/kernel/journal/refs.ts';
import { checkNewUnit } from '../checks.ts';
import { begin } from '../life.ts';
import { unitSchema, unitSubjects } from '../shapes.ts';

export const unitEstablished = actKind({
  kind: 'unit.established',
  rank: rank.unitBegins,
  title: { vi: 'Thành lập tổ chức đảng', en: 'Unit established' },
  description: {
    vi: 'Một tổ chức đảng bắt đầu hoạt động từ ngày có hiệu lực. Không nêu parent thì đó là gốc của sổ. Khi mở sổ, tổ chức đã có từ trước được ghi với ngày thành lập đã biết.',
    en: 'A unit begins on the day of effect. Without a parent it is a root of the register. When a register opens, units that were there before are recorded with the day known for them.',
  },
  schema: z.strictObject({ unit: unitSchema }),
  competent: 'superior',
  subjects: ({ unit }) => unitSubjects([idOf(unit)]),
  unit: (state, act) => begin(state, act, act.body.unit, 'established'),
  check: (act, ctx) => checkNewUnit(act, ctx, act.body.unit, 'unit'),
  example: {
    kind: 'unit.established',
    effectiveOn: '2020-01-15',
    paper: { issuer: 'Huyện ủy A', number: '12-QĐ/HU', issuedOn: '2020-01-10' },
    unit: { code: 'HH.001', name: 'Đảng bộ xã A', kind: 'grassroots-body', type: 'commune', parent: 'HH' },
  },
});
