import { expect, test } from 'vitest';
import { csvLine } from './left-out-file.ts';

test('a cell of the list of rows left out never starts a formula', () => {
  for (const start of ['=', '+', '-', '@', '\t'])
    expect(csvLine([`${start}HYPERLINK("x")`]).startsWith(`"'${start}`)).toBe(true);
});

test('quotes, commas and line ends stay within their cell', () => {
  expect(csvLine(['Chi bộ "Một", xã A', 'hai\ndòng', 'thường'])).toBe('"Chi bộ ""Một"", xã A","hai\ndòng",thường\r\n');
});
