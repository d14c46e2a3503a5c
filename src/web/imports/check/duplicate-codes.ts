// Which problems are about whole rows. A citizen id or a code belongs to one person: the server refuses "another person".

const unique = new Set(['duplicate.citizen-id', 'duplicate.code']);
const inFile = new Set(['cell.twice', 'row.twice']);

/** Whether the clerk may say that it is another person all the same. */
export function isKeepable(code: string): boolean {
  return inFile.has(code) || (code.startsWith('duplicate.') && !unique.has(code));
}

/** Whether the proposed repair leaves the row out. */
export function isAboutRows(code: string): boolean {
  return inFile.has(code) || code.startsWith('duplicate.');
}
