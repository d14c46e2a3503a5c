import { Button } from 'antd';
import { useState } from 'react';
import type { CellProblem } from '#/exchange/tables/plan.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { placeInFile } from '../place-in-file.ts';
import styles from './Findings.module.css';
import { useRecordText } from './record-texts.ts';

const shownAtFirst = 50;

/** What was told of places in the file, after it was recorded. */
export function Findings({ title, what, problems }: { title: string; what: string; problems: readonly CellProblem[] }) {
  const say = useRecordText();
  const { language } = useLanguage();
  const [most, setMost] = useState(shownAtFirst);
  if (problems.length === 0) return null;
  return (
    <section className={styles.findings}>
      <h2>{title}</h2>
      {what === '' ? null : <p className={styles.soft}>{what}</p>}
      <ul>
        {problems.slice(0, most).map((problem) => (
          <li key={`${problem.sheet} ${problem.row} ${problem.column} ${problem.code} ${problem.message.vi}`}>
            <strong>{placeOf(problem)}</strong> {problem.message[language]}
          </li>
        ))}
      </ul>
      {problems.length > most ? (
        <Button onClick={() => setMost(problems.length)}>{say('moreOf', { count: problems.length - most })}</Button>
      ) : null}
    </section>
  );
}

function placeOf({ cell, sheet, row }: CellProblem): string {
  if (cell !== null) return placeInFile(cell);
  return [sheet, row].filter((part) => part !== null).join('!');
}
