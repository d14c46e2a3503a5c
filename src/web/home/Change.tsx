import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeNumber } from '#/platform/ui/written.ts';
import type { Headline } from '#/reports/home/contract.ts';
import { FigureLink } from './FigureLink.tsx';
import { written } from './headline.ts';
import { useHomeText } from './home-texts.ts';
import styles from './Strip.module.css';

/** The same span of the year before, which opens too, and what has changed since. */
export function Change({ headline: { figure, args, value, before } }: { headline: Headline }) {
  const say = useHomeText();
  const { language } = useLanguage();
  const then = writeNumber(before.value, language);
  const change = (value ?? 0) - (before.value ?? 0);
  return (
    <>
      {change === 0 ? say('same') : <strong>{written(change, (number) => writeNumber(number, language))}</strong>}
      {' · '}
      <FigureLink of={{ figure, args, ...before }} className={styles.then}>
        {say('beforeIs', { value: then })}
      </FigureLink>
    </>
  );
}
