import { rational, round } from '#/kernel/figures/rounding.ts';
import { shown } from '../numbers.ts';
import { shownPercent } from './number-words.ts';
import type { Pen } from './pen.ts';
import { list, marked, type Prose, say } from './prose.ts';
import type { Value } from './value.ts';

// Of these nothing is nothing. Other work that is not in the register of a year may have been done all the same: to say
// that it rose from nothing, or fell to nothing, would be to deny what was only not recorded.
const alwaysRecorded = new Set([
  'members',
  'admissions',
  'official-recognitions',
  'grassroots-units',
  'subordinate-cells',
]);

const isKnown = ({ figure, value, previous }: Value) =>
  value !== null && previous !== null && ((value > 0 && previous > 0) || alwaysRecorded.has(figure));

/**
 * "tăng 120 đảng viên (7,6%) so với năm 2019"; of percentages "tăng 1,2 điểm phần trăm so với năm 2019". Null where
 * nothing is known of one of the years, and where there was nothing then and is nothing now.
 */
export function change(pen: Pen, value: Value, noun: string, before = pen.scene.words.before): Prose | null {
  if (value.value === null || value.previous === null) return null;
  if (value.measure === 'percent') return pointsOf(value, before);
  if (!isKnown(value)) return null;
  const moved = movedBy(value, noun, before);
  if (moved === null || value.value === value.previous || value.previous === 0) return moved;
  return say`${moved} so với ${before}`;
}

/** "tăng 5 lượt tổ chức đảng (4%), giảm 2 lượt đảng viên (1,5%) so với năm 2019": several at once. */
export function changes(pen: Pen, all: readonly (readonly [Value, string])[]): Prose | null {
  const { before } = pen.scene.words;
  const known = all.filter(([value]) => isKnown(value) && (value.value as number) + (value.previous as number) > 0);
  if (known.some(([{ value, previous }]) => previous === 0 || previous === value))
    return list(known.map(([value, noun]) => change(pen, value, noun)));
  const moved = list(known.map(([value, noun]) => movedBy(value, noun, before)));
  return moved && say`${moved} so với ${before}`;
}

/** How far, without saying since when where that is said behind. */
function movedBy(value: Value, noun: string, before: string): Prose | null {
  if (value.value === null || value.previous === null) return null;
  const difference = value.value - value.previous;
  if (difference === 0) {
    if (value.value === 0) return null;
    return say`${value.time === 'stock' ? 'không thay đổi so với' : 'bằng'} ${before}`;
  }
  if (value.previous === 0)
    return say`tăng ${marked(shown(difference), value.key, 'change')} ${noun} so với ${before} (${before} không có)`;
  const moved = marked(shown(Math.abs(difference)), value.key, 'change');
  return say`${difference > 0 ? 'tăng' : 'giảm'} ${moved} ${noun}${percentOf(value, difference)}`;
}

/** " (7,6%)"; a change that rounds to nothing has no percentage. */
function percentOf({ key, previous, rounding }: Value, difference: number): Prose | null {
  const percent = round(rational(Math.abs(difference) * 100, previous as number), rounding.decimals, rounding.method);
  if (percent === 0) return null;
  return say` (${marked(shownPercent(percent, rounding.decimals), key, 'change-percent')})`;
}

/** The difference of the two percentages as they are printed: whoever subtracts them on paper finds the same. */
function pointsOf({ key, value, previous, rounding: { decimals } }: Value, before: string): Prose {
  const points = difference(value as number, previous as number, decimals);
  if (points === 0) return say`bằng ${before}`;
  const amount = marked(shownPoints(Math.abs(points), decimals), key, 'points');
  return say`${points > 0 ? 'tăng' : 'giảm'} ${amount} điểm phần trăm so với ${before}`;
}

/** Of two numbers with so many decimals, without the dust of binary fractions. */
export function difference(a: number, b: number, decimals: number): number {
  const scale = 10 ** decimals;
  return (Math.round(a * scale) - Math.round(b * scale)) / scale;
}

export function shownPoints(points: number, decimals: number): string {
  return shown(points, Number.isInteger(points) ? 0 : decimals);
}
