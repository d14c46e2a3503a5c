import { useLanguage } from '#/platform/i18n/texts.ts';
import { WrongLine } from '#/platform/ui/states.tsx';
import { writeNumber } from '#/platform/ui/written.ts';
import { strength } from './colour-bins.ts';
import styles from './Picture.module.css';
import { usePictureText } from './picture-texts.ts';
import type { Colours } from './use-colours.ts';

/** What the shades stand for, with how many units each. */
export function Legend({ colours }: { colours: Colours }) {
  const say = usePictureText();
  const { language } = useLanguage();
  const { bins, title, write, isWaiting, error } = colours;
  if (error !== null) return <WrongLine error={error} />;
  if (title === '') return null;
  if (isWaiting) return <p className={styles.legend} role="status">{`${title}…`}</p>;
  return (
    <div className={styles.legend}>
      <strong>{title}</strong>
      <ul aria-label={say('legend')}>
        {bins.map(({ from, to, step, count }) => (
          <li key={step}>
            <span aria-hidden className={styles.swatch} style={{ opacity: strength(step) }} />
            {from === to ? write(from) : `${write(from)} – ${write(to)}`}
            <span className={styles.count}>({say('unitsAre', { count: writeNumber(count, language) })})</span>
          </li>
        ))}
        <li>
          <span aria-hidden className={`${styles.swatch} ${styles.unknown}`} />
          {say('noNumber')}
        </li>
      </ul>
    </div>
  );
}
