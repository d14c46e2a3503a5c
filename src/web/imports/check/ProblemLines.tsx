import { EyeOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { PreviewRow } from '#/exchange/intake/shapes.ts';
import type { CellProblem } from '#/exchange/tables/plan.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { CellEditor } from './CellEditor.tsx';
import { useCheckText } from './check-texts.ts';
import type { ShownColumn } from './columns.ts';
import { EditedPlace } from './EditedPlace.tsx';
import styles from './ProblemLines.module.css';
import { ProblemRepairs } from './ProblemRepairs.tsx';
import { isSettled, markOf, placeOf } from './row-state.ts';
import { withoutRule } from './rule-of-problem.ts';
import type { Edits } from './use-edits.ts';

interface ProblemLinesProps {
  row: PreviewRow;
  columns: readonly ShownColumn[];
  edits: Edits;
  label: string;
}

/** What is wrong with a row, each with its place, its reason, and what may be done about it. */
export function ProblemLines({ row, columns, edits, label }: ProblemLinesProps) {
  const mark = markOf(row, edits);
  const rowPlace = { sheet: row.sheet, row: row.row, column: null };
  const isMarked = mark === 'skip' || mark === 'keep';
  return (
    <ul className={styles.lines} aria-label={label}>
      {row.what === 'passed' && mark !== 'skip' ? <Why row={row} /> : null}
      {mark === 'skip'
        ? null
        : row.problems.map((problem) => (
            <Line
              key={`${problem.code} ${problem.column} ${problem.message.vi}`}
              row={row}
              problem={problem}
              columns={columns}
              edits={edits}
            />
          ))}
      {isMarked ? (
        <li className={styles.line}>
          <EditedPlace
            words={mark === 'skip' ? 'skipped' : 'kept'}
            isNew={edits.of(rowPlace) !== undefined}
            takeBack={() => edits.say(rowPlace, undefined)}
          />
        </li>
      ) : null}
      {mark === 'skip' ? <Why row={row} from={1} /> : null}
    </ul>
  );
}

/** Why a row is not recorded; the first reason is that it was left out, which the line with the way back says already. */
function Why({ row, from = 0 }: { row: PreviewRow; from?: number }) {
  const { language } = useLanguage();
  return row.why.slice(from).map((reason) => (
    <li key={reason.vi} className={styles.line}>
      <span className={styles.message}>
        <span className={styles.soft}>{reason[language]}</span>
      </span>
    </li>
  ));
}

interface LineProps {
  row: PreviewRow;
  problem: CellProblem;
  columns: readonly ShownColumn[];
  edits: Edits;
}

function Line({ row, problem, columns, edits }: LineProps) {
  const say = useCheckText();
  const { language } = useLanguage();
  const [isEditing, setEditing] = useState(false);
  const { column, message, rule, isBlocking, other, value, isSensitive } = problem;
  const place = placeOf(row, problem);
  const own = columns.find(({ letters }) => column !== null && letters.includes(column));
  const isHidden = isSensitive === true || own?.isSensitive === true;
  if (column !== null && isSettled(row, problem, edits))
    return (
      <li className={styles.line}>
        <strong className={styles.place}>{`${column}${row.row}`}</strong>
        <EditedPlace
          words={isHidden ? 'editedHidden' : 'edited'}
          value={edits.of(place)?.value ?? ''}
          isNew
          takeBack={() => edits.say(place, undefined)}
        />
      </li>
    );
  const Sign = isBlocking ? WarningOutlined : EyeOutlined;
  const otherPlace = other === undefined ? '' : `${other.sheet === null ? '' : `${other.sheet}!`}${other.row}`;
  return (
    <li className={styles.line} data-blocking={isBlocking}>
      <span className={styles.sign}>
        <Sign aria-hidden />
        <span className="for-screen-readers">{say(isBlocking ? 'blocking' : 'advice')}: </span>
      </span>
      <strong className={styles.place}>{column === null ? say('wholeRow') : `${column}${row.row}`}</strong>
      <span className={styles.message}>
        {own === undefined ? null : <span className={styles.soft}>{own.heading}: </span>}
        {withoutRule(message[language], rule)}
        {rule === undefined ? null : <span className={styles.soft}> ({say('byRule', { rule })})</span>}
        {value === undefined || isHidden ? null : <span className={styles.soft}> ({say('valueNow', { value })})</span>}
        {other === undefined ? null : <span className={styles.soft}> ({say('other', { place: otherPlace })})</span>}
      </span>
      {isEditing && column !== null ? (
        <CellEditor
          row={row}
          letter={column}
          edits={edits}
          close={() => setEditing(false)}
          value={row.cells[own?.key ?? '']}
        />
      ) : (
        <ProblemRepairs
          problem={problem}
          isHidden={isHidden}
          say={(next, isAboutRow) => edits.say(isAboutRow ? { ...place, column: null } : place, next)}
        >
          {column === null ? null : (
            <Button size="small" onClick={() => setEditing(true)}>
              {say(isHidden ? 'openSensitive' : 'otherValue')}
            </Button>
          )}
        </ProblemRepairs>
      )}
    </li>
  );
}
