import type { HistoryLine } from '#/domain/units/page-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeDay } from '#/platform/ui/written.ts';
import { useHistoryText } from './history-texts.ts';
import { paperWords } from './paper-words.ts';
import styles from './Timeline.module.css';

/** Acts by year, the latest first; what has not taken effect by the day stands above, what was withdrawn is struck through. */
export function Timeline({ lines }: { lines: readonly HistoryLine[] }) {
  const say = useHistoryText();
  const years = Map.groupBy(lines, ({ on, isPlanned }) => (isPlanned ? '' : on.slice(0, 4)));
  return (
    <ol className={styles.years}>
      {[...years].map(([year, own]) => (
        <li key={year} className={year === '' ? styles.planned : undefined}>
          <h2>{year === '' ? say('planned') : say('year', { year })}</h2>
          <ol className={styles.lines}>
            {own.map((line) => (
              <Line key={line.act} line={line} />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

function Line({ line }: { line: HistoryLine }) {
  const say = useHistoryText();
  const { language } = useLanguage();
  const { on, title, paper, withdrawnBy, about, person } = line;
  const isWithdrawn = withdrawnBy !== null;
  const others = [...(person === null ? [] : [person]), ...about.map(({ name }) => name)];
  const what = isWithdrawn ? <s>{title[language]}</s> : title[language];
  return (
    <li className={isWithdrawn ? `${styles.line} ${styles.withdrawn}` : styles.line}>
      <time dateTime={on} className={styles.day}>
        {writeDay(on)}
      </time>
      <div>
        <span className={styles.what}>{what}</span>
        {isWithdrawn ? <span className={styles.mark}>{say('withdrawn')}</span> : null}
        {others.length === 0 ? null : <span> · {others.join('; ')}</span>}
        {paper === null ? null : (
          <span className={styles.paper}>
            {paperWords(paper, language)}
            {paper.abstract === undefined ? '' : `: ${paper.abstract}`}
          </span>
        )}
      </div>
    </li>
  );
}
