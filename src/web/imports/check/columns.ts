import type { PreviewPage } from '#/exchange/intake/shapes.ts';

/** A column of the preview; `letter`: the one column of the file whose cells can be written over. */
export interface ShownColumn {
  key: string;
  heading: string;
  letters: readonly string[];
  letter: string | null;
  isSensitive: boolean;
}

const names = new Set(['person.name', 'unit.name', 'kind']);

/** The columns of a page, with the one that names a row first. */
export function shownColumns({ columns }: PreviewPage): ShownColumn[] {
  const all = columns.map((column): ShownColumn => {
    const [letter = null, second] = column.letters;
    return { ...column, letter: second === undefined ? letter : null };
  });
  return all.toSorted((a, b) => Number(names.has(b.key)) - Number(names.has(a.key)));
}
