import { expect, test } from 'vitest';
import { readTypedDay, readTypedMoment } from './read-moment.ts';

test.each(['31/12/2025', '31-12-2025', '31.12.2025', ' 31/12/2025 ', '31122025', '2025-12-31'])(
  '"%s" is typed for the last day of 2025',
  (text) => {
    expect(readTypedDay(text)).toBe('2025-12-31');
  },
);

test.each(['', '31/02/2025', '12/31/2025', '31/12/25', '9999-12-31', 'hôm nay'])('"%s" is no day', (text) => {
  expect(readTypedDay(text)).toBeNull();
});

const now = new Date('2026-11-29T16:00:00Z');

test('a moment is read in Viet Nam’s time and holds its whole minute; a day alone means its end', () => {
  expect(readTypedMoment('31/12/2025 17:30', now)).toBe('2025-12-31T10:30:59.999Z');
  expect(readTypedMoment('31/12/2025 17h30', now)).toBe('2025-12-31T10:30:59.999Z');
  expect(readTypedMoment('31/12/2025', now)).toBe('2025-12-31T16:59:59.999Z');
});

test.each(['29/11/2026 23:01', '30/11/2026', '31/12/2025 25:00', '31/12/2025 chiều', '17:30'])(
  '"%s" is refused: no moment, or one to come',
  (text) => {
    expect(readTypedMoment(text, now)).toBeNull();
  },
);
