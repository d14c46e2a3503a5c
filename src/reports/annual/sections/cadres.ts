import { change } from '../change.ts';
import { among, counted, has, isNone, leaveOut, number, onlyKind, type Pen, share, some, someOf } from '../pen.ts';
import { list, type Prose, paragraph, plain, say } from '../prose.ts';
import type { Scene } from '../scene.ts';
import { section } from '../section.ts';
import { ask, type Value } from '../value.ts';

const alone = { alone: true };
const course = (name: string) => ask('courses-held', { course: name }, alone);

const asks = ({ body: { level } }: Scene) => ({
  committee: ask('committee-members'),
  women: ask('female-committee-members'),
  secretaries: level === 'cell' ? null : ask('secretaries', {}, alone),
  grassroots: level === 'upper' ? ask('grassroots-secretaries', {}, alone) : null,
  heading: level === 'upper' ? ask('secretaries-heading-their-agency', {}, alone) : null,
  headingShare: level === 'upper' ? ask('secretaries-heading-their-agency-share') : null,
  vacant: level === 'cell' ? null : ask('units-without-secretary', {}, alone),
  elected: ask('posts-assumed', { how: 'elected' }, alone),
  designated: ask('posts-assumed', { how: 'designated' }, alone),
  coOpted: ask('posts-assumed', { how: 'co-opted' }, alone),
  appointed: ask('posts-assumed', { how: 'appointed' }, alone),
  left: ask('posts-left', {}, alone),
  relieved: ask('posts-left', { reason: 'relieved' }, alone),
  resigned: ask('posts-left', { reason: 'resigned' }, alone),
  retired: ask('posts-left', { reason: 'retired' }, alone),
  courses: ask('courses-held'),
  participants: ask('course-participants', {}, alone),
  awareness: course('awareness'),
  newMember: course('new-member'),
  committeeCourse: course('committee'),
  secretaryCourse: course('secretary'),
  theory: course('theory-primary'),
  intermediate: course('theory-intermediate'),
  advanced: course('theory-advanced'),
  professional: course('professional'),
  certificates: ask('certificates-granted', {}, alone),
});

type Values = Readonly<Record<keyof ReturnType<typeof asks>, Value>>;

/** 4. Posts in the Party, courses; what is not recorded here is said. */
export const cadres = section({
  title: 'Công tác cán bộ',
  asks,
  write: (n, { pen }) => [
    paragraph([
      committees(pen, n),
      secretaries(pen, n),
      changes(pen, n),
      isNone(n.committee) && isNone(n.elected) ? leaveOut(pen, 'chức vụ trong Đảng') : null,
    ]),
    paragraph([training(pen, n)]),
    pen.scene.body.level === 'cell'
      ? null
      : plain(
          'Quy hoạch, luân chuyển, điều động, bổ nhiệm, giới thiệu cán bộ ứng cử thực hiện theo báo cáo riêng; sổ chỉ ghi các chức vụ trong Đảng.',
        ),
  ],
});

function committees(pen: Pen, n: Values): Prose | null {
  if (!has(n.committee)) return null;
  const women = someOf(pen, n.women, 'nữ', n.committee);
  const { level, committeeMember, whole } = pen.scene.body;
  const noun = level === 'cell' ? committeeMember : `${committeeMember} các cấp`;
  return list(
    [
      say`Đến ${pen.scene.words.end}, ${whole} có ${counted(pen, n.committee, noun)}${women && say`, trong đó có ${women}`}`,
      change(pen, n.committee, committeeMember),
    ],
    '; ',
  );
}

function secretaries(pen: Pen, n: Values): Prose | null {
  const all = has(n.secretaries) ? say`Có ${counted(pen, n.secretaries, 'bí thư cấp ủy, chi bộ')}` : null;
  const heading =
    has(n.heading) && has(n.grassroots)
      ? say`${number(pen, n.heading)}/${number(pen, n.grassroots)} bí thư cấp ủy cơ sở, chi bộ cơ sở là thủ trưởng cơ quan, đơn vị${bracket(share(n.heading, n.grassroots))}`
      : null;
  const vacant =
    has(n.vacant) && has(n.secretaries) ? say`còn ${counted(pen, n.vacant, 'tổ chức đảng')} khuyết bí thư` : null;
  return list([all, heading, vacant], '; ');
}

const bracket = (inner: Prose | null) => inner && say` (${inner})`;

function changes(pen: Pen, n: Values): Prose | null {
  const { inFull } = pen.scene.words;
  const came = list([
    has(n.elected) ? say`bầu ${counted(pen, n.elected, 'lượt chức danh')}` : null,
    has(n.designated) ? say`chỉ định ${counted(pen, n.designated, 'lượt')}` : null,
    has(n.coOpted) ? say`bầu bổ sung ${counted(pen, n.coOpted, 'lượt')}` : null,
    has(n.appointed) ? say`bổ nhiệm chức vụ trong Đảng ${counted(pen, n.appointed, 'lượt')}` : null,
  ]);
  const reasons = list([
    some(pen, n.relieved, 'lượt miễn nhiệm'),
    some(pen, n.resigned, 'lượt từ chức'),
    some(pen, n.retired, 'lượt nghỉ hưu'),
  ]);
  const went = has(n.left)
    ? say`${counted(pen, n.left, 'lượt')} thôi giữ chức vụ${reasons && say` (trong đó ${reasons})`}`
    : null;
  return list([came && say`${inFull}, ${came}`, came === null && went ? say`${inFull}, có ${went}` : went], '; ');
}

function training(pen: Pen, n: Values): Prose | null {
  if (!has(n.courses)) return null;
  const kinds: [Value, string][] = [
    [n.awareness, 'lớp bồi dưỡng nhận thức về Đảng'],
    [n.newMember, 'lớp bồi dưỡng đảng viên mới'],
    [n.committeeCourse, 'lớp bồi dưỡng cấp ủy viên'],
    [n.secretaryCourse, 'lớp bồi dưỡng bí thư chi bộ'],
    [n.theory, 'lớp sơ cấp lý luận chính trị'],
    [n.intermediate, 'lớp trung cấp lý luận chính trị'],
    [n.advanced, 'lớp cao cấp lý luận chính trị'],
    [n.professional, 'lớp bồi dưỡng nghiệp vụ'],
  ];
  const sorts = list(kinds.map(([value, noun]) => some(pen, value, noun)));
  const told = kinds.map(([value]) => value);
  const only = onlyKind(n.courses, kinds);
  const parts = only === null ? sorts && say`, ${among(n.courses, told)} ${sorts}` : null;
  const people = has(n.participants) ? say` cho ${counted(pen, n.participants, 'lượt người')}` : null;
  const certificates = has(n.certificates)
    ? say`cấp ${counted(pen, n.certificates, 'giấy chứng nhận')} cho đảng viên`
    : null;
  return list(
    [
      say`${pen.scene.words.inFull}, mở ${counted(pen, n.courses, only ?? 'lớp đào tạo, bồi dưỡng')}${people}${parts}`,
      certificates,
      change(pen, n.courses, 'lớp'),
    ],
    '; ',
  );
}
