import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeNumber } from '#/platform/ui/written.ts';
import type { Headline } from '#/reports/home/contract.ts';
import { useHomeText } from './home-texts.ts';
import styles from './Strip.module.css';

/** How far it has come: a bar in red, the target as the gold mark at its end. */
export function TargetBar({ value, target }: { value: number; target: NonNullable<Headline['target']> }) {
  const say = useHomeText();
  const { language } = useLanguage();
  const share = target.value === 0 ? 100 : (value * 100) / target.value;
  const most = Math.max(100, share);
  return (
    <span className={styles.target}>
      <span className={styles.track} aria-hidden>
        <span className={styles.reached} style={{ width: `${(share * 100) / most}%` }} />
        <span className={styles.goal} style={{ left: `${10_000 / most}%` }} />
      </span>
      {say('ofTarget', { share: writeNumber(share, language, 1), target: writeNumber(target.value, language) })}
    </span>
  );
}
