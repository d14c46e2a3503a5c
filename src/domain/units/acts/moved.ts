import { z } from 'zod';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { unitRef } from '#/kernel/journal/refs.ts';
import { checkPlace } from '../checks.ts';
import { happen, mustExist } from '../life.ts';
import { unitSubjects } from '../shapes.ts';
import { parent } from '../tracks.ts';

export const unitMoved = actKind({
  kind: 'unit.moved',
  rank: rank.unitMoves,
  title: { vi: 'Chuyển tổ chức đảng về cấp trên khác', en: 'Unit moved' },
  description: {
    vi: 'Tổ chức đảng cùng mọi tổ chức trực thuộc về dưới cấp trên mới. handover: true là chuyển giao cho một đảng bộ khác. Không ai thay đổi nơi sinh hoạt.',
    en: 'The unit, with all under it, comes to lie under another superior. handover: true when it is handed to another committee. Nobody changes cell by it.',
  },
  schema: z.strictObject({
    unit: unitRef('tổ chức đảng'),
    parent: unitRef('cấp trên trực tiếp mới'),
    handover: z.boolean().optional(),
  }),
  competent: 'superior',
  subjects: ({ unit }) => unitSubjects([unit]),
  unit: (state, act) => {
    mustExist(state, act);
    state.set(parent, act.body.parent, act);
    happen(state, act, act.body.handover === true ? 'handed-over' : 'moved');
  },
  check: (act, ctx) => checkPlace(act, ctx, act.body.unit, 'parent'),
  example: {
    kind: 'unit.moved',
    effectiveOn: '2020-06-01',
    paper: { issuer: 'Tỉnh ủy A', number: '75-QĐ/TU', issuedOn: '2020-05-20' },
    unit: 'HH.001',
    parent: 'ND-K',
    handover: true,
  },
});
