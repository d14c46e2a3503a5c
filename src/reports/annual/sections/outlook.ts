import { amount, attained, isOfTerm } from '../attain.ts';
import { counted, type Pen } from '../pen.ts';
import { list, type Prose, paragraph, plain, say } from '../prose.ts';
import { type Book, section } from '../section.ts';
import type { UnitTarget } from '../targets.ts';
import type { AppliedTarget, Value } from '../value.ts';

type Say = (goal: Prose) => Prose;

/** How the targets that are usual are spoken of; any other by the title of its figure. */
const usual: Readonly<Record<string, { noun: string; say: Say }>> = {
  admissions: { noun: 'đảng viên mới', say: (goal) => say`kết nạp ${goal}` },
  'admissions-per-year': { noun: 'đảng viên mới', say: (goal) => say`mỗi năm kết nạp ${goal}` },
  'admission-approvals': { noun: 'quần chúng ưu tú', say: (goal) => say`xét duyệt kết nạp ${goal}` },
  'official-recognitions': { noun: 'đảng viên dự bị', say: (goal) => say`công nhận chính thức ${goal}` },
  'grassroots-units-good-or-above': {
    noun: '',
    say: (goal) => say`tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên đạt ${goal}`,
  },
  'units-good-or-above': { noun: '', say: (goal) => say`tổ chức đảng hoàn thành tốt nhiệm vụ trở lên đạt ${goal}` },
  'cells-good-or-above': { noun: '', say: (goal) => say`chi bộ hoàn thành tốt nhiệm vụ trở lên đạt ${goal}` },
  'members-good-or-above': { noun: '', say: (goal) => say`đảng viên hoàn thành tốt nhiệm vụ trở lên đạt ${goal}` },
  'units-inspected-or-supervised-in-term': {
    noun: '',
    say: (goal) => say`cấp ủy, tổ chức đảng được kiểm tra, giám sát trong nhiệm kỳ đạt ${goal}`,
  },
  'committee-members-inspected-or-supervised-in-term': {
    noun: '',
    say: (goal) => say`cấp ủy viên các cấp được kiểm tra, giám sát trong nhiệm kỳ đạt ${goal}`,
  },
};

/** 8. The targets of the time to come; and of this one, those that no other part speaks of. */
export const outlook = section<string>({
  title: 'Phương hướng, nhiệm vụ',
  asks: () => ({}),
  write: (n, book) => [others(book.pen, n), next(book)],
});

function next({ targets, pen }: Book): Prose {
  const { name } = pen.scene.words.next;
  const goals = list(
    targets.next.toSorted((a, b) => placeOf(a) - placeOf(b)).map((one) => goalOf(pen, one)),
    '; ',
  );
  if (goals === null) return plain(`Chỉ tiêu ${name} chưa được ghi trong sổ.`);
  const isWithin = targets.next.some(({ target }) => !isWider(pen, target));
  return isWithin
    ? say`Phấn đấu thực hiện các chỉ tiêu ${name}: ${goals}.`
    : say`Tiếp tục phấn đấu thực hiện các chỉ tiêu: ${goals}.`;
}

/** In the order in which targets are usually named; others after them. */
function placeOf({ of }: UnitTarget): number {
  const place = Object.keys(usual).indexOf(of.figure);
  return place === -1 ? Number.MAX_SAFE_INTEGER : place;
}

function goalOf(pen: Pen, { of, target, title }: UnitTarget): Prose {
  const known = usual[of.figure];
  const goal = amount(target, known?.noun ?? '');
  const time = isWider(pen, target) && !isOfTerm(of) ? ` (chỉ tiêu ${yearsOf(target.period)})` : '';
  return say`${known === undefined ? say`${title}: ${goal}` : known.say(goal)}${time}`;
}

/** Whether a target is for more than the time to come. */
function isWider({ scene: { words } }: Pen, { period: { from, to } }: AppliedTarget): boolean {
  return from < words.next.from || to > words.next.to;
}

function yearsOf({ from, to }: { from: string; to: string }): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return first === last ? `năm ${first}` : `giai đoạn ${first} - ${last}`;
}

/** Targets of figures that the other parts do not speak of: their result stands here. */
function others(pen: Pen, n: Readonly<Record<string, Value>>): Prose | null {
  return paragraph(
    Object.values(n).map((value) => {
      if (value.value === null) return null;
      const noun = usual[value.figure]?.noun ?? '';
      const attainment = attained(pen, value, noun);
      return attainment && say`${value.label}: ${counted(pen, value, noun)}, ${attainment}`;
    }),
  );
}
