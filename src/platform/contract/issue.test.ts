import { expect, test } from 'vitest';
import { z } from 'zod';
import { wordsOf } from './issue.ts';

const wrong = (shape: z.ZodType, value: unknown) => {
  const { error } = shape.safeParse(value, { reportInput: true });
  return wordsOf(error?.issues[0] as z.core.$ZodIssue);
};

test('what is too long, too many or too small is said with its limit, in both languages', () => {
  expect(wrong(z.string().max(200), 'x'.repeat(301))).toEqual({
    message: 'At most 200 characters, this has 301.',
    vi: 'Nhiều nhất 200 ký tự, ở đây có 301.',
  });
  expect(wrong(z.array(z.string()).max(1), ['a', 'b']).vi).toBe('Nhiều nhất 1 mục, ở đây có 2.');
  expect(wrong(z.number().min(1), 0)).toEqual({ message: 'At least 1.', vi: 'Ít nhất 1.' });
  expect(wrong(z.string().min(1), '').vi).toBe('Đang để trống.');
  expect(wrong(z.enum(['a']), 'b').vi).toBeUndefined();
});
