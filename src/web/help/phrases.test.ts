import { expect, test } from 'vitest';
import { glossary } from './glossary.ts';
import { termsIn } from './phrases.ts';

const marked = (texts: string[], language: 'vi' | 'en' = 'vi') =>
  termsIn(texts, language).map((pieces) =>
    pieces.map(({ text, term }) => (term === undefined ? text : `[${text}|${term}]`)).join(''),
  );

test('the longest phrase is taken, as it is written, and each term only where it comes first', () => {
  expect(marked(['Đảng viên dự bị', 'Đảng viên nữ', 'Kết nạp đảng viên', 'Kết nạp lại'])).toEqual([
    '[Đảng viên dự bị|dang-vien-du-bi]',
    '[Đảng viên|dang-vien] nữ',
    '[Kết nạp|ket-nap] đảng viên',
    'Kết nạp lại',
  ]);
});

test('what only sounds like a term is left alone, and a word within a word', () => {
  expect(marked(['Ủy ban kiểm tra', 'Lượt kiểm tra'])).toEqual(['Ủy ban kiểm tra', '[Lượt|luot] [kiểm tra|kiem-tra]']);
  expect(marked(['Cancelled cells'], 'en')).toEqual(['Cancelled [cells|chi-bo]']);
});

test('no text is lost', () => {
  for (const text of ['', 'Tổng số', 'Chi bộ cơ sở; chi bộ (TCCSĐ).'])
    expect(
      termsIn([text], 'vi')[0]
        ?.map((piece) => piece.text)
        .join(''),
    ).toBe(text);
});

test('every term is found by its phrases in both languages', () => {
  for (const language of ['vi', 'en'] as const) {
    const found = new Set(
      Object.keys(glossary).flatMap((term) =>
        termsIn([...Object.values(glossary).map((one) => one[language])], language)
          .flat()
          .filter((piece) => piece.term === term)
          .map((piece) => piece.term),
      ),
    );
    expect(found.size, language).toBeGreaterThan(20);
  }
});
