import { useLanguage } from '#/platform/i18n/texts.ts';
import { FigureLink } from './FigureLink.tsx';
import styles from './Parts.module.css';
import { pointText } from './YearChart.tsx';
import years from './Years.module.css';
import type { NamedSeries } from './Years.tsx';
import { useYearsText } from './years-texts.ts';

/** All series beside each other, a column for each year. */
export function YearTable({ series }: { series: readonly NamedSeries[] }) {
  const say = useYearsText();
  const { language } = useLanguage();
  const all = [...new Set(series.flatMap(({ points }) => points.map(({ year }) => year)))].toSorted((a, b) => a - b);
  return (
    <div className={styles.block}>
      <h2>{say('table')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the screen is scrolled by the keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={say('table')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say('figure')}</th>
              {all.map((year) => (
                <th key={year} scope="col" className={styles.end}>
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {series.map((one) => (
              <tr key={one.key}>
                <th scope="row">{one.name}</th>
                {all.map((year) => (
                  <td key={year} className={styles.end}>
                    <Point one={one} year={year} language={language} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={years.note}>{say('partial')}</p>
    </div>
  );
}

function Point({ one, year, language }: { one: NamedSeries; year: number; language: 'vi' | 'en' }) {
  const point = one.points.find((candidate) => candidate.year === year);
  if (point === undefined || point.value === null) return '–';
  return (
    <>
      <FigureLink figure={one.figure} args={one.args} span={point} label={`${one.name} ${year}`}>
        {pointText(one, point.value, language)}
      </FigureLink>
      {point.isPartial ? '*' : ''}
    </>
  );
}
