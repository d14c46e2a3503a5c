import { Link } from '@tanstack/react-router';
import type { RehearsedFigure } from '#/kernel/journal/rehearse-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeDay, writeNumber } from '#/platform/ui/written.ts';
import { opening } from '../opened.ts';
import styles from './Preview.module.css';
import { useRecordingText } from './record-texts.ts';

/** The figures that recording moves, unit by unit: before → after. */
export function FigureMoves({ figures }: { figures: readonly RehearsedFigure[] }) {
  const say = useRecordingText();
  const { language } = useLanguage();
  if (figures.length === 0) return null;
  const units = Map.groupBy(figures, ({ unit }) => unit.name);
  return (
    <section className={styles.figures} aria-label={say('figures')}>
      <h3>{say('figures')}</h3>
      {[...units].map(([unit, own]) => (
        <table key={unit} className={styles.table}>
          <caption>{unit}</caption>
          <tbody>
            {own.map(({ figure, title, time, to, before, after }) => (
              <tr key={figure}>
                <th scope="row">
                  {title[language]}{' '}
                  <span className={styles.when}>{time === 'flow' ? to.slice(0, 4) : writeDay(to)}</span>
                </th>
                <td>
                  <Link
                    to="."
                    search={opening({ open: figure, ofUnit: own[0]?.unit.code, ofPeriod: periodOf(time, to) })}
                  >
                    {writeNumber(before, language)}
                  </Link>{' '}
                  → <strong>{writeNumber(after, language)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}

/** As an address writes it: a flow counts in its year, a stock on its day. */
const periodOf = (time: RehearsedFigure['time'], to: string): string =>
  time === 'flow' ? to.slice(0, 4) : `${to}..${to}`;
