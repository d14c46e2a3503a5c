import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, sha256Hex } from './canonical-json.ts';

test('keys are sorted, numbers and text written as RFC 8785 wants', () => {
  expect(canonicalJson({ b: [1e21, 0.1, -0], a: 'Đảng\u0007"' })).toBe('{"a":"Đảng\\u0007\\"","b":[1e+21,0.1,0]}');
  expect(() => canonicalJson(undefined)).toThrow(TypeError);
});

test('for every value, the text reads back as the value and does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(canonicalJson(Object.fromEntries(Object.entries(value).toReversed()))).toBe(text);
    }),
  );
});

test('sha256Hex hashes text as UTF-8', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256Hex('Đ')).toBe(sha256Hex(new TextEncoder().encode('Đ')));
});
