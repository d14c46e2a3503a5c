import { z } from 'zod';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { idOf, unitRef } from '#/kernel/journal/refs.ts';
import { checkMissingParent, checkNewUnit, checkSize } from '../checks.ts';
import { begin, end, fault, happen, mustDiffer, mustExist } from '../life.ts';
import { assign, assignedSubjects, assignments, unitSchema, unitSubjects } from '../shapes.ts';
import { lifeOf } from '../tracks.ts';

export const unitMerged = actKind({
  kind: 'unit.merged',
  rank: rank.unitEnds,
  title: { vi: 'Sáp nhập tổ chức đảng', en: 'Unit merged' },
  description: {
    vi: 'Các tổ chức trong units kết thúc và nhập vào tổ chức into đang có. Đảng viên, tổ chức trực thuộc chuyển theo sang into; ai đi nơi khác thì nêu trong assign.',
    en: 'The units end and become part of an existing one, `into`. Members and subordinate units follow; whoever goes elsewhere is named in `assign`.',
  },
  schema: z.strictObject({
    units: z.array(unitRef('tổ chức đảng sáp nhập')).min(1),
    into: unitRef('tổ chức đảng nhận sáp nhập'),
    assign: assignments.optional(),
  }),
  competent: 'superior',
  subjects: (body) => [...unitSubjects([...body.units, body.into]), ...assignedSubjects(body)],
  unit: (state, act) => {
    const { units, into } = act.body;
    const { id } = state.subject;
    mustDiffer(act, units);
    if (id !== into) {
      end(state, act, { kind: 'merged', successorId: into }, [into]);
      return;
    }
    if (units.includes(into)) throw fault(act, 'unit.own-successor', 'into', 'A unit cannot be merged into itself.');
    // It may itself end on this day: members then pass on to its own successor, whichever of the two acts comes first.
    if (lifeOf(state)?.to !== act.effectiveOn) mustExist(state, act, 'into');
    happen(state, act, 'absorbed', { related: units });
  },
  person: assign,
  check: (act, ctx) => checkSize(act, ctx, act.body.into, 'into'),
  example: {
    kind: 'unit.merged',
    effectiveOn: '2020-02-01',
    paper: { issuer: 'Huyện ủy A', number: '20-QĐ/HU', issuedOn: '2020-01-28' },
    units: ['HH.002'],
    into: 'HH.001',
  },
});

export const unitConsolidated = actKind({
  kind: 'unit.consolidated',
  rank: rank.unitEnds,
  title: { vi: 'Hợp nhất tổ chức đảng', en: 'Units consolidated' },
  description: {
    vi: 'Các tổ chức trong units kết thúc, một tổ chức mới (unit) thay cho tất cả. Đảng viên, tổ chức trực thuộc chuyển theo; ai đi nơi khác thì nêu trong assign. Nêu parent của tổ chức mới.',
    en: 'The units end and a new one takes the place of all. Members and subordinate units follow; whoever goes elsewhere is named in `assign`. Say the parent of the new unit.',
  },
  schema: z.strictObject({
    units: z.array(unitRef('tổ chức đảng hợp nhất')).min(2),
    unit: unitSchema,
    assign: assignments.optional(),
  }),
  competent: 'superior',
  subjects: (body) => [...unitSubjects([...body.units, idOf(body.unit)]), ...assignedSubjects(body)],
  unit: (state, act) => {
    const { units, unit } = act.body;
    const newId = idOf(unit);
    mustDiffer(act, units);
    if (state.subject.id === newId) begin(state, act, unit, 'formed', units);
    else end(state, act, { kind: 'consolidated', successorId: newId }, [newId]);
  },
  person: assign,
  check: async (act, ctx) => {
    await checkMissingParent(act, ctx, act.body.units, act.body.unit, 'unit.parent');
    await checkNewUnit(act, ctx, act.body.unit, 'unit');
    await checkSize(act, ctx, idOf(act.body.unit), 'unit');
  },
  example: {
    kind: 'unit.consolidated',
    effectiveOn: '2020-03-01',
    paper: { issuer: 'Huyện ủy A', number: '25-QĐ/HU', issuedOn: '2020-02-20' },
    units: ['HH.003', 'HH.004'],
    unit: { code: 'HH.034', name: 'Đảng bộ xã B', kind: 'grassroots-body', type: 'commune', parent: 'HH' },
  },
});
