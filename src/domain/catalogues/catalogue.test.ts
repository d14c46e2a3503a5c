import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  catalogues,
  codeOf,
  entryOf,
  ethnicMinorities,
  followsReligion,
  fromCatalogue,
  isEthnicMinority,
} from './api.ts';

const lists = Object.values(catalogues);

test.each(lists)('in the list of $en every code and every spelling means one entry only', ({ entries, ...rest }) => {
  expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length);
  for (const { code, vi, also = [], within } of entries) {
    expect(code).toMatch(/^[a-z]+([-.][a-z]+)*$/);
    for (const spelling of [code, vi, ...also])
      expect([spelling, codeOf({ ...rest, entries }, spelling)]).toEqual([spelling, code]);
    if (within !== undefined) expect(entries.some((entry) => entry.code === within)).toBe(true);
  }
});

describe('peoples', () => {
  const { ethnicity } = catalogues;
  test('there are 54 peoples, and the two further rows of Form 4 (11-HD/BTCTW, 13/12/2021)', () => {
    expect(ethnicity.entries).toHaveLength(56);
    expect(ethnicity.entries[0]?.vi).toBe('Kinh');
    expect(ethnicity.entries[53]?.vi).toBe('Rơ-măm');
  });

  test('the Kinh are no ethnic minority, nor is foreign origin, nor what is not known', () => {
    expect(ethnicMinorities).toHaveLength(54); // 53 peoples and "dân tộc khác"
    expect(['kinh', 'foreign', null, 'nobody'].filter(isEthnicMinority)).toEqual([]);
    expect(['tay', 'khmer', 'ro-mam', 'other'].filter(isEthnicMinority)).toHaveLength(4);
  });
});

test('who follows no religion, or of whom nothing is known, does not stand in the row "Người theo tôn giáo"', () => {
  expect([followsReligion('catholicism'), followsReligion('other')]).toEqual([true, true]);
  expect([followsReligion('none'), followsReligion(null)]).toEqual([false, false]);
});

describe('a field with a list', () => {
  const people = fromCatalogue(catalogues.ethnicity);
  test('takes the code and the Vietnamese label, however it is typed, and keeps the code', () => {
    for (const text of ['e-de', 'Ê-đê', 'Ê ĐÊ', 'ê đê', 'Ê-đê'.normalize('NFD')])
      expect(people.parse(text)).toBe('e-de');
    expect(people.parse('H’Mông')).toBe('hmong');
    expect(fromCatalogue(catalogues.generalEducation).parse('12/12')).toBe('upper-secondary');
    expect(fromCatalogue(catalogues.sex).parse('Nữ')).toBe('female');
  });

  test('refuses another text with what may be written, and offers what is near', () => {
    const message = (schema: z.ZodType, text: unknown) => schema.safeParse(text).error?.issues[0]?.message;
    expect(message(people, 'Tầy')).toBe('"Tầy" is not in the list of peoples (Dân tộc). Did you mean: tay (Tày)');
    expect(message(people, 'Martian')).toMatch(
      /^"Martian" is not in the list of peoples .*Write one of: kinh \(Kinh\), .*…$/,
    );
    expect(message(people, 7)).toMatch(/expected string/);
    expect(message(people, '')).toMatch(/Write one of/);
  });

  test('shows its codes in the documents made from the schema', () => {
    const document = z.toJSONSchema(z.strictObject({ sex: fromCatalogue(catalogues.sex) }));
    expect(document.properties?.sex).toEqual({ type: 'string', enum: ['male', 'female'] });
  });
});

test('an entry is found by its code', () => {
  expect(entryOf(catalogues.occupation, 'enterprise.worker')?.within).toBe('enterprise');
  expect(entryOf(catalogues.occupation, 'enterprise.owner')).toBeNull();
});
