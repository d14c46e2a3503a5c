import { z } from 'zod';
import type { SubjectState } from '#/kernel/facts/state.ts';
import type { Act } from '#/kernel/journal/act.ts';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { unitRef } from '#/kernel/journal/refs.ts';
import { checkChangedUnit } from '../checks.ts';
import type { UnitKind } from '../contract.ts';
import { fault, happen, mustExist } from '../life.ts';
import { unitKind, unitSubjects, unitType } from '../shapes.ts';
import { kind } from '../tracks.ts';

const schema = z.strictObject({
  unit: unitRef('tổ chức đảng'),
  // Not `kind`: in a line of the journal that is the kind of the act.
  unitKind: unitKind.optional(),
  type: unitType.optional(),
});

// The one step that goes without saying (Charter 2011, art. 21): a grassroots cell that has grown, a body that has shrunk.
const usual: Record<'upgraded' | 'downgraded', Partial<Record<UnitKind, UnitKind>>> = {
  upgraded: { 'grassroots-cell': 'grassroots-body' },
  downgraded: { 'grassroots-body': 'grassroots-cell' },
};

function regrade(state: SubjectState, act: Act<z.infer<typeof schema>>, event: 'upgraded' | 'downgraded'): void {
  const before = mustExist(state, act);
  const { body } = act;
  const newKind = body.unitKind ?? (body.type === undefined ? usual[event][before.kind] : before.kind);
  if (newKind === undefined)
    throw fault(
      act,
      'unit.kind-missing',
      'unitKind',
      `Say what the ${before.kind} becomes: unitKind, or type if the kind stays.`,
    );
  const after = { ...before, kind: newKind, type: body.type ?? before.type };
  if (after.kind === before.kind && after.type === before.type)
    throw fault(act, 'unit.no-change', 'unitKind', `The unit is a ${before.kind} already.`);
  state.set(kind, after, act);
  happen(state, act, event, { before, after });
}

export const unitUpgraded = actKind({
  kind: 'unit.upgraded',
  rank: rank.unitChanges,
  title: { vi: 'Nâng cấp tổ chức đảng', en: 'Unit upgraded' },
  description: {
    vi: 'Tổ chức đảng được nâng cấp thành unitKind mới (chi bộ cơ sở không nêu unitKind thì thành đảng bộ cơ sở), hoặc giữ nguyên cấp mà đổi type (xã lên phường). Vẫn là tổ chức ấy: đảng viên, lịch sử giữ nguyên.',
    en: 'The unit is raised to a new kind (a grassroots cell without one becomes a grassroots body), or keeps its kind with a new type (commune to ward). It stays the same unit, with its members and its past.',
  },
  schema,
  competent: 'superior',
  subjects: ({ unit }) => unitSubjects([unit]),
  unit: (state, act) => regrade(state, act, 'upgraded'),
  check: (act, ctx) => checkChangedUnit(act, ctx),
  example: {
    kind: 'unit.upgraded',
    effectiveOn: '2018-06-01',
    paper: { issuer: 'Đảng ủy Khối A', number: '18-QĐ/ĐUK', issuedOn: '2018-05-28' },
    unit: 'KCQ.012',
    unitKind: 'grassroots-body',
  },
});

export const unitDowngraded = actKind({
  kind: 'unit.downgraded',
  rank: rank.unitChanges,
  title: { vi: 'Hạ cấp tổ chức đảng', en: 'Unit downgraded' },
  description: {
    vi: 'Tổ chức đảng xuống unitKind mới (đảng bộ cơ sở không nêu unitKind thì thành chi bộ cơ sở), hoặc giữ nguyên cấp mà đổi type.',
    en: 'The unit is lowered to a new kind (a grassroots body without one becomes a grassroots cell), or keeps its kind with a new type.',
  },
  schema,
  competent: 'superior',
  subjects: ({ unit }) => unitSubjects([unit]),
  unit: (state, act) => regrade(state, act, 'downgraded'),
  check: (act, ctx) => checkChangedUnit(act, ctx),
  example: {
    kind: 'unit.downgraded',
    effectiveOn: '2019-08-01',
    paper: { issuer: 'Đảng ủy Khối A', number: '44-QĐ/ĐUK', issuedOn: '2019-07-25' },
    unit: 'KCQ.012',
    unitKind: 'grassroots-cell',
  },
});
