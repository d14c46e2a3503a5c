import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeNumber } from '#/platform/ui/written.ts';
import form from '../FormTable.module.css';
import styles from './Comparison.module.css';
import { useCompareText } from './compare-texts.ts';
import { difference, type Pair } from './pair.ts';

/** How much more or less: by its sign for the eye, by a word for the ear. */
export function DifferenceCell({ pair, decimals }: { pair: Pair; decimals: number }) {
  const say = useCompareText();
  const { language } = useLanguage();
  const found = difference(pair);
  if (found === null) return <td className={form.count} />;
  const { by, percent } = found;
  const written = (value: number, places: number | undefined) => writeNumber(Math.abs(value), language, places);
  const points = (text: string) => (pair.isPercent && by !== 0 ? say('points', { by: text }) : text);
  const size = points(written(by, found.decimals));
  const share =
    percent === null || by === 0 ? null : say('ofOther', { percent: signOf(by) + written(percent, decimals) });
  return (
    <td className={`${form.count} ${styles.difference}`}>
      <span aria-hidden>
        {signOf(by)}
        {size}
      </span>
      <span className="for-screen-readers">{by === 0 ? say('same') : say(by > 0 ? 'more' : 'less', { by: size })}</span>
      {share === null ? null : <span className={styles.share}> {share}</span>}
    </td>
  );
}

function signOf(by: number): string {
  if (by === 0) return '';
  return by > 0 ? '+' : '−';
}
