import { z } from 'zod';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { unitRef } from '#/kernel/journal/refs.ts';
import { checkChangedUnit } from '../checks.ts';
import { happen, mustExist } from '../life.ts';
import { unitKind, unitSubjects, unitType, unitZone } from '../shapes.ts';
import { kind } from '../tracks.ts';

export const unitRetyped = actKind({
  kind: 'unit.retyped',
  rank: rank.unitChanges,
  title: { vi: 'Đổi loại tổ chức đảng', en: 'Unit retyped' },
  description: {
    vi: 'Cấp (unitKind), loại hình (type) hoặc khu vực (zone) thay đổi mà không phải nâng cấp hay hạ cấp. Điều không nêu thì giữ nguyên; type, zone ghi null là bỏ.',
    en: 'Kind, type or zone changes without being an upgrade or a downgrade. What is not given stays; null takes a type or zone away.',
  },
  schema: z
    .strictObject({
      unit: unitRef('tổ chức đảng'),
      // Not `kind`: in a line of the journal that is the kind of the act.
      unitKind: unitKind.optional(),
      type: unitType.nullable().optional(),
      zone: unitZone.nullable().optional(),
    })
    .refine((body) => body.unitKind !== undefined || body.type !== undefined || body.zone !== undefined, {
      error: 'say what changes: unitKind, type or zone',
      path: ['unitKind'],
    }),
  competent: 'superior',
  subjects: ({ unit }) => unitSubjects([unit]),
  unit: (state, act) => {
    const before = mustExist(state, act);
    const { unitKind: newKind = before.kind, type = before.type, zone = before.zone } = act.body;
    const after = { kind: newKind, type, zone };
    state.set(kind, after, act);
    happen(state, act, 'retyped', { before, after });
  },
  check: (act, ctx) => checkChangedUnit(act, ctx),
  example: {
    kind: 'unit.retyped',
    effectiveOn: '2021-05-01',
    paper: { issuer: 'Huyện ủy A', number: '52-QĐ/HU', issuedOn: '2021-04-26' },
    unit: 'HH.001',
    type: 'township',
  },
});
