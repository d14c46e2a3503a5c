import { compareRational, divide, parseDecimal, type Rational, round, times } from '#/kernel/figures/rounding.ts';
import { shown } from '../numbers.ts';
import type { Period } from '../period.ts';
import { difference, shownPoints } from './change.ts';
import { shownPercent } from './number-words.ts';
import type { Pen } from './pen.ts';
import { marked, type Prose, say } from './prose.ts';
import type { AppliedTarget, Value } from './value.ts';

/** "1.600 đảng viên", "từ 90% trở lên": the target itself. */
export function amount({ key, value, measure, atLeast }: AppliedTarget, noun: string): Prose {
  const whole = Number.isInteger(value) ? 0 : (String(value).split('.')[1]?.length ?? 0);
  const text = measure === 'percent' ? shownPercent(value, whole) : shown(value, whole);
  const what = say`${marked(text, key, 'value')}${measure === 'count' && noun !== '' ? ` ${noun}` : ''}`;
  return atLeast ? say`từ ${what} trở lên` : what;
}

/**
 * "đạt 106,3% chỉ tiêu (1.600 đảng viên), vượt kế hoạch năm"; of a percentage "vượt 3,1 điểm phần trăm so với chỉ tiêu (từ
 * 90% trở lên)". Null without a target. Whether it was reached is judged on exact numbers; while a target's time still
 * runs, only how far it has come is said.
 */
export function attained(pen: Pen, value: Value, noun: string): Prose | null {
  const { target, exact } = value;
  if (target === null || exact === null || target.value === 0) return null;
  const goal = parseDecimal(target.value);
  value.attainment = percentOf(exact, goal, value);
  const verdict = compareRational(exact, goal);
  const isRunning = target.period.to > pen.scene.period.to;
  if (target.measure === 'percent') {
    if (isRunning && verdict < 0 && isOfTerm(value)) return say`chỉ tiêu cả nhiệm kỳ là ${amount(target, '')}`;
    return inPoints(value, target, verdict);
  }
  const percent = marked(shownPercent(value.attainment, value.rounding.decimals), value.key, 'attainment');
  const said = say`đạt ${percent} chỉ tiêu${ofTime(target.period, isRunning)} (${amount(target, noun)})`;
  if (isRunning || verdict === 0) return said;
  const plan = pen.scene.words.length === 'year' ? 'kế hoạch năm' : 'kế hoạch';
  return say`${said}, ${verdict > 0 ? 'vượt' : 'chưa hoàn thành'} ${plan}`;
}

/** Reached bit by bit over a term, and not year by year. */
export const isOfTerm = ({ figure }: Pick<Value, 'figure'>) => figure.endsWith('-in-term');

const ofTime = ({ from, to }: Period, isRunning: boolean) =>
  isRunning && from.slice(0, 4) === to.slice(0, 4) ? ' cả năm' : '';

/** Never 100% of what was missed by a hair: then the percentage is cut off, not rounded. */
function percentOf(reached: Rational, goal: Rational, { rounding: { decimals, method } }: Value): number {
  const exact = times(divide(reached, goal), 100n);
  const percent = round(exact, decimals, method);
  return percent === 100 && compareRational(reached, goal) < 0 ? round(exact, decimals, 'truncated') : percent;
}

function inPoints(value: Value, target: AppliedTarget, verdict: -1 | 0 | 1): Prose {
  const { decimals } = value.rounding;
  const goal = amount(target, '');
  const points = difference(value.value as number, target.value, decimals);
  const shownAmount = marked(shownPoints(Math.abs(points), decimals), value.key, 'points');
  if (verdict < 0 && points >= 0) return say`chưa đạt chỉ tiêu (${goal})`;
  if (verdict < 0) return say`thấp hơn chỉ tiêu ${shownAmount} điểm phần trăm (chỉ tiêu ${goal})`;
  if (verdict > 0 && points > 0) return say`vượt chỉ tiêu ${shownAmount} điểm phần trăm (chỉ tiêu ${goal})`;
  return say`đạt chỉ tiêu (${goal})`;
}
