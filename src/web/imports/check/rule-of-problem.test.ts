import { expect, test } from 'vitest';
import { withoutRule } from './rule-of-problem.ts';

test('the instrument is named once', () => {
  const message = 'Trái quy định. (The person is on probation. (01-QĐ/TW, Điều 2))';
  expect(withoutRule(message, '01-QĐ/TW, Điều 2')).toBe('Trái quy định. (The person is on probation.)');
  expect(withoutRule(message, undefined)).toBe(message);
});
