import type { Progress as Told } from '#/exchange/intake/shapes.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeNumber } from '#/platform/ui/written.ts';
import { useImportText } from './import-texts.ts';
import styles from './Progress.module.css';

/** How far the server is with its work, step by step. */
export function Progress({ progress }: { progress: Told | undefined }) {
  const say = useImportText();
  const { language } = useLanguage();
  const { step, done, total } = progress ?? { step: 'waiting' as const, done: 0 };
  const number = (count: number) => writeNumber(count, language);
  const share = total === undefined || total === 0 || step === 'waiting' ? undefined : Math.min(1, done / total);
  return (
    <div className={styles.box}>
      <p className={styles.step} role="status">
        {progress === undefined ? say('read') : say(step)}
      </p>
      <progress className={styles.bar} value={share} aria-label={say(step)} />
      <p className={styles.soft}>
        {total === undefined || total === 0
          ? done === 0
            ? ' '
            : say('doneSoFar', { done: number(done) })
          : say('doneOf', { done: number(done), total: number(total) })}
      </p>
      <p className={styles.soft}>{say('leaveIt')}</p>
    </div>
  );
}
