import { expect, test } from 'vitest';
import { samePeriodLastYear } from './period.ts';

test.each([
  ['2024-01-01', '2024-12-31', '2023-01-01', '2023-12-31'],
  ['2025-01-01', '2025-06-30', '2024-01-01', '2024-06-30'],
  ['2024-02-01', '2024-02-29', '2023-02-01', '2023-02-28'],
  ['2025-02-01', '2025-02-28', '2024-02-01', '2024-02-29'],
  ['2024-02-29', '2024-03-14', '2023-02-28', '2023-03-14'],
])('the year before %s to %s is %s to %s', (from, to, before, end) => {
  expect(samePeriodLastYear({ from, to })).toEqual({ from: before, to: end });
});
