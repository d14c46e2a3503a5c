import { z } from 'zod';
import { mustBeMember } from '#/domain/members/api.ts';
import { mustExist } from '#/domain/units/api.ts';
import type { SubjectState } from '#/kernel/facts/state.ts';
import type { FactTable } from '#/kernel/facts/table.ts';
import type { Act } from '#/kernel/journal/act.ts';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { personRef, unitRef } from '#/kernel/journal/refs.ts';
import type { Prize } from './contract.ts';
import { entryFields } from './fields.ts';
import { memberEntry, unitEntry } from './tables.ts';

type Entry = Act<{ contest: string; work?: string | undefined; prize?: Prize | undefined }>;

function enter(state: SubjectState, act: Entry, table: FactTable): void {
  const { contest, work = null, prize = null } = act.body;
  const { id, type } = state.subject;
  state.emit(table, {
    act_id: act.id,
    subject_id: id,
    subject_kind: type,
    // A member's is where he or she stands: the model fills it in.
    unit_id: type === 'unit' ? id : null,
    on_day: act.effectiveOn,
    contest,
    work,
    prize,
  });
}

export const unitEntered = actKind({
  kind: 'unit.contestEntered',
  rank: rank.yearly,
  title: { vi: 'Bài dự thi của đơn vị', en: 'Contest entered by a unit' },
  description: {
    vi: 'Một bài dự thi của tập thể, hoặc của người không phải là đảng viên (chỉ ghi đơn vị, không ghi tên); prize là giải nếu đạt. Số bài không mở danh sách thì báo bằng count.declared cho contest-entries.',
    en: 'An entry of a collective, or of somebody who is no member (only the unit is kept, no name), with its prize if it won one. Entries that nobody lists are declared with count.declared for contest-entries.',
  },
  schema: z.strictObject({ unit: unitRef('đơn vị có bài dự thi'), ...entryFields }),
  competent: 'self',
  subjects: ({ unit }) => [{ type: 'unit', id: unit }],
  unit: (state, act) => {
    mustExist(state, act);
    enter(state, act, unitEntry);
  },
  example: {
    kind: 'unit.contestEntered',
    effectiveOn: '2023-05-15',
    unit: 'HH.001',
    contest: 'tim-hieu-lich-su-dang',
    prize: 'third',
  },
});

export const memberEntered = actKind({
  kind: 'member.contestEntered',
  rank: rank.yearly,
  title: { vi: 'Bài dự thi của đảng viên', en: 'Contest entered by a member' },
  description: {
    vi: 'Một bài dự thi của một đảng viên; prize là giải nếu đạt. Tính ở nơi đảng viên sinh hoạt ngày ấy.',
    en: 'An entry of a member, with its prize if it won one. It counts where the member stands on the day.',
  },
  schema: z.strictObject({ person: personRef('đảng viên dự thi'), ...entryFields }),
  competent: 'grassroots',
  subjects: ({ person }) => [{ type: 'person', id: person }],
  person: (state, act) => {
    mustBeMember(state, act);
    enter(state, act, memberEntry);
  },
  example: {
    kind: 'member.contestEntered',
    effectiveOn: '2023-05-15',
    person: 'P1',
    contest: 'tim-hieu-lich-su-dang',
    work: 'Ký ức một thời hoa lửa',
    prize: 'second',
  },
});
