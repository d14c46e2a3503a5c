import { listImportRows } from '#/exchange/intake/contract.ts';
import type { PreviewRow } from '#/exchange/intake/shapes.ts';
import type { Language } from '#/platform/i18n/texts.ts';
import { ask } from '../../ask.ts';
import { placeInFile } from '../place-in-file.ts';

export interface LeftOutWords {
  headings: readonly string[];
  skipped: string;
  language: Language;
}

interface Asked {
  id: string;
  sheets: readonly (string | null)[];
  words: LeftOutWords;
  progress: (rows: number) => void;
}

/** Rows that will not be recorded, as a CSV file that Excel opens: one line for each reason. Sensitive values are not in it. */
export async function leftOutFile({ id, sheets, words, progress }: Asked): Promise<Blob> {
  const lines = [csvLine(words.headings)];
  let count = 0;
  for (const sheet of sheets)
    for (let after: number | null = 0; after !== null; ) {
      const input = { id, after, limit: 200, only: 'problems' as const, ...(sheet === null ? {} : { sheet }) };
      const page: { rows: PreviewRow[]; next: number | null } = await ask(listImportRows, input);
      for (const row of page.rows) {
        const own = linesOf(row, words);
        if (own.length > 0) count += 1;
        lines.push(...own);
      }
      progress(count);
      after = page.next;
    }
  return new Blob(['\uFEFF', ...lines], { type: 'text/csv;charset=utf-8' });
}

export function linesOf(row: PreviewRow, { skipped, language }: LeftOutWords): string[] {
  const name = row.cells['person.name'] ?? row.cells['unit.name'] ?? '';
  const at = [row.sheet ?? '', String(row.row)];
  if (row.mark === 'skip') {
    // What the user did, then why.
    const why = row.why.slice(1).map((reason) => reason[language]);
    return [csvLine([...at, '', name, [`${skipped}.`, ...why].join(' '), ''])];
  }
  return row.problems
    .filter(({ isBlocking }) => isBlocking)
    .map(({ cell, message, repair, isSensitive }) => {
      const proposal = isSensitive === true ? '' : (repair?.value ?? '');
      return csvLine([...at, cell === null ? '' : placeInFile(cell), name, message[language], proposal]);
    });
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** A cell never starts a formula when a spreadsheet opens the file. */
function csvCell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Lets the browser save a file that the page has made. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
