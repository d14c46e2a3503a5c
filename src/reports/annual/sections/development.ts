import { shown } from '../../numbers.ts';
import { attained } from '../attain.ts';
import { change } from '../change.ts';
import { counted, has, isNone, leaveOut, type Pen, someOf } from '../pen.ts';
import { list, listed, marked, type Prose, paragraph, say } from '../prose.ts';
import { section } from '../section.ts';
import { ask, type Value } from '../value.ts';

const alone = { alone: true };
const by = (args: Record<string, string>) => ask('admissions-by', args, alone);

/** 3.1 New members: approved, admitted (against the target and the year before), who they are; recognised. */
export const development = section({
  title: 'Phát triển đảng viên',
  asks: ({ words, body }) => ({
    approvals: ask('admission-approvals', {}, alone),
    admissions: ask('admissions'),
    perYear: words.length === 'long' ? ask('admissions-per-year') : null,
    readmissions: ask('readmissions', {}, alone),
    women: by({ sex: 'female' }),
    minority: by({ minority: 'yes' }),
    religious: by({ religious: 'yes' }),
    young: by({ age: '18-30' }),
    youthUnion: by({ youthUnion: 'yes' }),
    owners: by({ privateOwner: 'yes' }),
    recognitions: ask('official-recognitions'),
    given: body.level === 'cell' || words.length !== 'year' ? null : ask('targets-below', { of: 'admissions' }, alone),
  }),
  write: (n, { pen }) => [
    paragraph([
      has(n.given)
        ? say`Cấp ủy giao chỉ tiêu kết nạp ${counted(pen, n.given, 'đảng viên')} cho các tổ chức đảng trực thuộc`
        : null,
      has(n.approvals)
        ? say`${pen.scene.words.inFull}, cấp ủy có thẩm quyền quyết định kết nạp ${counted(pen, n.approvals, 'quần chúng ưu tú')}`
        : null,
      admitted(pen, n),
      composition(pen, n),
      has(n.recognitions)
        ? list([
            say`Công nhận đảng viên chính thức cho ${counted(pen, n.recognitions, 'đảng viên dự bị')}`,
            change(pen, n.recognitions, 'đảng viên'),
          ])
        : null,
    ]),
  ],
});

type Values = Readonly<Record<'approvals' | 'admissions' | 'perYear' | 'readmissions' | Trait, Value>>;
type Trait = 'women' | 'minority' | 'religious' | 'young' | 'youthUnion' | 'owners';

function admitted(pen: Pen, n: Values): Prose | null {
  const { body, words } = pen.scene;
  const where = has(n.approvals) ? `${body.whole} đã` : `${words.inFull}, ${body.whole}`;
  const target = attained(pen, n.admissions, 'đảng viên');
  if (isNone(n.admissions) && pen.scene.members === 0) return leaveOut(pen, 'kết nạp đảng viên');
  if (isNone(n.admissions)) {
    const { previous, key } = n.admissions;
    const before = (previous ?? 0) > 0 && marked(shown(previous as number), key, 'previous');
    const compared = before ? say` (${words.before} kết nạp ${before} đảng viên)` : null;
    const when = has(n.approvals) ? words.during : words.inFull;
    return list([say`${when}, ${body.whole} chưa kết nạp đảng viên mới${compared}`, target], '; ');
  }
  if (!has(n.admissions)) return null;
  const again = has(n.readmissions) ? say` (trong đó kết nạp lại ${counted(pen, n.readmissions, 'người')})` : null;
  const done = say`${where} kết nạp ${counted(pen, n.admissions, 'đảng viên mới')}${again}`;
  const average = has(n.perYear)
    ? list([
        say`bình quân mỗi năm kết nạp ${counted(pen, n.perYear, 'đảng viên')}`,
        attained(pen, n.perYear, 'đảng viên'),
      ])
    : null;
  return list([list([done, target]), change(pen, n.admissions, 'đảng viên'), average], '; ');
}

function composition(pen: Pen, n: Values): Prose | null {
  const all = n.admissions;
  const traits = listed([
    someOf(pen, n.women, 'nữ', all),
    someOf(pen, n.minority, 'người dân tộc thiểu số', all),
    someOf(pen, n.religious, 'người theo tôn giáo', all),
    someOf(pen, n.young, 'người từ 18 đến 30 tuổi', all),
    someOf(pen, n.youthUnion, 'đoàn viên thanh niên', all),
    someOf(pen, n.owners, 'chủ doanh nghiệp tư nhân', all),
  ]);
  return traits && has(all) ? say`Trong số đảng viên mới kết nạp có ${traits}` : null;
}
