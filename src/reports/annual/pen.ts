import { shown } from '../numbers.ts';
import { countInWords, shownPercent } from './number-words.ts';
import { glue, list, marked, type Prose, say } from './prose.ts';
import { rowOfShares, rowRoundingOf, shareOf } from './rounding-rules.ts';
import type { Scene } from './scene.ts';
import type { Value } from './value.ts';

/** Writes the numbers of one report: what a section needs beside its own words. */
export interface Pen {
  scene: Scene;
  /** What does not add up: a row of shares where it is not 100, what units declared in parts; printed under the report. */
  remarks: Set<string>;
  /** Usual parts of such a report that the register knows nothing of: left out of the text, named under it. */
  missing: Set<string>;
}

/** Leaves a part out of the text; the notes name it. */
export function leaveOut(pen: Pen, what: string): null {
  pen.missing.add(what);
  return null;
}

/** Something to be told: known, and more than nothing. */
export function has(value: Value): boolean {
  return value.value !== null && value.value > 0;
}

/** Known, and nothing. */
export function isNone(value: Value): boolean {
  return value.value === 0;
}

/** The number alone: a count as the style wants it, a percentage with its sign. */
export function number(pen: Pen, value: Value): Prose {
  return marked(numberText(pen, value), value.key, 'value');
}

function numberText({ scene }: Pen, { type, value, measure, time, rounding }: Value): string {
  if (measure === 'percent') return value === null ? '–' : shownPercent(value, rounding.decimals);
  const isRounded = scene.request.style === 'words' && type === 'count'; // a target is what was decided
  if (value !== null && isRounded) return countInWords(value, time);
  return shown(value, value === null || Number.isInteger(value) ? 0 : rounding.decimals);
}

/** "14.712 đảng viên"; what was reported without names is told apart. */
export function counted(pen: Pen, value: Value, noun: string): Prose {
  const { declared, key, isUnnamed } = value;
  if (noun === '') return number(pen, value);
  if (declared === 0 || isUnnamed) return say`${number(pen, value)} ${noun}`;
  const named = (value.value ?? 0) - declared;
  // A register may live on such numbers alone: the words of the notes (notes.ts) would stand behind every one of them.
  const told =
    named === 0
      ? '*'
      : glue([
          'gồm ',
          marked(shown(named), key, 'named'),
          ' có tên trong sổ và ',
          marked(shown(declared), key, 'declared'),
          ' theo số liệu đơn vị báo cáo, không mở được danh sách',
        ]);
  return say`${number(pen, value)} ${noun} (${told})`;
}

/** The same, or nothing where there are none: for enumerations. */
export function some(pen: Pen, value: Value, noun: string): Prose | null {
  return has(value) ? counted(pen, value, noun) : null;
}

/** "41,2%" of a whole; null of nothing, and of what would be printed as 0%. The figure remembers its share. */
export function share(value: Value, whole: Value): Prose | null {
  if (value.value === null || whole.value === null) return null;
  const percent = shareOf(value.value, whole.value, value.rounding);
  if (percent === null) return null;
  value.share = percent;
  if (percent === 0 && value.value > 0) return null;
  return marked(shownPercent(percent, value.rounding.decimals), value.key, 'share');
}

/** "gồm" before parts that add up to the whole, "trong đó có" before some of it. */
export function among(whole: Value, parts: readonly Value[]): string {
  const sum = parts.reduce((total, { value }) => total + (value ?? 0), 0);
  return sum === whole.value ? 'gồm' : 'trong đó có';
}

/** The kind that is the whole: then the whole is called by its name, and no parts are told. */
export function onlyKind(whole: Value, kinds: readonly (readonly [Value, string])[]): string | null {
  return kinds.find(([{ value }]) => value === whole.value)?.[1] ?? null;
}

/** "khiển trách 82" */
export function listedAs(pen: Pen, what: string, value: Value): Prose | null {
  return has(value) ? say`${what} ${number(pen, value)}` : null;
}

/** "812 đảng viên nữ (41,2%)", or nothing where there are none. */
export function someOf(pen: Pen, value: Value, noun: string, whole: Value): Prose | null {
  if (!has(value)) return null;
  const percent = share(value, whole);
  return percent === null ? counted(pen, value, noun) : say`${counted(pen, value, noun)} (${percent})`;
}

/**
 * A complete row: "14 tổ chức cơ sở đảng hoàn thành xuất sắc nhiệm vụ, bằng 15,6%; 69 …". Rounded as a row, so that it
 * reaches 100; where the method does not see to that, a remark says so. Levels that nobody has are not told, nor that few are 0%.
 */
export function row(
  pen: Pen,
  values: readonly { value: Value; words: string }[],
  noun: string,
  name: string,
): Prose | null {
  const rounding = rowRoundingOf(pen.scene.request, values[0]?.value.figure ?? '');
  const { of, sum } = rowOfShares(
    values.map(({ value }) => value.value ?? 0),
    rounding,
  );
  if (sum !== 100 && values.some(({ value }) => has(value)))
    pen.remarks.add(`Các tỷ lệ ${name} cộng lại bằng ${shownPercent(sum, rounding.decimals)} do cách làm tròn.`);
  return list(
    values.map(({ value, words }, i) => {
      if (!has(value)) return null;
      value.share = of[i] as number;
      value.rowRounding = rounding;
      const told = say`${counted(pen, value, noun)} ${words}`;
      if (value.share === 0) return told;
      return say`${told}, bằng ${marked(shownPercent(value.share, rounding.decimals), value.key, 'share')}`;
    }),
    '; ',
  );
}
