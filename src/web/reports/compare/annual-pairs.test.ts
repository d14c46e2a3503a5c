import { expect, test } from 'vitest';
import type { ReportShown } from '#/reports/contract.ts';
import { annualPairs } from './annual-pairs.ts';
import { difference } from './pair.ts';

type Figure = ReportShown['figures'][number];
const figure = (name: string, value: number, more: Partial<Figure> = {}): Figure => ({
  figure: name,
  label: name,
  value,
  previous: null,
  measure: 'persons',
  ...more,
});

/** A report of a year whose one section speaks of the figures at these indexes. */
function report(year: number, figures: Figure[], told: number[]): ReportShown {
  return {
    report: 'annual',
    title: 'Báo cáo',
    unit: { code: 'U', name: 'U' },
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    knownAt: '2027-01-01T00:00:00Z',
    rounding: { method: 'half-up', decimals: 1 },
    figures,
    rows: [],
    sections: [{ number: 3, title: 'Phần ba', paragraphs: [{ text: '', figures: told, spans: [] }] }],
    notes: [],
  };
}

const ofYear = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` });

test('what one text passes over is compared all the same; what neither speaks of is left out', () => {
  const here = report(2026, [figure('members', 10), figure('died', 2), figure('unsaid', 1)], [0, 1]);
  const there = report(2025, [figure('members', 8), figure('died', 0), figure('unsaid', 1)], [0]);
  const pairs = annualPairs(here, there, { ofPeriod: '2025' });
  expect(pairs.map(({ label }) => label)).toEqual(['Phần ba', 'members', 'died']);
  expect(pairs.slice(1).map((pair) => difference(pair)?.by)).toEqual([2, 2]);
});

test('a figure of a year of its own meets that of the year before, and opens in it', () => {
  const here = report(2026, [figure('graded', 5, ofYear(2025))], [0]);
  const there = report(2025, [figure('graded', 4, ofYear(2024))], [0]);
  const [, pair] = annualPairs(here, there, { ofPeriod: '2025' });
  expect(pair?.here?.open.ofPeriod).toBe('2025-01-01..2025-12-31');
  expect(pair?.there?.open.ofPeriod).toBe('2024-01-01..2024-12-31');
  expect(pair && difference(pair)?.by).toBe(1);
});

test('arguments are named in words', () => {
  const women = figure('Đảng viên', 3, { args: { sex: 'female' }, label: 'Đảng viên (sex: female)' });
  const [, pair] = annualPairs(report(2026, [women], [0]), report(2025, [], []), {});
  expect(pair?.label).toBe('Đảng viên (giới tính: nữ)');
  expect(pair?.there).toBeNull();
});
