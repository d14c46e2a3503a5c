import { expect, test } from 'vitest';
import { monthsOf, nextRound, spansOf } from './spans.ts';

test('a day is held against the same span of the year before; a month that ends ends there too', () => {
  expect(spansOf('2026-11-30')).toMatchObject({
    year: { from: '2026-01-01', to: '2026-11-30' },
    before: { from: '2025-01-01', to: '2025-11-30' },
    lastYear: { from: '2025-01-01', to: '2025-12-31' },
    lastMonth: { from: '2026-10-01', to: '2026-10-31' },
  });
  expect(spansOf('2024-02-29').before.to).toBe('2023-02-28');
  expect(monthsOf(spansOf('2024-02-10')).at(-1)).toEqual({ from: '2024-02-01', to: '2024-02-29' });
});

test('the next round of badges honours those of the months since the round before', () => {
  expect(nextRound('2026-11-30')).toEqual({ on: '2027-02-03', honours: { from: '2026-12-01', to: '2027-02-28' } });
  expect(nextRound('2026-05-19')).toEqual({ on: '2026-05-19', honours: { from: '2026-03-01', to: '2026-05-31' } });
  expect(nextRound('2026-05-20').on).toBe('2026-09-02');
  expect(nextRound('2026-01-01')).toEqual({ on: '2026-02-03', honours: { from: '2025-12-01', to: '2026-02-28' } });
});
