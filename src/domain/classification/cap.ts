import { z } from 'zod';
import type { Bilingual } from '#/kernel/journal/kind.ts';

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

const baseWords = {
  good: { vi: 'tốt', en: 'good' },
  'good-or-above': { vi: 'tốt trở lên', en: 'good or above' },
  classified: { vi: 'được xếp loại', en: 'classified' },
};
const roundingWords = {
  down: { vi: 'làm tròn xuống', en: 'rounded down' },
  'half-up': { vi: 'làm tròn nửa lên', en: 'halves rounded up' },
};

/** "14 xuất sắc; 20% của 69 tốt là 13,8 → tối đa 13 (làm tròn xuống) / 14 (làm tròn nửa lên)", and what else bears on it. */
export function capText(rule: CapRule, grades: Grades): Bilingual {
  const { base, hundredths, down, halfUp, most, exceptionally } = capOf(rule, grades);
  const exact = String(hundredths / 100);
  // Where both ways give one number there is nothing to choose.
  const isOne = down === halfUp;
  const [by, word] = [roundingWords[rule.rounding], baseWords[rule.base]];
  const both = (language: 'vi' | 'en') =>
    `${down} (${roundingWords.down[language]}) / ${halfUp} (${roundingWords['half-up'][language]})`;
  const parts: Bilingual[] = [
    { vi: `${grades.excellent} xuất sắc`, en: `${grades.excellent} excellent` },
    {
      vi: `${rule.rate}% của ${base} ${word.vi} là ${exact.replace('.', ',')} → tối đa ${isOne ? down : both('vi')}`,
      en: `${rule.rate}% of ${base} ${word.en} is ${exact} → at most ${isOne ? down : both('en')}`,
    },
  ];
  if (!isOne) parts.push({ vi: `quy định của năm này ${by.vi}`, en: `in the rule of this year ${by.en}` });
  if (exceptionally !== null && exceptionally > most)
    parts.push({
      vi: `nơi có kết quả nổi trội đến ${rule.exceptionRate}%: tối đa ${exceptionally}`,
      en: `up to ${rule.exceptionRate}% where results are outstanding: at most ${exceptionally}`,
    });
  if (grades.open > 0) parts.push({ vi: `còn ${grades.open} chưa xếp loại`, en: `${grades.open} not yet classified` });
  return { vi: parts.map(({ vi }) => vi).join('; '), en: parts.map(({ en }) => en).join('; ') };
}
