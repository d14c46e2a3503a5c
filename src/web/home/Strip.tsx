import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeNumber } from '#/platform/ui/written.ts';
import type { Headline } from '#/reports/home/contract.ts';
import { Change } from './Change.tsx';
import { FigureLink } from './FigureLink.tsx';
import { isShare, shareOf } from './headline.ts';
import { type HomeKey, useHomeText } from './home-texts.ts';
import styles from './Strip.module.css';
import { TargetBar } from './TargetBar.tsx';

const first = ['members', 'admissions', 'official-recognitions', 'members-classified'];

/** The few numbers that are asked for first, large. */
export function Strip({ headlines }: { headlines: readonly Headline[] }) {
  return (
    <ul className={styles.strip}>
      {headlines
        .filter(({ figure }) => first.includes(figure))
        .map((one) => (
          <li key={one.figure}>
            <Large headline={one} />
          </li>
        ))}
    </ul>
  );
}

function Large({ headline }: { headline: Headline }) {
  const say = useHomeText();
  const { language } = useLanguage();
  const { figure, value, of, target } = headline;
  const name = say(`f.${figure}` as HomeKey);
  const share = isShare(headline) ? shareOf(value, of?.value) : null;
  const shown = share === null ? writeNumber(value, language) : `${writeNumber(share, language, 1)}%`;
  const isEmpty = isShare(headline) && share === null;
  return (
    <>
      <span className={styles.name}>
        {name}
        {isShare(headline) ? <span className={styles.when}> {headline.to.slice(0, 4)}</span> : null}
      </span>
      {isEmpty ? (
        <span className={styles.none}>–</span>
      ) : (
        <FigureLink of={headline} className={styles.number} label={say('opens', { name, value: shown })}>
          {shown}
        </FigureLink>
      )}
      <span className={styles.beside}>
        {share === null || of === undefined ? (
          <Change headline={headline} />
        ) : (
          say('ofAll', { part: writeNumber(value, language), whole: writeNumber(of.value, language) })
        )}
      </span>
      {target === undefined ? null : <TargetBar value={value ?? 0} target={target} />}
    </>
  );
}
