import type { HistoryLine } from '#/domain/units/page-contract.ts';
import { ActLine } from '../journal/ActLine.tsx';
import { useHistoryText } from './history-texts.ts';
import styles from './Timeline.module.css';

/** Acts by year, the latest first; what has not taken effect by the day stands above, what was withdrawn is struck through. */
export function Timeline({ lines }: { lines: readonly HistoryLine[] }) {
  const say = useHistoryText();
  const years = Map.groupBy(lines, ({ effectiveOn, isPlanned }) => (isPlanned ? '' : effectiveOn.slice(0, 4)));
  return (
    <ol className={styles.years}>
      {[...years].map(([year, own]) => (
        <li key={year} className={year === '' ? styles.planned : undefined}>
          <h2>{year === '' ? say('planned') : say('year', { year })}</h2>
          {own.map((act) => (
            <ActLine key={act.id} act={act} withSubjects={act.subjects.length > 0} />
          ))}
        </li>
      ))}
    </ol>
  );
}
