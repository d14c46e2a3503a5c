import { useLanguage } from '#/platform/i18n/texts.ts';
import { termsIn } from '../../help/phrases.ts';
import { Terms } from '../../help/Terms.tsx';
import form from '../FormTable.module.css';
import styles from './Comparison.module.css';
import { useCompareText } from './compare-texts.ts';
import { DifferenceCell } from './DifferenceCell.tsx';
import { NumberCell } from './NumberCell.tsx';
import type { Pair } from './pair.ts';

/** What the two are called over their columns. */
export interface SideName {
  name: string;
  when?: string;
}

interface ComparisonTableProps {
  label: string;
  pairs: readonly Pair[];
  names: { here: SideName; there: SideName };
  /** Of percentages. */
  decimals: number;
  rowHeading?: string;
}

/** Row by row: this one, the other, and how much more or less; each number opens its own list. */
export function ComparisonTable({ label, pairs, names, decimals, rowHeading }: ComparisonTableProps) {
  const say = useCompareText();
  const { language } = useLanguage();
  const { here, there } = names;
  const labels = termsIn(
    pairs.map(({ label: one }) => one),
    'vi',
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a narrow screen, it is scrolled by the keyboard too
    <section className={form.scroll} aria-label={label} tabIndex={0}>
      <table className={`${form.form} ${styles.table}`} lang={language}>
        <thead>
          <tr>
            <th scope="col" className={form.mark}>
              {say('mark')}
            </th>
            <th scope="col">{rowHeading ?? say('row')}</th>
            {[here, there].map(({ name, when }) => (
              <th key={`${name} ${when}`} scope="col" className={styles.side}>
                {name}
                {when === undefined ? null : <span className={styles.when}>{when}</span>}
              </th>
            ))}
            <th scope="col" className={styles.side}>
              {say('difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair, at) => (
            <tr key={pair.key} data-level={pair.level} className={pair.isHeading ? form.heading : undefined}>
              <td className={form.mark}>{pair.mark}</td>
              <th scope="row" className={form.label} style={{ paddingLeft: 10 + pair.level * 16 }} lang="vi">
                <Terms pieces={labels[at] ?? []} />
              </th>
              {pair.isHeading ? (
                <td colSpan={3} />
              ) : (
                <>
                  <NumberCell pair={pair} side={pair.here} name={here.name} />
                  <NumberCell pair={pair} side={pair.there} name={there.name} />
                  <DifferenceCell pair={pair} decimals={decimals} />
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
