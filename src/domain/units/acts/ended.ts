import { z } from 'zod';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { unitRef } from '#/kernel/journal/refs.ts';
import { end } from '../life.ts';
import { assign, assignedSubjects, assignments, unitSubjects } from '../shapes.ts';

const fields = {
  unit: unitRef('tổ chức đảng kết thúc'),
  successor: unitRef('tổ chức đảng tiếp nhận đảng viên, tổ chức trực thuộc').optional(),
  assign: assignments.optional(),
};

export const unitDissolved = actKind({
  kind: 'unit.dissolved',
  rank: rank.unitEnds,
  title: { vi: 'Giải thể tổ chức đảng', en: 'Unit dissolved' },
  description: {
    vi: 'Tổ chức đảng giải thể (asDiscipline: true là giải tán, một hình thức kỷ luật). Ai chưa chuyển đi trước đó thì về successor hoặc nơi nêu trong assign; không nêu mà còn đảng viên, tổ chức trực thuộc thì không ghi được.',
    en: 'The unit is dissolved (asDiscipline: true when disbanded, which is discipline). Who has not left before goes to `successor`, or where `assign` says; with members or units left over and neither given, the act is refused.',
  },
  schema: z.strictObject({ ...fields, asDiscipline: z.boolean().optional() }),
  competent: 'superior',
  subjects: (body) => [...unitSubjects([body.unit]), ...assignedSubjects(body)],
  unit: (state, act) => {
    const { successor = null, asDiscipline } = act.body;
    const related = successor === null ? [] : [successor];
    end(state, act, { kind: asDiscipline === true ? 'disbanded' : 'dissolved', successorId: successor }, related);
  },
  person: assign,
  example: {
    kind: 'unit.dissolved',
    effectiveOn: '2021-11-01',
    paper: { issuer: 'Đảng ủy Khối A', number: '61-QĐ/ĐUK', issuedOn: '2021-10-25' },
    unit: 'ND-K.044',
    successor: 'ND-K.045',
  },
});

export const unitEnded = actKind({
  kind: 'unit.ended',
  rank: rank.unitEnds,
  title: { vi: 'Kết thúc hoạt động theo sắp xếp tổ chức', en: 'Unit ended by reorganisation' },
  description: {
    vi: 'Tổ chức đảng kết thúc vì cấp của nó không còn (cấp huyện, đảng bộ khối ngày 1/7/2025): không phải giải thể, không phải sáp nhập. Đảng viên, tổ chức trực thuộc còn lại về successor.',
    en: 'The unit ends because its level does (districts and blocs on 1/7/2025): neither dissolved nor merged. Members and units still there go to `successor`.',
  },
  schema: z.strictObject(fields),
  competent: 'superior',
  subjects: (body) => [...unitSubjects([body.unit]), ...assignedSubjects(body)],
  unit: (state, act) => {
    const { successor = null } = act.body;
    end(state, act, { kind: 'ended', successorId: successor }, successor === null ? [] : [successor]);
  },
  person: assign,
  example: {
    kind: 'unit.ended',
    effectiveOn: '2025-07-01',
    paper: { issuer: 'Tỉnh ủy A', number: '1203-QĐ/TU', issuedOn: '2025-06-16' },
    unit: 'HH',
    successor: 'NB',
  },
});
