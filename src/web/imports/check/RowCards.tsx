import type { PreviewPage, PreviewRow } from '#/exchange/intake/shapes.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { useCheckText } from './check-texts.ts';
import { type ShownColumn, shownColumns } from './columns.ts';
import { ProblemLines } from './ProblemLines.tsx';
import styles from './RowCards.module.css';
import { RowMark } from './RowMark.tsx';
import { markOf, stateOf } from './row-state.ts';
import type { Edits } from './use-edits.ts';

interface RowCardsProps {
  page: PreviewPage;
  edits: Edits;
}

/** Rows on a narrow screen: one card each, what is wrong first, all cells behind a press. */
export function RowCards({ page, edits }: RowCardsProps) {
  const say = useCheckText();
  const { language } = useLanguage();
  const columns = shownColumns(page, language);
  return (
    <ul className={styles.cards} aria-label={say('grid')}>
      {page.rows.map((row) => (
        <Card key={`${row.sheet} ${row.row}`} row={row} columns={columns} edits={edits} />
      ))}
    </ul>
  );
}

interface CardProps {
  row: PreviewRow;
  columns: readonly ShownColumn[];
  edits: Edits;
}

function Card({ row, columns, edits }: CardProps) {
  const say = useCheckText();
  const [name] = columns;
  const filled = columns.filter(({ key }) => (row.cells[key] ?? '') !== '');
  return (
    <li className={styles.card} data-skipped={markOf(row, edits) === 'skip' || undefined}>
      <RowMark row={row.row} state={stateOf(row, edits)} isLong />
      <h3 className={styles.name}>{row.cells[name?.key ?? ''] ?? ''}</h3>
      <ProblemLines row={row} columns={columns} edits={edits} label={say('problemRow', { row: row.row })} />
      <details className={styles.all}>
        <summary>{say('allCells')}</summary>
        <dl>
          {filled.map(({ key, heading, isSensitive }) => (
            <div key={key}>
              <dt>{heading}</dt>
              <dd>{isSensitive ? '•••' : row.cells[key]}</dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  );
}
