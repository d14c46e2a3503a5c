import type { Range } from '#/platform/documents/xlsx-merges.ts';
import type { TableKind } from '../layout.ts';
import { type Match, matchHeading } from './match-heading.ts';
import { type Sample, type SampleRow, shown } from './sample.ts';

/** The heading rows of a sheet, and what each column is by them. */
export interface Headings {
  kind: TableKind;
  first: number;
  last: number;
  dataFrom: number;
  /** By position: the texts from top to bottom, merged cells filled, repeated ones once. */
  levels: string[][];
  matches: (Match | null)[];
  score: number;
}

const rowsLooked = 60;
const mostDepth = 4;
const weights = { same: 5, known: 4, alike: 2, content: 0, none: 0 };
/** Every further heading row must bring something. */
const costOfRow = 1;

/** The rows that read best as headings of this kind of table; null where none has two columns that are known. */
export function findHeadings(kind: TableKind, { rows, merges: all }: Sample): Headings | null {
  const below = rows[rowsLooked + mostDepth]?.row ?? Number.POSITIVE_INFINITY;
  const merges = all.filter(({ top }) => top < below);
  let best: Headings | null = null;
  for (let start = 0; start < Math.min(rows.length, rowsLooked); start++)
    for (let depth = 1; depth <= mostDepth && start + depth <= rows.length; depth++) {
      const block = rows.slice(start, start + depth);
      if (depth > 1 && looksLikeData(block.at(-1) as SampleRow)) break;
      const found = tryBlock(kind, block, merges);
      if (found !== null && found.score > (best?.score ?? 0)) best = found;
    }
  return best === null ? null : { ...best, dataFrom: dataFrom(best.last, rows) };
}

function tryBlock(kind: TableKind, block: readonly SampleRow[], merges: readonly Range[]): Headings | null {
  const [top, bottom] = [block[0] as SampleRow, block.at(-1) as SampleRow];
  const levels = levelsOf(block, merges);
  const matches = levels.map((texts) => matchHeading(kind, texts));
  const targets = new Map<string, number>();
  for (const match of matches)
    if (match !== null && match.target !== null && match.target !== 'ordinal')
      targets.set(match.target, Math.max(targets.get(match.target) ?? 0, weights[match.sureness]));
  if (targets.size < 2) return null;
  const score = [...targets.values()].reduce((sum, weight) => sum + weight, 0) - costOfRow * block.length;
  return { kind, first: top.row, last: bottom.row, dataFrom: bottom.row + 1, levels, matches, score };
}

/** The texts above each column. A merged cell is the heading of all columns under it. */
function levelsOf(block: readonly SampleRow[], merges: readonly Range[]): string[][] {
  const width = Math.max(...block.map(({ values }) => values.length));
  const grid = block.map(({ values }) => Array.from({ length: width }, (_, at) => shown(values[at])));
  for (const { left, right, top, bottom } of merges) {
    if (bottom < (block[0]?.row ?? 0) || top > (block.at(-1)?.row ?? 0) || left >= width) continue;
    const text = shown(block.find(({ row }) => row === top)?.values[left]);
    for (const [at, { row }] of block.entries())
      if (row >= top && row <= bottom)
        for (let column = left; column <= Math.min(right, width - 1); column++) (grid[at] as string[])[column] = text;
  }
  for (let level = 0; level < grid.length - 1; level++) spread(grid, level);
  return Array.from({ length: width }, (_, at) =>
    grid.map((texts) => texts[at] ?? '').filter((text, level, all) => text !== '' && text !== all[level - 1]),
  );
}

/** Where nothing says what is merged: a heading with headings below reaches over the empty cells beside it that have some too. */
function spread(grid: readonly string[][], level: number): void {
  const [texts, below] = [grid[level] ?? [], grid[level + 1] ?? []];
  for (let at = 1; at < texts.length; at++) {
    const isOpen = texts[at] === '' && below[at] !== '' && below[at - 1] !== '' && texts[at - 1] !== '';
    if (isOpen && below[at - 1] !== texts[at - 1]) texts[at] = texts[at - 1] ?? '';
  }
}

/** A row with a day or a long number is no heading. */
function looksLikeData({ values }: SampleRow): boolean {
  return values.some(
    (cell) =>
      cell instanceof Date ||
      (typeof cell === 'number' && cell > 1_000) ||
      /\d{4}/.test(typeof cell === 'string' ? cell : ''),
  );
}

/** Behind the headings and the row that numbers the columns: "(1) (2) (3)", "A B 1 2". */
function dataFrom(last: number, rows: readonly SampleRow[]): number {
  const next = rows.find(({ row }) => row > last);
  return next !== undefined && isNumberRow(next) ? next.row + 1 : last + 1;
}

/** A number in a column that is formatted for days: 1 to 60 are the first days of 1900. */
function dayOfExcel(cell: Date): string {
  return String(Math.round((cell.getTime() - Date.UTC(1899, 11, 31)) / 86_400_000));
}

export function isNumberRow({ values }: SampleRow): boolean {
  const marks = values
    .map((cell) => (cell instanceof Date ? dayOfExcel(cell) : shown(cell)))
    .filter((text) => text !== '');
  if (marks.length < 3) return false;
  const numbers = marks.map((mark) => /^[([]?(\d{1,3}|[A-Ea-e])[)\].]?$/.exec(mark)?.[1]);
  if (numbers.includes(undefined)) return false;
  const counted = numbers.map(Number).filter((number) => !Number.isNaN(number));
  return counted.length > 1 && counted.every((number, at) => at === 0 || number === (counted[at - 1] ?? 0) + 1);
}
