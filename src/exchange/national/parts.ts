import { CellFault, type CellType } from '#/exchange/tables/cell-types.ts';
import type { Cell } from '#/platform/documents/table.ts';
import type { Field } from './layout.ts';

// Several values in one cell, as the columns of the register 7-HSĐV have them.

/** A value that stood in a cell together with others, and where it goes in what the row says. */
export interface Part {
  path: readonly string[];
  value: unknown;
}

/** What stands for something that is not known where the others around it have their order. */
const dash = '–';
const isUnknown = (words: string) => /^[-–—]*$/u.test(words);

/** A value as one line of text: a line within would be taken for the next value. */
export function lineOf(cell: Exclude<Cell, null>): string {
  const words = cell instanceof Date ? cell.toISOString().slice(0, 10).split('-').toReversed().join('/') : String(cell);
  return words.replaceAll(/\s*[\r\n\v\f\u0085\u2028\u2029]+\s*/gu, '; ').trim();
}

/** Several values in one cell, one on a line, in the order of the heading; a dash for what is not known. */
export function linesText(values: readonly (string | null)[]): string | null {
  const lines = values.map((value) => (value === null || isUnknown(value) ? dash : value));
  return lines.every((line) => line === dash) ? null : lines.join('\n');
}

/**
 * Reads such a cell again, and what people write by hand: on lines or with commas, some of the values left out. Then a
 * value goes to the first field that takes it; one that could be two of them is asked about, never guessed.
 */
export function lines(fields: readonly Field[]): CellType<Part[]> {
  return {
    read: (cell) => {
      const written = cell instanceof Date ? lineOf(cell) : String(cell);
      const onLines = written.split(/[\r\n]+/).map((line) => line.trim());
      const inOrder = onLines.length === fields.length && fields.length > 1 ? inTheirOrder(onLines, fields) : null;
      return inOrder ?? byContent(onLines.length > 1 ? onLines : piecesOf(written, fields), fields);
    },
    show: (parts) => linesText(parts.map(({ value }) => String(value))),
    form: 'mỗi điều một dòng, theo thứ tự của tên cột; chưa biết thì gạch ngang',
  };
}

/** Some words of the catalogues have commas themselves: "Cao cấp, cử nhân". */
function piecesOf(written: string, fields: readonly Field[]): string[] {
  if (fields.some((field) => fits(field, written))) return [written];
  return written.split(/\s*[,;]\s*|\s+[-–]\s+/u);
}

/** Each line for its field; null when one does not fit. */
function inTheirOrder(written: readonly string[], fields: readonly Field[]): Part[] | null {
  const parts: Part[] = [];
  for (const [at, { path, type }] of fields.entries()) {
    const words = written[at] as string;
    if (isUnknown(words)) continue;
    if (!isTaken(type, words)) return null;
    parts.push({ path, value: type.read(words) });
  }
  return parts;
}

function byContent(written: readonly string[], fields: readonly Field[]): Part[] {
  const pieces = written.filter((piece) => !isUnknown(piece));
  const parts: Part[] = [];
  let left = fields;
  for (const [at, piece] of pieces.entries()) {
    const fitting = left.filter((field) => fits(field, piece));
    const field = fitting[0] ?? left.find(({ isOpen }) => isOpen);
    if (field === undefined) throw new CellFault('cell.part', `holds "${piece}", which none of its values can be`);
    const kinds = new Set(fitting.map(({ type }) => type)).size;
    const couldBeOther =
      fitting.length === 0 ? fields.some((other) => fits(other, piece)) : kinds > 1 && pieces.length - at < left.length;
    if (couldBeOther)
      throw new CellFault(
        'cell.ambiguous',
        `holds "${piece}", which can be more than one of its values; write each on a line of its own, a dash for what is not known`,
      );
    parts.push({ path: field.path, value: field.type.read(piece) });
    left = field.isOpen ? left.filter((other) => other !== field) : left.slice(left.indexOf(field) + 1);
  }
  return parts;
}

/** Whether a value is of the field by its look: of a field that takes any text, by the pattern it has. */
function fits({ type, isOpen, look }: Field, words: string): boolean {
  return look === undefined ? !isOpen && isTaken(type, words) : look.test(words);
}

function isTaken(type: CellType, words: string): boolean {
  try {
    type.read(words);
    return true;
  } catch (error) {
    if (error instanceof CellFault) return false;
    throw error;
  }
}
