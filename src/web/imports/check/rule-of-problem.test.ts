import { expect, test } from 'vitest';
import { withoutRule } from './rule-of-problem.ts';

test('the instrument is named once', () => {
  const message = 'Còn là đảng viên dự bị. (01-QĐ/TW, Điều 2)';
  expect(withoutRule(message, '01-QĐ/TW, Điều 2')).toBe('Còn là đảng viên dự bị.');
  expect(withoutRule(message, undefined)).toBe(message);
});
