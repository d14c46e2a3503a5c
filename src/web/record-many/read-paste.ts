import { foldAccents } from '#/platform/ui/written.ts';
import { readTypedPartialDay } from '../record/form/typed.ts';
import type { SubjectKind } from './rows.ts';

/** One line of a pasted list, as far as it was understood. */
export interface PastedLine {
  /** Its number in what was pasted, from 1. */
  line: number;
  /** As it stood there, for saying which it is. */
  text: string;
  name: string;
  /** A day, month or year: 1990-05-19, 1990-05, 1990. */
  born: string | null;
  /** A code or the number of a card. */
  code: string | null;
  cell: string | null;
  /** What stands in columns headed by other fields of the kind, by field. */
  own: Readonly<Record<string, string>>;
}

/** A field that may stand in a column of its own, with what it is called. */
export interface OwnField {
  field: string;
  titles: readonly string[];
}

type Role = 'name' | 'born' | 'code' | 'cell' | 'skip' | `own:${string}`;

const number: [Role, RegExp] = ['skip', /^(stt|tt|so tt|no\.?|#)$/];

/** What columns are called, in a list of people and in one of units; the first that fits. */
const headings: Record<SubjectKind, readonly [Role, RegExp][]> = {
  person: [
    number,
    ['name', /ho va ten|ho ten|^ten$|dong chi|dang vien$|^name|full name/],
    ['born', /sinh|^born|birth/],
    ['code', /ma so|^ma\b|so the|the dang|^code|card/],
    ['cell', /chi bo|don vi|sinh hoat|^cell|^unit/],
  ],
  // A unit's own name has the words of a heading in it: only the whole heading counts.
  unit: [
    number,
    ['cell', /^((don vi|to chuc) )?(cap tren|truc thuoc|thuoc)$|^(superior|under)$/],
    ['code', /^ma( so| don vi| to chuc)?$|^code$/],
    ['name', /^ten( don vi| to chuc( dang)?)?$|^(don vi|to chuc( dang)?|chi bo|dang bo|name|unit)$/],
  ],
};

/** Reads what was pasted from a spreadsheet: columns by their headings, or else by what stands in them. */
export function readPaste(
  text: string,
  fields: readonly OwnField[] = [],
  subject: SubjectKind = 'person',
): PastedLine[] {
  const rows = text
    .split(/\r?\n/)
    .map((row, i) => ({ line: i + 1, cells: cellsOf(row) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [first, ...rest] = rows;
  if (first === undefined) return [];
  const headed = rolesByHeading(first.cells, fields, subject);
  const read = headed === null ? rows : rest;
  return read.map(({ line, cells }) => lineOf(line, cells, headed ?? cells.map(roleByContent(cells))));
}

function cellsOf(row: string): string[] {
  const separator = row.includes('\t') ? '\t' : row.includes(';') ? ';' : /\s{3,}/;
  return row.split(separator).map((cell) =>
    cell
      .normalize('NFC')
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
}

/** Null: the first row is somebody already. */
function rolesByHeading(cells: readonly string[], fields: readonly OwnField[], subject: SubjectKind): Role[] | null {
  const roles = cells.map((cell): Role => {
    const words = foldAccents(cell);
    const own = fields.find(({ titles }) => titles.some((title) => foldAccents(title) === words));
    if (own !== undefined) return `own:${own.field}`;
    return headings[subject].find(([, pattern]) => pattern.test(words))?.[0] ?? 'skip';
  });
  const isHeading = roles.some((role) => role === 'name' || role === 'code');
  return isHeading && !cells.some((cell) => readBorn(cell) !== null && cell !== '') ? roles : null;
}

function roleByContent(cells: readonly string[]): (cell: string, at: number) => Role {
  const nameAt = cells.findIndex((cell) => /^\p{L}[\p{L}'.\- ]*\s\p{L}/u.test(cell));
  return (cell, at) => {
    if (cell === '' || (at === 0 && /^\d{1,4}\.?$/.test(cell) && cells.length > 1)) return 'skip';
    if (at === nameAt) return 'name';
    if (readBorn(cell) !== null) return 'born';
    if (/^[\p{L}\d][\p{L}\d.\-/]*$/u.test(cell) && /\d/.test(cell)) return 'code';
    return at > nameAt && nameAt >= 0 ? 'cell' : 'skip';
  };
}

function lineOf(line: number, cells: readonly string[], roles: readonly Role[]): PastedLine {
  const at = (role: Role) => cells.filter((cell, i) => roles[i] === role && cell !== '').join(' ');
  const own: Record<string, string> = {};
  for (const [i, role] of roles.entries()) {
    const cell = cells[i] ?? '';
    if (role.startsWith('own:') && cell !== '') own[role.slice(4)] = cell;
  }
  return {
    line,
    text: cells.filter((cell) => cell !== '').join(' · '),
    name: at('name').replaceAll(/\s+/g, ' '),
    born: readBorn(at('born')),
    code: at('code') || null,
    cell: at('cell') || null,
    own,
  };
}

/** A year alone is a birth only within the lives of members. */
function readBorn(text: string): string | null {
  if (!/^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$|^\d{1,2}[/.-]\d{4}$|^(19|20)\d\d$|^\d{4}-\d\d-\d\d$/.test(text)) return null;
  return readTypedPartialDay(text.replaceAll('.', '/')) ?? (/^\d{4}-/.test(text) ? text : null);
}
