import fc from 'fast-check';
import { version } from 'uuid';
import { expect, test } from 'vitest';
import { derivedId, isUuid, uuidv7 } from './ids.ts';

test('new ids are version 7 and sort in the order they were made', () => {
  const ids = Array.from({ length: 10_000 }, uuidv7);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => isUuid(id) && version(id) === 7)).toBe(true);
});

test('for every list of parts, the derived id is a version 8 UUID and always the same', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (parts) => {
      const id = derivedId(...parts);
      expect(isUuid(id)).toBe(true);
      expect(version(id)).toBe(8);
      expect(derivedId(...parts)).toBe(id);
      expect(derivedId(...parts, 'x')).not.toBe(id);
    }),
  );
});

test('a derived id never changes between releases: stored ids depend on it', () => {
  expect(derivedId('T', 'file', '1')).toBe('bd619946-4ea9-8b71-83a1-d3bc37f68205');
});

test('only a UUID in lower case is a UUID', () => {
  expect([derivedId().toUpperCase(), '', 'x', null, `${derivedId()} `].some(isUuid)).toBe(false);
});
