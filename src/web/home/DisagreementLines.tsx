import { listFigures } from '#/kernel/figures/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeNumber } from '#/platform/ui/written.ts';
import type { Disagreement } from '#/reports/home/contract.ts';
import { useAsk } from '../ask.ts';
import styles from './Attention.module.css';
import { useAttentionText } from './attention-texts.ts';
import { FigureLink } from './FigureLink.tsx';

/** Numbers that units declared and that do not agree with their parts, or with names that are there. */
export function DisagreementLines({ disagreements }: { disagreements: readonly Disagreement[] }) {
  const say = useAttentionText();
  const { language } = useLanguage();
  const { data } = useAsk(listFigures, {});
  const titleOf = (figure: string) => data?.figures.find(({ name }) => name === figure)?.title[language] ?? figure;
  const number = (value: number) => writeNumber(value, language);
  return (
    <li className={styles.line}>
      <div className={styles.what}>
        <span>{say('disagreements')}</span>
        <span className={styles.plain}>{number(disagreements.length)}</span>
      </div>
      <ul className={styles.inner}>
        {disagreements.map(({ sort, unit, figure, args, from, to, declared, other }) => (
          <li key={JSON.stringify([sort, unit.code, figure, args, from, to])}>
            <FigureLink of={{ figure, args, from, to }} unit={unit.code}>
              {titleOf(figure)}
            </FigureLink>
            <span className={styles.unit}> {unit.name}</span>
            <span className={styles.reached}>{say(sort, { declared: number(declared), other: number(other) })}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}
