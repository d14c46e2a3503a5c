import { expect, test } from 'vitest';
import { placeInFile } from './place-in-file.ts';

test('a place is written without the quotes of a spreadsheet', () => {
  expect(placeInFile("'Đảng viên'!H15")).toBe('Đảng viên!H15');
  expect(placeInFile("'Chi bộ ''Một'''!15:15")).toBe("Chi bộ 'Một'!15:15");
  expect(placeInFile('H15')).toBe('H15');
});
