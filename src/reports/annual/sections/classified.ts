import { shown } from '../../numbers.ts';
import { attained } from '../attain.ts';
import { change } from '../change.ts';
import { isScaleBetween, type Level, levelsOf } from '../levels.ts';
import { counted, has, number, type Pen, row } from '../pen.ts';
import { list, marked, type Prose, say } from '../prose.ts';
import type { Scene } from '../scene.ts';
import { type Ask, ask, type Value } from '../value.ts';

/** A row of a classification: what is classified, by which figures. */
export interface Row {
  of: 'units' | 'members';
  figure: string;
  args: Record<string, string>;
  good: string;
  goodArgs?: Record<string, string>;
  /** "tổ chức cơ sở đảng", and shorter where it was said: "tổ chức". */
  noun: string;
  short: string;
  /** How many there were on the last day of the year, where who was left out may be too many to list. */
  whole?: string;
}

/** The asks of a row: the whole with who was left out, each level of the year's scale, good or above. */
export function asksOf(row: Row, { classified: { year, period, before } }: Scene): Record<string, Ask> {
  const { figure, args } = row;
  const levels = levelsOf(row.of, year).map(([level]): [string, Ask] => [
    level,
    ask(figure, { ...args, level }, { during: { period, before: null } }),
  ]);
  return {
    all: ask(figure, args, { during: { period, before: null }, reasons: true }),
    ratio: ask(row.good, row.goodArgs ?? {}, { during: { period, before } }),
    ...Object.fromEntries(levels),
    ...(row.whole === undefined ? {} : { whole: ask(row.whole, {}, { during: { period, before: null } }) }),
  };
}

type Values = Readonly<Record<string, Value>>;

/** "90 tổ chức cơ sở đảng được xếp loại: 14 tổ chức hoàn thành xuất sắc nhiệm vụ, bằng 15,6%; … Còn 2 tổ chức …" */
export function told(pen: Pen, of: Row, n: Values): (Prose | null)[] {
  const all = n.all as Value;
  if (!has(all)) return [];
  const { year } = pen.scene.classified;
  const levels = row(
    pen,
    levelsOf(of.of, year).map(([level, words]) => ({ value: n[level] as Value, words })),
    of.short,
    `xếp loại ${of.noun} năm ${year}`,
  );
  noteOfSum(pen, levelsOf(of.of, year).slice(0, 2), n);
  return [
    say`Có ${counted(pen, all, of.noun)} được đánh giá, xếp loại${levels && say`, gồm: ${levels}`}`,
    leftOut(all, of, n.whole?.value ?? 0),
    goodOrAbove(pen, of, n.ratio as Value),
  ];
}

/** The two best levels as they are printed may not add up to what is printed of both together. */
function noteOfSum(pen: Pen, best: readonly Level[], n: Values): void {
  const ratio = n.ratio as Value;
  const sum = best.reduce((total, [level]) => total + (n[level]?.share ?? 0), 0);
  if (ratio.value !== null && Math.abs(sum - ratio.value) > 1e-9)
    pen.remarks.add(
      'Tỷ lệ hoàn thành tốt nhiệm vụ trở lên tính từ số lượng, không cộng từ hai tỷ lệ đã làm tròn nên có thể lệch nhau.',
    );
}

/** The years do not compare directly where a new scale began between them. */
function goodOrAbove(pen: Pen, { noun }: Row, good: Value): Prose | null {
  if (good.value === null) return null;
  const { year } = pen.scene.classified;
  const compared = isScaleBetween(year - 1, year) ? null : change(pen, good, '', `năm ${year - 1}`);
  const said = say`Tỷ lệ ${noun} hoàn thành tốt nhiệm vụ trở lên đạt ${number(pen, good)}`;
  return list([list([said, compared]), attained(pen, good, '')], '; ');
}

/** "Còn 2 tổ chức cơ sở đảng không xếp loại: 2 tổ chức do …" */
export function leftOut(
  { key, value, reasons }: Value,
  { noun, short }: Pick<Row, 'noun' | 'short'>,
  whole: number,
): Prose | null {
  const amount = (count: number) => marked(shown(count), key, 'not-counted');
  const rest = whole - (value ?? 0);
  if (reasons.length === 0) return rest > 0 ? say`Còn ${amount(rest)} ${noun} không được xếp loại` : null;
  const total = reasons.reduce((sum, { count }) => sum + count, 0);
  const [first, ...more] = reasons;
  if (first !== undefined && more.length === 0)
    return first.why === NO_RESULT
      ? say`Sổ chưa ghi kết quả xếp loại của ${amount(total)} ${noun}`
      : say`Còn ${amount(total)} ${noun} không xếp loại, do ${because(first.why)}`;
  const each = reasons.map(({ why, count }) =>
    why === NO_RESULT
      ? say`${amount(count)} ${short} sổ chưa ghi kết quả`
      : say`${amount(count)} ${short} do ${because(why)}`,
  );
  return say`Còn ${amount(total)} ${noun} không xếp loại: ${list(each)}`;
}

const NO_RESULT = 'chưa xếp loại';

const because = (why: string) => why.replace(/^(đảng viên|tổ chức đảng) /, '');

/** The organisation's own level, or null. */
export function ownLevel(n: Values, levels: readonly Level[]): Level | null {
  return levels.find(([level]) => n[level] !== undefined && has(n[level])) ?? null;
}
