import { z } from 'zod';

/**
 * The cap on "excellent" as the rulebook of a year puts it. `rate` and `exceptionRate` are per cent; `base` is what they are
 * taken of; `group` says within which organisations they hold:
 * `grassroots-unit` the members of one grassroots organisation, `siblings` the organisations under one superior that are
 * of one level (bodies and cells of the grassroots together).
 */
export const capRule = z.strictObject({
  rate: z.int().min(0).max(100),
  base: z.enum(['good', 'good-or-above', 'classified']),
  group: z.enum(['grassroots-unit', 'siblings']),
  rounding: z.enum(['down', 'half-up']),
  exceptionRate: z.int().min(0).max(100).optional(),
});
export type CapRule = z.infer<typeof capRule>;

/** How a group was graded for a year; `open` are those who have neither a level nor a reason why not. */
export interface Grades {
  excellent: number;
  good: number;
  classified: number;
  open: number;
}

export interface Cap {
  /** What the rate is taken of. */
  base: number;
  /** rate × base ÷ 100, in hundredths: rates are whole per cent, so this is exact. */
  hundredths: number;
  /** As many may be excellent, rounded either way. */
  down: number;
  halfUp: number;
  /** As many by the rule's own rounding. */
  most: number;
  /** As many by the rate for outstanding results, where the rule has one. */
  exceptionally: number | null;
  isPassed: boolean;
}

/** The cap of a group, in whole numbers: no share that is exactly a whole number is missed by a binary fraction. */
export function capOf(rule: CapRule, { excellent, good, classified }: Grades): Cap {
  const base = { good, 'good-or-above': good + excellent, classified }[rule.base];
  const hundredths = rule.rate * base;
  const down = Math.floor(hundredths / 100);
  const halfUp = Math.floor((hundredths + 50) / 100);
  const round = (rate: number) => Math.floor((rate * base + (rule.rounding === 'down' ? 0 : 50)) / 100);
  const most = round(rule.rate);
  const exceptionally = rule.exceptionRate === undefined ? null : round(rule.exceptionRate);
  return { base, hundredths, down, halfUp, most, exceptionally, isPassed: excellent > most };
}

const baseWords = { good: 'tốt', 'good-or-above': 'tốt trở lên', classified: 'được xếp loại' };
const roundingWords = { down: 'làm tròn xuống', 'half-up': 'làm tròn nửa lên' };

/** "14 xuất sắc; 20% của 69 tốt là 13,8 → tối đa 13 (làm tròn xuống) / 14 (làm tròn nửa lên)", and what else bears on it. */
export function capText(rule: CapRule, grades: Grades): string {
  const { base, hundredths, down, halfUp, most, exceptionally } = capOf(rule, grades);
  const exact = String(hundredths / 100).replace('.', ',');
  // Where both ways give one number there is nothing to choose.
  const isOne = down === halfUp;
  const both = `${down} (${roundingWords.down}) / ${halfUp} (${roundingWords['half-up']})`;
  const parts = [
    `${grades.excellent} xuất sắc`,
    `${rule.rate}% của ${base} ${baseWords[rule.base]} là ${exact} → tối đa ${isOne ? down : both}`,
    ...(isOne ? [] : [`quy định của năm này ${roundingWords[rule.rounding]}`]),
    ...(exceptionally !== null && exceptionally > most
      ? [`nơi có kết quả nổi trội đến ${rule.exceptionRate}%: tối đa ${exceptionally}`]
      : []),
    ...(grades.open > 0 ? [`còn ${grades.open} chưa xếp loại`] : []),
  ];
  return parts.join('; ');
}
