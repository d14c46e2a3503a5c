import { attained } from '../attain.ts';
import { change, changes } from '../change.ts';
import { counted, has, isNone, listedAs, number, type Pen, some } from '../pen.ts';
import { list, listed, type Prose, paragraph, plain, say } from '../prose.ts';
import type { Scene } from '../scene.ts';
import { section, sectionOf } from '../section.ts';
import { ask, type Value } from '../value.ts';

const alone = { alone: true };

const overseen = ({ body: { level } }: Scene) => ({
  inspectedUnits: level === 'cell' ? null : ask('inspections-of-units'),
  inspectedMembers: ask('inspections-of-members'),
  signsUnits: level === 'cell' ? null : ask('inspections-of-units', { topic: 'violation-signs' }, alone),
  signsMembers: ask('inspections-of-members', { topic: 'violation-signs' }, alone),
  financeUnits: level === 'cell' ? null : ask('inspections-of-units', { topic: 'party-finance' }, alone),
  supervisedUnits: level === 'cell' ? null : ask('thematic-supervisions-of-units'),
  supervisedMembers: ask('thematic-supervisions-of-members'),
  foundUnits: level === 'cell' ? null : ask('units-found-in-violation', {}, alone),
  foundMembers: ask('members-found-in-violation', {}, alone),
  coverage: level === 'cell' ? null : ask('units-inspected-or-supervised-in-term'),
  committeeCoverage: level === 'cell' ? null : ask('committee-members-inspected-or-supervised-in-term'),
});

type Overseen = Readonly<Record<keyof ReturnType<typeof overseen>, Value>>;

const inspections = section({
  title: 'Kiểm tra, giám sát',
  asks: overseen,
  write: (n, { pen }) => [
    paragraph([...inspected(pen, n), supervised(pen, n), found(pen, n)]),
    paragraph([
      covered(pen, n.coverage, 'cấp ủy, tổ chức đảng'),
      covered(pen, n.committeeCoverage, 'cấp ủy viên các cấp'),
    ]),
  ],
});

/** Occurrences: one organisation may be inspected several times. */
function occurrences(pen: Pen, units: Value, members: Value): Prose | null {
  return listed([some(pen, units, 'lượt tổ chức đảng'), some(pen, members, 'lượt đảng viên')]);
}

function compared(pen: Pen, units: Value, members: Value): Prose | null {
  return changes(pen, [
    [units, 'lượt tổ chức đảng'],
    [members, 'lượt đảng viên'],
  ]);
}

function inspected(pen: Pen, n: Overseen): (Prose | null)[] {
  const { inFull, during } = pen.scene.words;
  const all = occurrences(pen, n.inspectedUnits, n.inspectedMembers);
  if (all === null)
    return isNone(n.inspectedMembers)
      ? [plain(`${inFull}, sổ chưa ghi cuộc kiểm tra tổ chức đảng, đảng viên nào`)]
      : [];
  const signs = occurrences(pen, n.signsUnits, n.signsMembers);
  const finance = has(n.financeUnits)
    ? say`kiểm tra tài chính đảng đối với ${counted(pen, n.financeUnits, 'lượt tổ chức đảng')}`
    : null;
  const among = list([signs && say`kiểm tra khi có dấu hiệu vi phạm đối với ${signs}`, finance], '; ');
  const before = compared(pen, n.inspectedUnits, n.inspectedMembers);
  return [
    say`${inFull}, cấp ủy, ủy ban kiểm tra các cấp và các chi bộ tiến hành kiểm tra đối với ${all}${among && say`, trong đó ${among}`}`,
    before && say`Số lượt kiểm tra ${during} ${before}`,
  ];
}

function supervised(pen: Pen, n: Overseen): Prose | null {
  const all = occurrences(pen, n.supervisedUnits, n.supervisedMembers);
  const before = compared(pen, n.supervisedUnits, n.supervisedMembers);
  return all && list([say`Giám sát chuyên đề đối với ${all}`, before], '; ');
}

function found(pen: Pen, n: Overseen): Prose | null {
  const all = listed([some(pen, n.foundUnits, 'tổ chức đảng'), some(pen, n.foundMembers, 'đảng viên')]);
  return all && say`Qua kiểm tra, giám sát kết luận ${all} có vi phạm`;
}

/** "Trong kỳ, 83,3% cấp ủy viên các cấp được kiểm tra, giám sát; vượt chỉ tiêu …": subjects, each once. */
function covered(pen: Pen, value: Value, who: string): Prose | null {
  if (!has(value)) return null;
  const { words } = pen.scene;
  const said = say`Tính từng đối tượng một lần, ${words.during} có ${number(pen, value)} ${who} được kiểm tra hoặc giám sát chuyên đề`;
  return list([list([said, change(pen, value, '')]), attained(pen, value, '')], '; ');
}

const disciplined = ({ body: { level } }: Scene) => {
  const ofUnits = (form?: string) =>
    level === 'cell' ? null : ask('units-disciplined', form === undefined ? {} : { form }, alone);
  const ofMembers = (form: string) => ask('members-disciplined', { form }, alone);
  return {
    units: ofUnits(),
    unitsReprimanded: ofUnits('reprimand'),
    unitsWarned: ofUnits('warning'),
    unitsDissolved: ofUnits('dissolution'),
    members: ask('members-disciplined'),
    reprimanded: ofMembers('reprimand'),
    warned: ofMembers('warning'),
    removed: ofMembers('removal-from-post'),
    expelled: ofMembers('expulsion'),
    expulsions: ask('expulsions', {}, alone),
  };
};

const discipline = section({
  title: 'Thi hành kỷ luật trong Đảng',
  asks: disciplined,
  write: (n, { pen }) => {
    const { inFull } = pen.scene.words;
    if (isNone(n.members) && !has(n.units) && has(n.expulsions))
      return [
        paragraph([
          say`${inFull}, sổ chưa ghi quyết định kỷ luật; có ${counted(pen, n.expulsions, 'đảng viên')} ra khỏi danh sách do bị khai trừ`,
        ]),
      ];
    if (isNone(n.members) && !has(n.units))
      return [
        paragraph([
          plain(
            pen.scene.members === 0
              ? `${inFull}, sổ chưa ghi quyết định kỷ luật nào`
              : `${inFull}, không có tổ chức đảng, đảng viên bị thi hành kỷ luật`,
          ),
          change(pen, n.members, 'đảng viên'),
        ]),
      ];
    const units = list([
      listedAs(pen, 'khiển trách', n.unitsReprimanded),
      listedAs(pen, 'cảnh cáo', n.unitsWarned),
      listedAs(pen, 'giải tán', n.unitsDissolved),
    ]);
    const members = list([
      listedAs(pen, 'khiển trách', n.reprimanded),
      listedAs(pen, 'cảnh cáo', n.warned),
      listedAs(pen, 'cách chức', n.removed),
      listedAs(pen, 'khai trừ', n.expelled),
    ]);
    const who = list(
      [
        has(n.units) ? say`${counted(pen, n.units, 'tổ chức đảng')}${units && say` (${units})`}` : null,
        has(n.members) ? say`${counted(pen, n.members, 'đảng viên')}${members && say` (${members})`}` : null,
      ],
      ' và ',
    );
    return [
      paragraph([
        who &&
          list(
            [
              say`${inFull}, thi hành kỷ luật ${who}`,
              has(n.members) ? prefix('số đảng viên bị kỷ luật ', change(pen, n.members, 'đảng viên')) : null,
            ],
            '; ',
          ),
      ]),
    ];
  },
});

const prefix = (text: string, piece: Prose | null) => piece && say`${text}${piece}`;

const petitioned = () => ({
  received: ask('petitions-received'),
  denunciations: ask('petitions-received', { sort: 'denunciation' }, alone),
  complaints: ask('petitions-received', { sort: 'complaint' }, alone),
  others: ask('petitions-received', { sort: 'petition' }, alone),
  settled: ask('petitions-settled', {}, alone),
  founded: ask('petitions-settled', { outcome: 'founded' }, alone),
  partly: ask('petitions-settled', { outcome: 'partly-founded' }, alone),
  unfounded: ask('petitions-settled', { outcome: 'unfounded' }, alone),
  pending: ask('petitions-pending', {}, alone),
  overdue: ask('petitions-overdue', {}, alone),
});

const petitions = section({
  title: 'Giải quyết đơn thư',
  asks: petitioned,
  write: (n, { pen }) => {
    const { inFull, during } = pen.scene.words;
    const sorts = list([
      some(pen, n.denunciations, 'đơn tố cáo'),
      some(pen, n.complaints, 'đơn khiếu nại'),
      some(pen, n.others, 'đơn kiến nghị, phản ánh'),
    ]);
    const received = has(n.received)
      ? list([
          say`${inFull}, tiếp nhận ${counted(pen, n.received, 'đơn')}${sorts && say` (${sorts})`}`,
          change(pen, n.received, 'đơn'),
        ])
      : isNone(n.received)
        ? plain(`${inFull}, sổ không ghi đơn thư nào được tiếp nhận`)
        : null;
    const outcomes = list([
      some(pen, n.founded, 'đơn đúng'),
      some(pen, n.partly, 'đơn đúng một phần'),
      some(pen, n.unfounded, 'đơn sai'),
    ]);
    const settled = has(n.settled)
      ? say`${during} giải quyết xong ${counted(pen, n.settled, 'đơn')}${outcomes && say`, trong đó kết luận ${outcomes}`}`
      : null;
    const overdue = has(n.overdue) ? say` (${number(pen, n.overdue)} đơn quá hạn)` : null;
    const pending = has(n.pending)
      ? say`đến cuối kỳ còn ${counted(pen, n.pending, 'đơn')} đang giải quyết${overdue}`
      : null;
    return [paragraph([received, list([settled, pending], '; ')])];
  },
});

/** 7. */
export const oversight = sectionOf('Công tác kiểm tra, giám sát, thi hành kỷ luật, giải quyết đơn thư', [
  inspections,
  discipline,
  petitions,
]);
