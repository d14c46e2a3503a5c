import { targetOf } from './columns.ts';
import { type LayoutColumn, type NationalLayout, wholeHeading } from './layout.ts';
import { nationalLayouts } from './layouts.ts';

export interface LayoutMatch {
  target: string;
  /** Named as the layout names it, or known by its place between two that are. */
  sureness: 'same' | 'alike';
}

const leastShare = 0.5;

/**
 * The national list whose headings these are, as what each column is; null where it is none. Some headings say little by
 * themselves ("ID", "Ghi chú"): only among the others of their list are they taken for what they are there.
 */
export function layoutOf(
  headings: readonly string[],
  words: (heading: string) => string,
): (LayoutMatch | null)[] | null {
  const written = headings.map(words);
  for (const layout of nationalLayouts)
    for (const { columns } of layout.versions.toReversed()) {
      const byWords = new Map(columns.map((column) => [words(wholeHeading(column)), column]));
      const found = written.map((heading) => byWords.get(heading) ?? null);
      const count = found.filter((column) => column !== null).length;
      if (count >= columns.length * leastShare) return matches(layout, columns, found);
    }
  return null;
}

function matches(
  layout: NationalLayout,
  columns: readonly LayoutColumn[],
  found: readonly (LayoutColumn | null)[],
): (LayoutMatch | null)[] {
  return found.map((column, at) => {
    if (column !== null) return { target: targetOf(layout, column), sureness: 'same' };
    const [before, after] = [found[at - 1]?.no, found[at + 1]?.no];
    const between = columns.find(({ no }) => no - 1 === before && (no + 1 === after || no === columns.length));
    return between === undefined ? null : { target: targetOf(layout, between), sureness: 'alike' };
  });
}
