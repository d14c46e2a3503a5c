import { z } from 'zod';
import type { SubjectState } from '#/kernel/facts/state.ts';
import type { Act } from '#/kernel/journal/act.ts';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { checkPaper } from '../checks.ts';
import { endAll, leave, mustBeMember } from '../life.ts';
import { textField } from '../record-fields.ts';
import { person, thePerson } from '../shapes.ts';
import type { MemberEvent } from '../tracks.ts';

// Whoever leaves while a letter inside the register is pending leaves from the superior; the letter ends with it.
const leavesAs = (event: MemberEvent) => (state: SubjectState, act: Act<unknown>) => {
  mustBeMember(state, act);
  leave(state, act, event);
  endAll(state, act);
};

const shared = {
  rank: rank.personLeaves,
  schema: z.strictObject({ person }),
  competent: 'above-grassroots',
  subjects: thePerson,
  check: checkPaper,
} as const;

export const memberNameRemoved = actKind({
  ...shared,
  kind: 'member.nameRemoved',
  title: { vi: 'Xóa tên trong danh sách đảng viên', en: 'Member name removed' },
  description: {
    vi: 'Đưa ra khỏi danh sách đảng viên, chính thức hoặc dự bị; không phải hình thức kỷ luật.',
    en: 'Taken off the list of members, official or probationary; not a discipline.',
  },
  schema: z.strictObject({ person, reason: textField('lý do').optional() }),
  person: leavesAs('name-removed'),
  example: {
    kind: 'member.nameRemoved',
    effectiveOn: '2020-11-02',
    paper: { issuer: 'Huyện ủy A', number: '199-QĐ/HU', issuedOn: '2020-11-02' },
    person: 'P3',
    reason: 'Bỏ sinh hoạt đảng ba tháng trong năm không có lý do',
  },
});

export const memberExpelled = actKind({
  ...shared,
  kind: 'member.expelled',
  title: { vi: 'Khai trừ', en: 'Member expelled' },
  description: { vi: 'Kỷ luật khai trừ ra khỏi Đảng.', en: 'Expelled by discipline.' },
  person: leavesAs('expelled'),
  example: {
    kind: 'member.expelled',
    effectiveOn: '2020-12-01',
    paper: { issuer: 'Huyện ủy A', number: '210-QĐ/HU', issuedOn: '2020-12-01' },
    person: 'P2',
  },
});

export const memberLeft = actKind({
  ...shared,
  kind: 'member.left',
  title: { vi: 'Xin ra khỏi Đảng', en: 'Member left' },
  description: { vi: 'Được chấp nhận cho ra khỏi Đảng theo đơn.', en: 'Left at own request, granted.' },
  person: leavesAs('left'),
  example: {
    kind: 'member.left',
    effectiveOn: '2020-12-01',
    paper: { issuer: 'Huyện ủy A', number: '211-QĐ/HU', issuedOn: '2020-12-01' },
    person: 'P2',
  },
});

export const memberDied = actKind({
  ...shared,
  kind: 'member.died',
  title: { vi: 'Đảng viên từ trần', en: 'Member died' },
  description: {
    vi: 'effectiveOn là ngày từ trần; hồ sơ và các số thẻ vẫn giữ.',
    en: 'effectiveOn is the day of death; record and numbers remain.',
  },
  competent: 'self',
  person: leavesAs('died'),
  example: { kind: 'member.died', effectiveOn: '2020-02-14', person: 'P2' },
});
