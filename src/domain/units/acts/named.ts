import { z } from 'zod';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { unitRef } from '#/kernel/journal/refs.ts';
import { happen, mustExist } from '../life.ts';
import { unitCode, unitName, unitSubjects } from '../shapes.ts';
import { code, name } from '../tracks.ts';

export const unitRenamed = actKind({
  kind: 'unit.renamed',
  rank: rank.unitChanges,
  title: { vi: 'Đổi tên tổ chức đảng', en: 'Unit renamed' },
  description: {
    vi: 'Tổ chức đảng mang tên mới từ ngày có hiệu lực; mọi điều khác giữ nguyên.',
    en: 'The unit has a new name from the day of effect; nothing else changes.',
  },
  schema: z.strictObject({ unit: unitRef('tổ chức đảng'), name: unitName }),
  competent: 'superior',
  subjects: ({ unit }) => unitSubjects([unit]),
  unit: (state, act) => {
    mustExist(state, act);
    state.set(name, act.body.name, act);
    happen(state, act, 'renamed');
  },
  example: {
    kind: 'unit.renamed',
    effectiveOn: '2021-03-01',
    paper: { issuer: 'Huyện ủy A', number: '31-QĐ/HU', issuedOn: '2021-02-22' },
    unit: 'HH.001',
    name: 'Đảng bộ xã Tân A',
  },
});

export const unitRecoded = actKind({
  kind: 'unit.recoded',
  rank: rank.unitChanges,
  title: { vi: 'Đổi mã tổ chức đảng', en: 'Unit recoded' },
  description: {
    vi: 'Tổ chức đảng mang mã mới từ ngày có hiệu lực. Mã cũ vẫn tra được cho các ngày trước đó.',
    en: 'The unit has a new code from the day of effect. The old one is still understood for the days before.',
  },
  schema: z.strictObject({ unit: unitRef('tổ chức đảng'), code: unitCode }),
  competent: 'superior',
  recodes: true,
  subjects: ({ unit }) => unitSubjects([unit]),
  unit: (state, act) => {
    mustExist(state, act);
    state.set(code, act.body.code, act);
    happen(state, act, 'recoded');
  },
  example: {
    kind: 'unit.recoded',
    effectiveOn: '2021-04-01',
    paper: { issuer: 'Huyện ủy A', number: '40-QĐ/HU', issuedOn: '2021-03-25' },
    unit: 'HH.001',
    code: '36.168.001',
  },
});
