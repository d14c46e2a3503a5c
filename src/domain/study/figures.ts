import { z } from 'zod';
import { type CountFigure, type Figure, figure } from '#/kernel/figures/figure.ts';
import { noRows } from '#/kernel/figures/no-rows.ts';
import { contestFigures } from './contest-figures.ts';
import { courses } from './contract.ts';
import { certificateRows, courseRows, headsOf, participants, sessionRows } from './rows.ts';

const common = {
  type: 'count',
  counts: 'occurrences',
  place: 'subject',
  time: 'flow',
  measure: 'occurrences',
} as const satisfies Partial<CountFigure>;

const args = z.strictObject({ course: z.enum(courses).optional() });
const partition = [{ arg: 'course' }] as const;

const coursesHeld = figure({
  ...common,
  name: 'courses-held',
  of: 'unit',
  title: { vi: 'Số lớp bồi dưỡng đã mở', en: 'Courses held' },
  definition: {
    vi: 'Số lớp bồi dưỡng (theo loại lớp nếu nêu course); tính theo ngày bế giảng, ở tổ chức đảng mở lớp.',
    en: 'Courses (of a kind, if asked); by the day they ended, at the unit that held them.',
  },
  args,
  partition,
  rows: courseRows,
});

const courseParticipants = figure({
  ...common,
  name: 'course-participants',
  of: 'act',
  measure: 'persons',
  title: { vi: 'Số học viên các lớp bồi dưỡng', en: 'Participants of courses' },
  definition: {
    vi: 'Tổng số học viên các lớp (theo loại lớp nếu nêu course), đảng viên hay không; tính theo ngày bế giảng, ở tổ chức đảng mở lớp. Học viên không ghi tên.',
    en: 'All who took part in courses (of a kind, if asked), members or not; by the day they ended, at the unit that held them. No names are kept.',
  },
  args,
  partition,
  rows: () => noRows,
  amounts: participants,
});

const certificatesGranted = figure({
  ...common,
  name: 'certificates-granted',
  of: 'person',
  title: { vi: 'Số giấy chứng nhận đã cấp cho đảng viên', en: 'Certificates granted to members' },
  definition: {
    vi: 'Số giấy chứng nhận, bằng của các lớp bồi dưỡng (theo loại lớp nếu nêu course) cấp cho đảng viên; tính theo ngày cấp, ở nơi sinh hoạt ngày ấy. Cấp trước khi vào Đảng thì không tính.',
    en: 'Certificates of courses (of a kind, if asked) granted to members; by their day, where the member stood. Those granted before the admission do not count.',
  },
  args,
  partition,
  rows: certificateRows,
});

const studySessions = figure({
  ...common,
  name: 'study-sessions',
  of: 'unit',
  title: { vi: 'Số đợt học tập, quán triệt', en: 'Study sessions' },
  definition: {
    vi: 'Số đợt học tập, quán triệt nghị quyết, chỉ thị; tính theo ngày tổ chức, ở tổ chức đảng tổ chức.',
    en: 'Sessions of study of resolutions and directives; by their day, at the unit that held them.',
  },
  rows: sessionRows,
});

const heads = (name: string, which: 'present' | 'convened', vi: string, en: string) =>
  figure({
    ...common,
    name,
    of: 'act',
    title: { vi: `Số lượt người ${vi} học tập, quán triệt`, en: `Study: ${en}` },
    definition: {
      vi: `Tổng số lượt người ${vi} các đợt học tập, quán triệt; tính theo ngày tổ chức. Sổ chỉ giữ con số của mỗi đợt.`,
      en: `Heads ${en} over all study sessions, by their day. Only each session's number is held.`,
    },
    rows: () => noRows,
    amounts: (facts) => headsOf(facts, which),
  });

const attendances = heads('study-attendances', 'present', 'dự', 'present');
const convocations = heads('study-convocations', 'convened', 'phải dự', 'convened');

const attendanceShare = figure({
  type: 'ratio',
  time: 'flow',
  name: 'study-attendance-share',
  title: { vi: 'Tỷ lệ dự học tập, quán triệt', en: 'Share of those convened who studied' },
  definition: {
    vi: 'Tổng số lượt dự chia cho tổng số lượt phải dự các đợt học tập, quán triệt trong kỳ.',
    en: 'All present divided by all convened over the study sessions of the period.',
  },
  measure: 'percent',
  numerator: { figure: attendances.name },
  denominator: { figure: convocations.name },
  decimals: 1,
});

export const studyFigures: readonly Figure[] = [
  coursesHeld,
  courseParticipants,
  certificatesGranted,
  studySessions,
  attendances,
  convocations,
  attendanceShare,
  ...contestFigures,
];
