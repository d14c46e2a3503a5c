import { listFigures } from '#/kernel/figures/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeDay, writeNumber } from '#/platform/ui/written.ts';
import type { LateTarget } from '#/reports/home/contract.ts';
import { useAsk } from '../ask.ts';
import { usePlace } from '../place.ts';
import styles from './Attention.module.css';
import { useAttentionText } from './attention-texts.ts';
import { FigureLink } from './FigureLink.tsx';

/** Targets that are behind, of the unit and of those right under it. */
export function TargetLines({ targets }: { targets: readonly LateTarget[] }) {
  const say = useAttentionText();
  const place = usePlace();
  const { language } = useLanguage();
  const { data } = useAsk(listFigures, {});
  const titleOf = (figure: string) => data?.figures.find(({ name }) => name === figure)?.title[language] ?? figure;
  return (
    <li className={styles.line}>
      <div className={styles.what}>
        <span>{say('targets')}</span>
        <span className={styles.plain}>{writeNumber(targets.length, language)}</span>
      </div>
      <ul className={styles.inner}>
        {targets.map((one) => (
          <li key={JSON.stringify([one.unit.code, one.figure, one.args, one.to])}>
            <FigureLink
              of={{ figure: one.figure, args: one.args, from: one.from, to: one.until }}
              unit={one.unit.code === place.unit ? undefined : one.unit.code}
            >
              {titleOf(one.figure)}
            </FigureLink>
            {one.unit.code === place.unit ? null : <span className={styles.unit}> {one.unit.name}</span>}
            <span className={styles.reached}>{reached(one, say, language)}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}

function reached(
  { value, target, expected, until, measure }: LateTarget,
  say: ReturnType<typeof useAttentionText>,
  language: 'vi' | 'en',
): string {
  const number = (one: number | null) => writeNumber(one, language);
  if (measure === 'percent') {
    const percent = value === null ? null : Math.round(value * 10) / 10;
    return say('targetReachedPercent', { value: number(percent), target: number(target) });
  }
  const values = { value: number(value), target: number(target), expected: number(expected), day: writeDay(until) };
  return say(expected === target ? 'targetReachedWhole' : 'targetReached', values);
}
