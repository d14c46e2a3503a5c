import { z } from 'zod';
import type { SubjectState } from '#/kernel/facts/state.ts';
import type { Act } from '#/kernel/journal/act.ts';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { idOf, unitRef } from '#/kernel/journal/refs.ts';
import { checkMissingParent, checkNewUnit, checkSize } from '../checks.ts';
import { begin, end, fault, happen, mustExist } from '../life.ts';
import { assign, assignedSubjects, assignments, unitSchema, unitSubjects } from '../shapes.ts';

const schema = z
  .strictObject({
    unit: unitRef('tổ chức đảng bị chia, tách'),
    into: z.array(unitSchema).min(1),
    ends: z.boolean().optional(),
    successor: unitRef('tổ chức đảng kế tục, nếu tổ chức cũ kết thúc').optional(),
    assign: assignments.optional(),
  })
  .refine((body) => body.successor === undefined || body.ends === true, {
    error: 'only a unit that ends has a successor: say "ends": true, or leave it out',
    path: ['successor'],
  });

function split(state: SubjectState, act: Act<z.infer<typeof schema>>): void {
  const { into, ends, successor } = act.body;
  const newIds = into.map(idOf);
  const own = into.find((unit) => idOf(unit) === state.subject.id);
  if (new Set(newIds).size < newIds.length)
    throw fault(act, 'unit.already-exists', 'into', 'The act brings in one unit twice.');
  if (own !== undefined) begin(state, act, own, 'split-off', [act.body.unit]);
  else if (ends === true) end(state, act, { kind: 'split', successorId: successor ?? null }, newIds);
  else {
    mustExist(state, act);
    happen(state, act, 'split', { related: newIds });
  }
}

export const unitSplit = actKind({
  kind: 'unit.split',
  rank: rank.unitDivides,
  title: { vi: 'Chia, tách tổ chức đảng', en: 'Unit split' },
  description: {
    vi: 'Từ tổ chức unit lập ra các tổ chức mới (into; nêu parent của từng tổ chức). Đảng viên được phân về tổ chức mới nêu trong assign, những người còn lại ở nguyên. ends: true là tổ chức cũ kết thúc; khi đó người không nêu trong assign, cùng tổ chức trực thuộc, về successor.',
    en: 'New units are made out of one (`into`; say the parent of each). Members named in `assign` go there, the others stay. With ends: true the old unit ends, and whoever is not named goes to `successor`, subordinate units too.',
  },
  schema,
  competent: 'superior',
  subjects: (body) => [...unitSubjects([body.unit, ...body.into.map(idOf)]), ...assignedSubjects(body)],
  unit: split,
  person: assign,
  check: async (act, ctx) => {
    for (const [index, unit] of act.body.into.entries()) {
      await checkMissingParent(act, ctx, [act.body.unit], unit, `into.${index}.parent`);
      await checkNewUnit(act, ctx, unit, `into.${index}`);
      await checkSize(act, ctx, idOf(unit), `into.${index}`);
    }
    await checkSize(act, ctx, act.body.unit, 'unit');
  },
  example: {
    kind: 'unit.split',
    effectiveOn: '2021-09-01',
    paper: { issuer: 'Đảng ủy xã A', number: '9-QĐ/ĐU', issuedOn: '2021-08-27' },
    unit: 'HH.001.01',
    into: [{ code: 'HH.001.12', name: 'Chi bộ xóm 12', kind: 'cell', parent: 'HH.001' }],
    assign: [{ person: 'P1', to: 'HH.001.12' }],
  },
});
