import { type KeyboardEvent, useRef, useState } from 'react';
import type { PreviewPage, PreviewRow } from '#/exchange/intake/shapes.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { CellEditor } from './CellEditor.tsx';
import { useCheckText } from './check-texts.ts';
import { type ShownColumn, shownColumns } from './columns.ts';
import { GridCell } from './GridCell.tsx';
import { walkGrid } from './grid-keys.ts';
import { ProblemLines } from './ProblemLines.tsx';
import styles from './RowGrid.module.css';
import { RowMark } from './RowMark.tsx';
import { markOf, stateOf } from './row-state.ts';
import type { Edits } from './use-edits.ts';

interface RowGridProps {
  page: PreviewPage;
  edits: Edits;
}

/** Which cell is written over, by row and the letters of its column. */
interface Editing {
  row: number;
  column: string;
}

/** Rows as a spreadsheet shows them: walked by arrows, written over in place; under a row what is wrong with it. */
export function RowGrid({ page, edits }: RowGridProps) {
  const say = useCheckText();
  const { language } = useLanguage();
  const table = useRef<HTMLTableElement>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const columns = shownColumns(page, language);
  const press = (event: KeyboardEvent) => {
    if (editing !== null || table.current === null) return;
    walkGrid(event, table.current);
  };
  return (
    <>
      <p className={styles.hint}>{say('gridHint')}</p>
      <div className={styles.scroll}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells have the keyboard */}
        <table ref={table} role="grid" aria-label={say('grid')} className={styles.grid} onKeyDown={press}>
          <thead>
            <tr>
              <th scope="col" className={styles.number}>
                {say('row')}
              </th>
              {columns.map(({ key, heading, letters }, at) => (
                <th key={key} scope="col" className={at === 0 ? styles.name : undefined}>
                  {heading}
                  {letters.length === 0 ? null : <span className={styles.letters}>{letters.join(', ')}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row, at) => (
              <Row
                key={`${row.sheet} ${row.row}`}
                row={row}
                columns={columns}
                edits={edits}
                isFirst={at === 0}
                editing={editing?.row === row.row ? editing.column : null}
                edit={(column) => setEditing(column === null ? null : { row: row.row, column })}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface RowProps {
  row: PreviewRow;
  columns: readonly ShownColumn[];
  edits: Edits;
  isFirst: boolean;
  editing: string | null;
  edit: (column: string | null) => void;
}

function Row({ row, columns, edits, isFirst, editing, edit }: RowProps) {
  const say = useCheckText();
  const state = stateOf(row, edits);
  const isSkipped = markOf(row, edits) === 'skip';
  const hasLines = row.problems.length > 0 || row.mark !== undefined || isSkipped;
  return (
    <>
      <tr data-skipped={isSkipped || undefined}>
        <th scope="row" className={styles.number}>
          <RowMark row={row.row} state={state} />
        </th>
        {columns.map((column, at) => (
          <GridCell
            key={column.key}
            row={row}
            column={column}
            edits={edits}
            place={{ isName: at === 0, isTabStop: isFirst && at === 0 }}
            open={() => edit(column.letter)}
            editor={
              editing !== null && editing === column.letter ? (
                <CellEditor row={row} letter={column.letter} edits={edits} close={() => edit(null)} />
              ) : null
            }
          />
        ))}
      </tr>
      {hasLines ? (
        <tr className={styles.lines}>
          <td colSpan={columns.length + 1}>
            <div className={styles.stuck}>
              <ProblemLines row={row} columns={columns} edits={edits} label={say('problemRow', { row: row.row })} />
            </div>
          </td>
        </tr>
      ) : null}
    </>
  );
}
