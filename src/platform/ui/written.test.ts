import { expect, test } from 'vitest';
import {
  byGivenName,
  foldAccents,
  vietnamese,
  writeDay,
  writeDayOf,
  writeMoment,
  writeNumber,
  writePartialDay,
} from './written.ts';

test('numbers have the dot and the comma in Vietnamese, the comma and the dot in English; none is a dash', () => {
  expect(writeNumber(1701.5, 'vi')).toBe('1.701,5');
  expect(writeNumber(1701.5, 'en')).toBe('1,701.5');
  expect(writeNumber(8, 'vi', 1)).toBe('8,0');
  expect(writeNumber(null, 'vi')).toBe('–');
});

test('days and moments are written as Viet Nam writes them, in its time', () => {
  expect(writeDay('2025-12-31')).toBe('31/12/2025');
  expect(['1975-05-01', '1975-05', '1975'].map(writePartialDay)).toEqual(['01/05/1975', '05/1975', '1975']);
  expect(writeMoment('2025-12-31T17:30:00.123456Z')).toBe('01/01/2026 00:30');
  expect(['2025-12-31T16:59:59Z', '2025-12-31T17:00:00Z'].map(writeDayOf)).toEqual(['31/12/2025', '01/01/2026']);
});

test('people stand in the order of their given names, then of the rest', () => {
  const people = ['Trần Văn Đức', 'Lê Thị Ánh', 'Đỗ Anh', 'Bùi Văn Đức', 'Nguyễn Dung'];
  const ordered = people.toSorted((a, b) => vietnamese.compare(byGivenName(a), byGivenName(b)));
  expect(ordered).toEqual(['Đỗ Anh', 'Lê Thị Ánh', 'Nguyễn Dung', 'Bùi Văn Đức', 'Trần Văn Đức']);
});

test('accents and case do not matter in a search, whatever form the letters come in', () => {
  expect(foldAccents('Đảng bộ phường Sông Mới'.normalize('NFD'))).toBe('dang bo phuong song moi');
});
