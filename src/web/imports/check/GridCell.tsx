import type { ReactNode } from 'react';
import type { PreviewRow } from '#/exchange/intake/shapes.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { useCheckText } from './check-texts.ts';
import type { ShownColumn } from './columns.ts';
import styles from './RowGrid.module.css';
import { isSettled } from './row-state.ts';
import type { Edits } from './use-edits.ts';

interface GridCellProps {
  row: PreviewRow;
  column: ShownColumn;
  edits: Edits;
  /** `isTabStop`: the one that Tab reaches before the arrows have walked. */
  place: { isName: boolean; isTabStop: boolean };
  open: () => void;
  editor: ReactNode;
}

/** A value as it will be recorded: marked where something is wrong, masked where it is sensitive. */
export function GridCell({ row, column, edits, place, open, editor }: GridCellProps) {
  const say = useCheckText();
  const { language } = useLanguage();
  const problems = row.problems.filter((problem) => problem.column !== null && column.letters.includes(problem.column));
  const openProblems = problems.filter((problem) => !isSettled(row, problem, edits));
  const state = openProblems.some(({ isBlocking }) => isBlocking)
    ? 'blocked'
    : openProblems.length > 0
      ? 'look'
      : isWritten(row, column, edits)
        ? 'edited'
        : undefined;
  const text = shownValue(row, column, edits, say('hidden'));
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid a td is a gridcell
    <td
      data-cell
      data-state={state}
      tabIndex={place.isTabStop ? 0 : -1}
      className={place.isName ? styles.name : undefined}
      aria-invalid={state === 'blocked' || undefined}
      aria-readonly={column.letter === null}
      onDoubleClick={column.letter === null ? undefined : open}
    >
      {editor ?? (
        <span className={styles.value} title={column.isSensitive ? undefined : text.plain}>
          {text.shown}
        </span>
      )}
      {openProblems.length === 0 ? null : (
        <span className="for-screen-readers"> {openProblems.map(({ message }) => message[language]).join(' ')}</span>
      )}
    </td>
  );
}

function isWritten(row: PreviewRow, { letter }: ShownColumn, edits: Edits): boolean {
  if (letter === null) return false;
  const edit = edits.of({ sheet: row.sheet, row: row.row, column: letter });
  return edit === undefined ? row.repaired.includes(letter) : edit.value !== undefined;
}

/** What stands in a cell: what the clerk wrote, what will be recorded, or what could not be read. */
function shownValue(row: PreviewRow, { key, letter, letters, isSensitive }: ShownColumn, edits: Edits, hidden: string) {
  const edit = letter === null ? undefined : edits.of({ sheet: row.sheet, row: row.row, column: letter });
  const unread = row.problems.find(({ column }) => column !== null && letters.includes(column))?.value;
  const plain = edit?.value ?? row.cells[key] ?? unread ?? '';
  if (!isSensitive || plain === '') return { plain, shown: plain };
  return {
    plain,
    shown: (
      <>
        <span aria-hidden>•••</span>
        <span className="for-screen-readers">{hidden}</span>
      </>
    ),
  };
}
