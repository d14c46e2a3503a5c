import { attained } from '../attain.ts';
import { change, changes } from '../change.ts';
import { counted, has, isNone, leaveOut, number, type Pen, some } from '../pen.ts';
import { list, listed, type Prose, paragraph, say } from '../prose.ts';
import type { Scene } from '../scene.ts';
import { section, sectionOf } from '../section.ts';
import { ask, type Value } from '../value.ts';
import { discipline } from './discipline.ts';
import { petitions } from './petitions.ts';

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
    paragraph(covered(pen, n)),
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
  if (all === null) return [isNone(n.inspectedMembers) ? leaveOut(pen, 'kiểm tra tổ chức đảng, đảng viên') : null];
  const signs = occurrences(pen, n.signsUnits, n.signsMembers);
  const finance = has(n.financeUnits)
    ? say`kiểm tra tài chính đảng đối với ${counted(pen, n.financeUnits, 'lượt tổ chức đảng')}`
    : null;
  const special = list([signs && say`kiểm tra khi có dấu hiệu vi phạm đối với ${signs}`, finance], '; ');
  const before = compared(pen, n.inspectedUnits, n.inspectedMembers);
  const done =
    pen.scene.body.level === 'upper'
      ? say`cấp ủy, ủy ban kiểm tra các cấp và các chi bộ tiến hành kiểm tra đối với ${all}`
      : say`có ${all} được kiểm tra`; // by whom: a committee above may have been it
  return [
    say`${inFull}, ${done}${special && say`, trong đó ${special}`}`,
    before && say`Số lượt kiểm tra ${during} ${before}`,
  ];
}

function supervised(pen: Pen, n: Overseen): Prose | null {
  const all = occurrences(pen, n.supervisedUnits, n.supervisedMembers);
  const before = compared(pen, n.supervisedUnits, n.supervisedMembers);
  const isFirst = !has(n.inspectedUnits) && !has(n.inspectedMembers);
  const when = isFirst ? `${pen.scene.words.inFull}, giám sát` : 'Giám sát';
  return all && list([say`${when} chuyên đề đối với ${all}`, before], '; ');
}

function found(pen: Pen, n: Overseen): Prose | null {
  const all = listed([some(pen, n.foundUnits, 'tổ chức đảng'), some(pen, n.foundMembers, 'đảng viên')]);
  return all && say`Qua kiểm tra, giám sát kết luận ${all} có vi phạm`;
}

/** "Tính mỗi đối tượng một lần, trong kỳ có 83,3% …; chỉ tiêu cả nhiệm kỳ là 100%": subjects, each once. */
function covered(pen: Pen, { coverage, committeeCoverage }: Overseen): (Prose | null)[] {
  const begin = `Tính mỗi đối tượng một lần, ${pen.scene.words.during} có `;
  const told = (value: Value, said: Prose) => {
    if (!has(value)) return null;
    const compared = value.previous === 0 ? null : change(pen, value, '');
    return list([list([said, compared]), attained(pen, value, '')], '; ');
  };
  const checked = 'được kiểm tra hoặc giám sát chuyên đề';
  const committee = number(pen, committeeCoverage);
  return [
    told(coverage, say`${begin}${number(pen, coverage)} cấp ủy, tổ chức đảng ${checked}`),
    told(
      committeeCoverage,
      has(coverage)
        ? say`Tỷ lệ này đối với cấp ủy viên các cấp là ${committee}`
        : say`${begin}${committee} cấp ủy viên các cấp ${checked}`,
    ),
  ];
}

/** 7. */
export const oversight = sectionOf('Công tác kiểm tra, giám sát, thi hành kỷ luật, giải quyết đơn thư', [
  inspections,
  discipline,
  petitions,
]);
