import type { ImportReceipt } from '#/exchange/import/import-journal.ts';
import { faultLine } from '../errors.ts';
import type { Terminal } from '../terminal.ts';
import { number } from './numbers.ts';

const shownAtMost = 50;

/** What an import did, and what it was warned of. */
export function receiptText(
  terminal: Terminal,
  receipt: ImportReceipt,
  { tenant, isDryRun }: { tenant: string; isDryRun: boolean },
): string {
  const { language, words } = terminal;
  const count = (value: number) => number(language, value);
  const { added, duplicates, file, lines, leftOut, warnings } = receipt;
  const faults = (title: string, fields: typeof warnings) =>
    fields.length === 0
      ? []
      : [
          title,
          ...fields.slice(0, shownAtMost).map((field) => faultLine(terminal, field)),
          ...(fields.length > shownAtMost ? [`  … (${count(fields.length - shownAtMost)})`] : []),
        ];
  return [
    (isDryRun ? words.import.checked : words.import.done)(count(added), file, count(lines)),
    ...(duplicates > 0 ? [words.import.duplicates(count(duplicates))] : []),
    ...faults(words.import.leftOut(count(leftOut.length)), leftOut),
    ...faults(words.import.warnings(count(warnings.length)), warnings),
    ...(isDryRun || added === 0 ? [] : [words.import.undo(tenant, receipt.import)]),
  ].join('\n');
}
