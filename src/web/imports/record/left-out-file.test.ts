import { expect, test } from 'vitest';
import { csvLine, linesOf } from './left-out-file.ts';

test('a cell of the list of rows left out never starts a formula', () => {
  for (const start of ['=', '+', '-', '@', '\t'])
    expect(csvLine([`${start}HYPERLINK("x")`]).startsWith(`"'${start}`)).toBe(true);
});

test('quotes, commas and line ends stay within their cell', () => {
  expect(csvLine(['Chi bộ "Một", xã A', 'hai\ndòng', 'thường'])).toBe('"Chi bộ ""Một"", xã A","hai\ndòng",thường\r\n');
});

test('a row that was left out is listed by its name, with what was done to it and why', () => {
  const row = {
    sheet: 'Tổ 1',
    row: 7,
    what: 'member' as const,
    mark: 'skip' as const,
    cells: { 'person.name': 'Nguyễn Văn Mẫu' },
    repaired: [],
    problems: [],
    why: [
      { vi: 'Người nhập đã bỏ dòng này.', en: 'Left out by the user.' },
      { vi: 'Không phải ngày có thật.', en: 'No day.' },
    ],
  };
  const words = { headings: [], skipped: 'Người nhập bỏ qua dòng này', language: 'vi' as const };
  expect(linesOf(row, words)).toEqual([
    'Tổ 1,7,,Nguyễn Văn Mẫu,Người nhập bỏ qua dòng này. Không phải ngày có thật.,\r\n',
  ]);
});
