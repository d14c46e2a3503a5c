import type { Bilingual } from '#/kernel/journal/kind.ts';
import type { SheetPlan } from '../plan.ts';
import { plainWords } from '../planned/spellings.ts';
import type { ProposedSheet } from './propose-sheet.ts';
import { type Sample, shown } from './sample.ts';

const why: Bilingual = {
  vi: 'Những người trong trang này đã có ở trang khác của tệp.',
  en: 'The people of this sheet stand on other sheets of the file too.',
};

/** With fewer people nothing can be said. */
const fewest = 3;

const isRead = ({ plan, who }: ProposedSheet) => plan.use === 'members' && who.size >= fewest;

function isWithin(some: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return [...some].filter((one) => whole.has(one)).length >= 0.9 * some.size;
}

/** Of sheets that repeat each other one is read: the one that tells the cells, else the parts. */
export function leaveOutRepeated(sheets: readonly ProposedSheet[]): void {
  for (const sheet of sheets.filter(isRead).toSorted((a, b) => b.who.size - a.who.size)) {
    const others = sheets.filter((other) => other !== sheet && isRead(other));
    if (!isRead(sheet) || !isWithin(sheet.who, new Set(others.flatMap(({ who }) => [...who])))) continue;
    const touching = others.filter(({ who }) => [...who].some((one) => sheet.who.has(one)));
    const isWhole = touching.every(({ who }) => isWithin(who, sheet.who));
    for (const { plan, finding } of isWhole && tellsCells(sheet.plan) ? touching : [sheet]) {
      Object.assign(plan, { use: 'none', why });
      Object.assign(finding, { use: 'none', why });
    }
  }
}

/** Whether columns or group rows of the sheet say which cell somebody belongs to. */
export function tellsCells({ cellFromGroups, columns }: SheetPlan): boolean {
  return cellFromGroups === true || columns.some(({ target }) => target === 'cell' || target === 'cell.name');
}

/** The people of the first rows, by name and birth. */
export function whoIn({ rows }: Sample, { dataFrom, columns }: SheetPlan): ReadonlySet<string> {
  const told = columns.filter(({ target }) => /^(person\.(name|born)|name\.|mark\.person\.sex)/.test(target ?? ''));
  const people = rows
    .filter(({ row }) => row >= dataFrom)
    .map(({ values }) => told.map(({ at }) => plainWords(shown(values[at]))).filter((text) => text.length > 1));
  return new Set(people.filter((parts) => parts.length > 1).map((parts) => parts.join(' ')));
}
