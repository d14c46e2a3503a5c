import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeMoment } from '#/platform/ui/written.ts';
import styles from './Preview.module.css';
import { useRecordingText } from './record-texts.ts';
import type { Meanwhile } from './use-meanwhile.ts';

/** What others recorded meanwhile, each to be opened beside the form. */
export function News({ meanwhile: { acts, name } }: { meanwhile: Pick<Meanwhile, 'acts' | 'name'> }) {
  const say = useRecordingText();
  const { language } = useLanguage();
  return (
    <div role="status" className={styles.live}>
      {acts.length === 0 ? null : (
        <div className={styles.news}>
          <p>{say('news', { name })}</p>
          <ul>
            {acts.map(({ id, title, recordedAt, recordedBy }) => (
              <li key={id}>
                <a href={`/acts/${id}`} target="_blank" rel="noreferrer">
                  {title[language]}
                </a>{' '}
                ({say('newsBy', { time: writeMoment(recordedAt), by: recordedBy })})
              </li>
            ))}
          </ul>
          <p>{say('newsWhat')}</p>
        </div>
      )}
    </div>
  );
}
