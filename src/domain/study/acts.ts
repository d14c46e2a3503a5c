import { z } from 'zod';
import { mustExist } from '#/domain/units/api.ts';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { personRef, unitRef } from '#/kernel/journal/refs.ts';
import { checkValidity } from './checks.ts';
import { courses } from './contract.ts';
import { heads, title } from './fields.ts';
import { certificateTable, courseTable, studySessionTable } from './tables.ts';

export const courseHeld = actKind({
  kind: 'course.held',
  rank: rank.yearly,
  title: { vi: 'Mở lớp bồi dưỡng', en: 'Course held' },
  description: {
    vi: 'Một lớp bồi dưỡng đã bế giảng; participants là số học viên, đảng viên hay không. Học viên không ghi tên; đảng viên được cấp giấy chứng nhận thì ghi bằng certificate.granted. Ngày có hiệu lực là ngày bế giảng.',
    en: 'A course that ended on the day; participants are all who took part, members or not, without names. A member with a certificate has an act certificate.granted.',
  },
  schema: z.strictObject({
    unit: unitRef('tổ chức đảng mở lớp'),
    course: z.enum(courses),
    title: title.optional(),
    participants: heads,
  }),
  competent: 'self',
  subjects: ({ unit }) => [{ type: 'unit', id: unit }],
  unit: (state, act) => {
    mustExist(state, act);
    const { unit, course, title: called = null, participants } = act.body;
    state.emit(courseTable, {
      act_id: act.id,
      unit_id: unit,
      on_day: act.effectiveOn,
      course,
      title: called,
      participants,
    });
  },
  example: {
    kind: 'course.held',
    effectiveOn: '2020-04-17',
    paper: { issuer: 'Trung tâm Chính trị huyện A', number: '12-BC/TTCT', issuedOn: '2020-04-20' },
    unit: 'HH',
    course: 'awareness',
    participants: 84,
  },
});

export const certificateGranted = actKind({
  kind: 'certificate.granted',
  rank: rank.yearly,
  title: { vi: 'Cấp giấy chứng nhận, bằng', en: 'Certificate granted' },
  description: {
    vi: 'Giấy chứng nhận của một lớp bồi dưỡng cấp cho một người trong sổ. Giấy chứng nhận lớp nhận thức về Đảng thường cấp trước khi vào Đảng: khi ấy người đó chưa ở chi bộ nào nên không tính vào số liệu của đơn vị nào.',
    en: 'The certificate of a course, granted to a person of the register. That of the awareness course usually comes before the admission: the person stood nowhere then, and it counts at no unit.',
  },
  schema: z.strictObject({
    person: personRef('người được cấp'),
    course: z.enum(courses),
    number: z.string().trim().min(1).max(60).optional(),
  }),
  competent: 'grassroots',
  subjects: ({ person }) => [{ type: 'person', id: person }],
  person: (state, act) => {
    const { person, course, number = null } = act.body;
    state.emit(certificateTable, {
      act_id: act.id,
      person_id: person,
      unit_id: null,
      on_day: act.effectiveOn,
      course,
      number,
    });
  },
  check: checkValidity,
  example: {
    kind: 'certificate.granted',
    effectiveOn: '2020-09-25',
    paper: { issuer: 'Trung tâm Chính trị huyện A', number: '31-QĐ/TTCT', issuedOn: '2020-09-25' },
    person: 'P1',
    course: 'new-member',
    number: '0123/ĐVM',
  },
});

export const studyHeld = actKind({
  kind: 'study.held',
  rank: rank.yearly,
  title: { vi: 'Học tập, quán triệt nghị quyết', en: 'Study session held' },
  description: {
    vi: 'Một đợt học tập, quán triệt nghị quyết, chỉ thị (topic); convened là số phải dự, present là số dự.',
    en: 'A session of study of a resolution or directive (topic); convened had to come, present came.',
  },
  schema: z
    .strictObject({ unit: unitRef('tổ chức đảng tổ chức học tập'), topic: title, convened: heads, present: heads })
    .refine(({ convened, present }) => present <= convened, {
      error: 'more are present than were convened',
      path: ['present'],
    }),
  competent: 'self',
  subjects: ({ unit }) => [{ type: 'unit', id: unit }],
  unit: (state, act) => {
    mustExist(state, act);
    const { unit, topic, convened, present } = act.body;
    state.emit(studySessionTable, {
      act_id: act.id,
      unit_id: unit,
      on_day: act.effectiveOn,
      topic,
      convened,
      present,
    });
  },
  example: {
    kind: 'study.held',
    effectiveOn: '2021-03-28',
    unit: 'HH',
    topic: 'Nghị quyết Đại hội XIII của Đảng',
    convened: 320,
    present: 312,
  },
});
