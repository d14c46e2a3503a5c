/** The place of a cell as people write it: Đảng viên!H15, without the quotes that a spreadsheet wants. */
export function placeInFile(cell: string): string {
  const [, sheet, rest] = /^'((?:[^']|'')*)'!(.*)$/.exec(cell) ?? [];
  return sheet === undefined ? cell : `${sheet.replaceAll("''", "'")}!${rest}`;
}
