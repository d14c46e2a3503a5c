import { expect, test } from 'vitest';
import { codeHash, newCode } from './secrets.ts';

test('a code is four groups of four without letters that look like others, and no two are the same', () => {
  const codes = Array.from({ length: 500 }, newCode);
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(new Set(codes).size).toBe(codes.length);
});

test('a code is the same however it is typed: small, without dashes, with O for 0 and l for 1', () => {
  const hash = codeHash('10AB-CDEF-GH10-2345');
  for (const typed of ['10abcdefgh102345', ' 10ab cdef gh10 2345 ', 'lOAB-CDEF-GHiO-2345'])
    expect(codeHash(typed)).toBe(hash);
  expect(codeHash('10AB-CDEF-GH10-2346')).not.toBe(hash);
});
