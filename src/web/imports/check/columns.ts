import type { PreviewPage } from '#/exchange/intake/shapes.ts';
import type { Language } from '#/platform/i18n/texts.ts';
import { targetLabel } from '../read/targets.ts';

/** A column of the preview; `letter`: the one column of the file whose cells can be written over. */
export interface ShownColumn {
  key: string;
  heading: string;
  letters: readonly string[];
  letter: string | null;
  isSensitive: boolean;
}

const names = new Set(['person.name', 'unit.name', 'kind']);

/** The columns of a page, with the one that names a row first. The template's headings are Vietnamese. */
export function shownColumns({ columns, rows }: PreviewPage, language: Language): ShownColumn[] {
  const use = rows[0]?.what === 'unit' ? 'units' : 'members';
  const all = columns.map((column): ShownColumn => {
    const [letter = null, second] = column.letters;
    const label = language === 'vi' ? column.key : targetLabel(use, column.key, language);
    const heading = label === column.key ? column.heading : label;
    return { ...column, heading, letter: second === undefined ? letter : null };
  });
  return all.toSorted((a, b) => Number(names.has(b.key)) - Number(names.has(a.key)));
}
