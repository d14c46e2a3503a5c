import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRules } from '#/kernel/rulebook/load.ts';
import { rulebook } from '#/kernel/rulebook/rulebook.ts';
import { type CapRule, capOf, capRule, capText } from './cap.ts';

const rule: CapRule = { rate: 20, base: 'good', group: 'siblings', rounding: 'down' };
const haiHau = { excellent: 14, good: 69, classified: 90, open: 0 };

const count = fc.nat({ max: 5_000 });
const grades = fc
  .record({ excellent: count, good: count, rest: count, open: count })
  .map(({ rest, ...group }) => ({ ...group, classified: group.excellent + group.good + rest }));
const rules: fc.Arbitrary<CapRule> = fc.record({
  rate: fc.nat({ max: 100 }),
  base: fc.constantFrom('good', 'good-or-above', 'classified'),
  group: fc.constantFrom('grassroots-unit', 'siblings'),
  rounding: fc.constantFrom('down', 'half-up'),
});

describe('for every group and rule', () => {
  test('as many as the cap are within it and one more is not', () => {
    fc.assert(
      // The base must not move with the count: then each can be counted on.
      fc.property(grades, rules, ({ good, ...rest }, any) => {
        const base = { ...any, base: 'good' as const };
        const { most } = capOf(base, { ...rest, good });
        expect(capOf(base, { ...rest, good, excellent: most }).isPassed).toBe(false);
        expect(capOf(base, { ...rest, good, excellent: most + 1 }).isPassed).toBe(true);
      }),
    );
  });

  test('rounded down it is the greatest whole number within the share; rounded half up the nearest, upwards at a half', () => {
    fc.assert(
      fc.property(grades, rules, (group, any) => {
        const { base, down, halfUp, most } = capOf(any, group);
        expect(100 * down <= any.rate * base && any.rate * base < 100 * (down + 1)).toBe(true);
        const distance = any.rate * base - 100 * halfUp;
        expect(-50 <= distance && distance < 50).toBe(true);
        expect(most).toBe(any.rounding === 'down' ? down : halfUp);
      }),
    );
  });

  test('nobody good or above is outside the base of the next wider cap', () => {
    fc.assert(
      fc.property(grades, fc.nat({ max: 100 }), (group, rate) => {
        const most = (base: CapRule['base']) => capOf({ ...rule, rate, base }, group).most;
        expect(most('good')).toBeLessThanOrEqual(most('good-or-above'));
        expect(most('good-or-above')).toBeLessThanOrEqual(most('classified'));
      }),
    );
  });

  test('the text holds every number that the judgement used', () => {
    fc.assert(
      fc.property(grades, rules, (group, any) => {
        const { base, most } = capOf(any, group);
        const text = capText(any, group).vi;
        expect(text).toContain(`${group.excellent} xuất sắc`);
        expect(text).toContain(`${any.rate}% của ${base} `);
        expect(text).toContain(String(most));
      }),
    );
  });
});

describe('Hải Hậu 2020: 14 of 69 good', () => {
  test('is 13,8: passed when cut, not when rounded; a fifth of good or above is 16,6', () => {
    expect(capOf(rule, haiHau)).toMatchObject({ base: 69, hundredths: 1380, most: 13, isPassed: true });
    expect(capOf({ ...rule, rounding: 'half-up' }, haiHau)).toMatchObject({ most: 14, isPassed: false });
    expect(capOf({ ...rule, base: 'good-or-above' }, haiHau)).toMatchObject({ hundredths: 1660, most: 16 });
    expect(capOf({ ...rule, base: 'classified' }, haiHau)).toMatchObject({ hundredths: 1800, most: 18 });
  });

  test('is said with its arithmetic', () => {
    expect(capText(rule, haiHau).en).toBe(
      '14 excellent; 20% of 69 good is 13.8 → at most 13 (rounded down) / 14 (halves rounded up); in the rule of this year rounded down',
    );
    expect(capText(rule, haiHau).vi).toBe(
      '14 xuất sắc; 20% của 69 tốt là 13,8 → tối đa 13 (làm tròn xuống) / 14 (làm tròn nửa lên); quy định của năm này làm tròn xuống',
    );
    expect(capText({ ...rule, exceptionRate: 25 }, { ...haiHau, open: 2 }).vi).toBe(
      '14 xuất sắc; 20% của 69 tốt là 13,8 → tối đa 13 (làm tròn xuống) / 14 (làm tròn nửa lên); quy định của năm này làm tròn xuống; nơi có kết quả nổi trội đến 25%: tối đa 17; còn 2 chưa xếp loại',
    );
  });

  test('both roundings are told only where they differ', () => {
    expect(capText(rule, { excellent: 3, good: 10, classified: 13, open: 0 }).vi).toBe(
      '3 xuất sắc; 20% của 10 tốt là 2 → tối đa 2',
    );
  });
});

test('the caps of the rulebook can be read, and begin with the grades of 2019 (21-HD/BTCTW, 18/10/2019)', async () => {
  const { rule: of, all } = rulebook(await readRules());
  const caps = all().filter(({ key }) => key.startsWith('classification.cap.'));
  expect(caps).toHaveLength(6);
  for (const { value, effect } of caps) {
    expect(capRule.safeParse(value).success).toBe(true);
    expect(effect).toBe('warn');
  }
  for (const key of ['classification.cap.members', 'classification.cap.units']) {
    const instrument = (year: number) => of(key, `${year}-12-31`)?.instrument;
    expect([2018, 2019, 2022, 2023, 2024, 2025].map(instrument)).toEqual([
      undefined,
      '21-HD/BTCTW',
      '21-HD/BTCTW',
      '124-QĐ/TW',
      '124-QĐ/TW',
      '366-QĐ/TW',
    ]);
    // Of which base 366-QĐ/TW (30/8/2025) takes its share is not certain.
    expect(of(key, '2025-12-31')?.confidence).toBe('?');
  }
});
