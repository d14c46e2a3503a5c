import { Link } from '@tanstack/react-router';
import { type Language, useLanguage } from '#/platform/i18n/texts.ts';
import { writeNumber } from '#/platform/ui/written.ts';
import { opening } from '../../opened.ts';
import form from '../FormTable.module.css';
import { useReportText } from '../report-texts.ts';
import styles from './Comparison.module.css';
import { useCompareText } from './compare-texts.ts';
import type { Cell, Pair, Side } from './pair.ts';

/** The number of one of the two, a link to its list; or why there is none. */
export function NumberCell({ pair, side, name }: { pair: Pair; side: Side | null; name: string }) {
  const { language } = useLanguage();
  const say = useCompareText();
  const text = side?.cell == null ? null : textOf(side.cell, language, pair.isPercent);
  if (side === null || text === null)
    return (
      <td className={form.count}>
        <NoNumber side={side} />
      </td>
    );
  return (
    <td className={form.count}>
      <Link
        to="."
        search={opening(side.open)}
        resetScroll={false}
        className={form.open}
        aria-label={say('openSide', { label: pair.label, side: name, value: text })}
      >
        {text}
      </Link>
    </td>
  );
}

function NoNumber({ side }: { side: Side | null }) {
  const say = useCompareText();
  const sayReport = useReportText();
  const { language } = useLanguage();
  if (side === null) return <span className={styles.none}>{say('noRow')}</span>;
  const [sign, why] =
    side.cell === null
      ? ['×', say('notThere')]
      : side.cell.isBlank
        ? ['', sayReport('leftOpen')]
        : ['–', side.cell.reason?.[language] ?? sayReport('cannot')];
  return (
    <>
      <abbr className={form.why} title={why} aria-hidden>
        {sign}
      </abbr>
      <span className="for-screen-readers">{why}</span>
    </>
  );
}

function textOf({ value, range, decimals }: Cell, language: Language, isPercent = false): string | null {
  const end = isPercent ? '%' : '';
  const written = (number: number) => writeNumber(number, language, decimals) + end;
  if (value !== null) return written(value);
  return range === undefined ? null : `${written(range.min)}–${written(range.max)}`;
}
