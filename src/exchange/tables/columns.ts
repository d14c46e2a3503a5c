import { isSealed } from '#/kernel/journal/sensitive.ts';
import type { Cell } from '#/platform/documents/table.ts';
import { type CellType, mask } from './cell-types.ts';

/** One column of our template: a heading, the field of the act behind it, and how the value stands in a cell. */
export interface Column {
  heading: string;
  /** Other spellings of the heading. */
  also?: readonly string[];
  /** Where the value lies in what a row says (see Draft). */
  path: readonly string[];
  type: CellType;
  meaning: string;
  isRequired?: boolean;
  /** The value stands in the journal by reference only, and is masked in what is exported. */
  isSensitive?: boolean;
  /** Several values stand in a cell: its type reads a list of { path, value }. */
  holdsParts?: boolean;
}

/** What a row says, as a tree of fields: an act in the making, or a member as the register knows them. */
export interface Draft {
  [field: string]: unknown;
}

export function column<V>(
  heading: string,
  path: readonly string[],
  type: CellType<V>,
  meaning: string,
  more: Partial<Pick<Column, 'also' | 'isRequired' | 'isSensitive'>> = {},
): Column {
  return { heading, path, type: type as CellType, meaning, ...more };
}

export function put(draft: Draft, path: readonly string[], value: unknown): void {
  let node = draft;
  for (const step of path.slice(0, -1)) {
    node[step] ??= {};
    node = node[step] as Draft;
  }
  node[path.at(-1) as string] = value;
}

export function take(draft: Draft, path: readonly string[]): unknown {
  let node: unknown = draft;
  for (const step of path) node = (node as Draft | undefined)?.[step];
  return node;
}

/** The field of the act that faults of this column speak of. */
export function fieldOf({ path }: Column): string {
  return path[0] === 'cards' ? 'person.cards' : path.join('.');
}

/** The cell of a column in the row of a draft; a sensitive value that was not revealed is shown as there, no more. */
export function cellOf({ path, type, isSensitive }: Column, draft: Draft): Cell {
  // A sensitive value is one as a whole: which parts of an address it has is not told either.
  if (isSensitive && isSealed(take(draft, path.slice(0, 2)))) return mask;
  const value = take(draft, path);
  return value === undefined || value === null ? null : type.show(value);
}

/** A heading without what does not matter: case, blanks, the star of what is required. */
export function plainHeading(heading: string): string {
  return heading
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/\s+/gu, ' ')
    .replace(/\s*(\(\*\)|\*)\s*$/, '')
    .trim();
}
