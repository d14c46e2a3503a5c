import fc from 'fast-check';
import { expect, test } from 'vitest';
import { givenBeginnings, nameKey, nameOrder } from './names.ts';

const inOrder = (names: readonly string[]) =>
  names.toSorted((a, b) => (nameOrder(a) < nameOrder(b) ? -1 : nameOrder(a) > nameOrder(b) ? 1 : 0));

test('names stand by given name, then middle names, then family name', () => {
  const names = ['Trần Bình An', 'Nguyễn Văn An', 'Lê Văn An', 'Đỗ Ánh', 'Bùi Thị Thu Hà', 'Bùi Thị Hạ', 'Ân'];
  expect(inOrder(names.toReversed())).toEqual([
    'Trần Bình An',
    'Lê Văn An',
    'Nguyễn Văn An',
    'Đỗ Ánh',
    'Ân',
    'Bùi Thị Thu Hà',
    'Bùi Thị Hạ',
  ]);
});

test('a tone of the given name weighs more than a letter of the middle name', () => {
  expect(inOrder(['Lê An Hạ', 'Lê Văn Hà'])).toEqual(['Lê Văn Hà', 'Lê An Hạ']);
});

test('tones stand as ngang, huyền, hỏi, ngã, sắc, nặng; đ after d, ư after u; what is no Vietnamese letter comes last', () => {
  const words = [
    'Ma',
    'Mà',
    'Mả',
    'Mã',
    'Má',
    'Mạ',
    'Mai',
    'Mă',
    'Mâ',
    'Mba',
    'Na',
    'Da',
    'Đa',
    'Ea',
    'Tu',
    'Tư',
    'Za',
    'Ñ',
  ];
  expect(inOrder(words.toReversed())).toEqual(['Da', 'Đa', 'Ea', ...words.slice(0, 11), 'Tu', 'Tư', 'Za', 'Ñ']);
});

const letters = [...'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ'];

test('words of one name stand as the Vietnamese collation has them, whatever the case', () => {
  const vietnamese = new Intl.Collator('vi', { sensitivity: 'accent' });
  const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      // The collation takes "gi", "qu" and others as one letter nowhere, and so do we.
      const [x, y] = [nameOrder(a.toUpperCase()), nameOrder(b)];
      expect(Math.sign(vietnamese.compare(a, b))).toBe(x < y ? -1 : x > y ? 1 : 0);
    }),
  );
});

test('a key of search has no accents, đ as d', () => {
  expect(nameKey('  Đỗ  Thị Ước ')).toBe('do thi uoc');
});

test('for every name, and every beginning of its given name without accents, one of the readings begins its order', () => {
  const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(word, word, word, fc.nat(5), (family, given, other, cut) => {
      const begins = (name: string, q: string) => givenBeginnings(q)?.some((way) => nameOrder(name).startsWith(way));
      const q = nameKey(given).slice(0, cut + 1);
      expect(begins(`${family} ${given}`, q) ?? true).toBe(true);
      const isNamed = nameKey(other).startsWith(q);
      expect(begins(`${family} ${other}`, q) ?? isNamed).toBe(isNamed);
    }),
  );
});

test('what has too many readings, or a sign of no Vietnamese name, has none', () => {
  expect(givenBeginnings('binh')).toHaveLength(1);
  expect(givenBeginnings('aaaa')).toBeNull();
  expect(givenBeginnings('ñ')).toBeNull();
});
