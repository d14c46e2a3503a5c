import { z } from 'zod';
import type { SubjectState } from '#/kernel/facts/state.ts';
import { type Act, decidedOn } from '#/kernel/journal/act.ts';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { fieldMeta } from '#/kernel/journal/refs.ts';
import { isPartialDay } from '#/platform/day.ts';
import { checkAdmissionAge, checkCeremony, checkPaper, checkReadmission } from '../checks.ts';
import { lastDeparture, openApproval, tell } from '../events.ts';
import { enter, fault, mustBeOutside } from '../life.ts';
import { beginRecord, meet, setDates } from '../people.ts';
import { anyPerson, dayField } from '../record-fields.ts';
import { cell, thePerson } from '../shapes.ts';

export const admissionApproved = actKind({
  kind: 'admission.approved',
  // On the day of the ceremony itself, before it.
  rank: rank.personEnters - 10,
  title: { vi: 'Xét duyệt kết nạp', en: 'Admission approved' },
  description: {
    vi: 'Cấp có thẩm quyền quyết định kết nạp (hoặc kết nạp lại) một người ở chi bộ cell. Người đó chưa là đảng viên cho đến lễ kết nạp (member.admitted, member.readmitted). effectiveOn là ngày quyết định.',
    en: 'The competent committee decides to admit (or readmit) somebody in the cell. No member yet: that comes with the ceremony (member.admitted, member.readmitted). effectiveOn is the day of the decision.',
  },
  schema: z.strictObject({ person: anyPerson, cell }),
  competent: 'above-grassroots',
  subjects: thePerson,
  person: (state, act) => {
    const { person, cell: at } = act.body;
    const known = meet(state, act, person);
    mustBeOutside(state, act);
    const isReturning = lastDeparture(state) !== null;
    if (!isReturning && known.admissionDecidedOn === undefined)
      setDates(state, { admissionDecidedOn: act.paper?.issuedOn ?? act.effectiveOn });
    tell(state, act, 'approved', {
      at,
      countedOn: decidedOn(act),
      detail: isReturning ? 'readmission' : undefined,
    });
  },
  check: async (act, ctx) => {
    checkPaper(act, ctx);
    await checkAdmissionAge(act, ctx);
  },
  example: {
    kind: 'admission.approved',
    effectiveOn: '2020-05-04',
    paper: { issuer: 'Huyện ủy A', number: '77-QĐ/HU', issuedOn: '2020-05-04' },
    person: { code: 'P3', name: 'Lê Thị Mẫu', born: '1999-11-20', sex: 'female' },
    cell: 'HH.001.01',
  },
});

export const memberAdmitted = actKind({
  kind: 'member.admitted',
  rank: rank.personEnters,
  title: { vi: 'Kết nạp đảng viên', en: 'Member admitted' },
  description: {
    vi: 'Lễ kết nạp: effectiveOn là ngày vào Đảng, thời gian dự bị tính từ đó; paper là quyết định kết nạp, tuổi đảng tính từ ngày ký. Không cần ghi admission.approved trước.',
    en: 'The ceremony: effectiveOn is the day of admission, from which probation counts; the paper is the decision, from which party age counts. Needs no admission.approved before it.',
  },
  schema: z.strictObject({
    person: anyPerson,
    cell,
    decisionReceivedOn: dayField('ngày chi bộ nhận quyết định').optional(),
  }),
  competent: 'above-grassroots',
  subjects: thePerson,
  person: (state, act) => {
    const known = meet(state, act, act.body.person);
    mustBeOutside(state, act);
    if (lastDeparture(state) !== null)
      throw fault(
        act,
        'member.was-member',
        'person',
        'The person was a member before: use member.readmitted, member.restored or transfer.received.',
      );
    setDates(state, {
      admissionDecidedOn: known.admissionDecidedOn ?? act.paper?.issuedOn,
      admittedOn: act.effectiveOn,
    });
    begin(state, act, 'admitted');
  },
  check: async (act, ctx) => {
    checkPaper(act, ctx);
    checkCeremony(act, ctx);
    // Somebody approved before was judged then, closer to the cell's meeting.
    if (typeof act.body.person !== 'string') await checkAdmissionAge(act, ctx);
  },
  example: {
    kind: 'member.admitted',
    effectiveOn: '2020-05-19',
    paper: { issuer: 'Huyện ủy A', number: '77-QĐ/HU', issuedOn: '2020-05-04' },
    person: { code: 'P1', name: 'Nguyễn Văn Mẫu', born: '1998-02-03', sex: 'male' },
    cell: 'HH.001.01',
  },
});

/** On probation in the cell, by a decision that was recorded before or that this act's paper tells. */
function begin(state: SubjectState, act: Act<{ cell: string }>, event: 'admitted' | 'readmitted'): void {
  const isApproved = openApproval(state) !== null;
  const { cell: unit } = act.body;
  const decided = decidedOn(act);
  // A decision of an earlier day counts on that day, in what was the cell then.
  if (!isApproved && decided < act.effectiveOn) tell(state, act, 'approved', { at: unit, onDay: decided });
  enter(state, act, event, { unit, status: 'probationary' }, { detail: isApproved ? 'approved-before' : undefined });
}

const leavings = new Set(['name-removed', 'expelled', 'left']);

export const memberReadmitted = actKind({
  kind: 'member.readmitted',
  rank: rank.personEnters,
  title: { vi: 'Kết nạp lại', en: 'Member readmitted' },
  description: {
    vi: 'Lễ kết nạp lại một người đã ra khỏi Đảng (xóa tên, khai trừ, xin ra); dự bị lại từ effectiveOn. Người ra khỏi Đảng trước khi mở sổ thì ghi là người mới, nêu leftOn.',
    en: 'The ceremony by which somebody who left (name removed, expelled, own request) is admitted again; on probation again from effectiveOn. Who left before the register opened is a new person here, with leftOn.',
  },
  schema: z.strictObject({
    person: anyPerson,
    cell,
    leftOn: z
      .string()
      .refine(isPartialDay, { error: 'not a day, month or year (YYYY-MM-DD, YYYY-MM or YYYY)' })
      .register(fieldMeta, { vi: 'ngày ra khỏi Đảng, nếu sổ không có' })
      .optional(),
    decisionReceivedOn: dayField('ngày chi bộ nhận quyết định').optional(),
  }),
  competent: 'above-grassroots',
  subjects: thePerson,
  person: (state, act) => {
    const known = meet(state, act, act.body.person);
    mustBeOutside(state, act);
    if (typeof act.body.person === 'string' && !leavings.has(lastDeparture(state)?.event ?? ''))
      throw fault(act, 'member.not-left', 'person', 'Only who left the Party here before can be readmitted.');
    beginRecord(state, act, known, act.paper?.issuedOn ?? openApproval(state)?.decidedOn);
    begin(state, act, 'readmitted');
  },
  check: async (act, ctx) => {
    checkPaper(act, ctx);
    checkCeremony(act, ctx);
    await checkAdmissionAge(act, ctx);
    await checkReadmission(act, ctx);
  },
  example: {
    kind: 'member.readmitted',
    effectiveOn: '2024-06-10',
    paper: { issuer: 'Huyện ủy A', number: '88-QĐ/HU', issuedOn: '2024-06-03' },
    person: 'P1',
    cell: 'HH.001.01',
  },
});
