import { WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Problem } from '#/platform/errors.ts';
import { useImportText } from './import-texts.ts';
import { placeInFile } from './place-in-file.ts';
import styles from './Refusal.module.css';
import { isGone } from './use-intake.ts';

/** What the server refused, in a line where it was asked; with the places it names. */
export function Refusal({ error, action }: { error: unknown; action?: ReactNode }) {
  const say = useImportText();
  if (error === null || error === undefined) return null;
  const fields = error instanceof Problem ? error.fields : [];
  const message = isGone(error) ? say('gone') : error instanceof Error ? error.message : String(error);
  const places = fields
    .filter((field) => field.message !== message)
    .map((field) =>
      [field.cell === undefined ? undefined : placeInFile(field.cell), field.message, field.rule]
        .filter(Boolean)
        .join(' · '),
    );
  return (
    <div role="alert" className={styles.refusal}>
      <WarningOutlined aria-hidden className={styles.sign} />
      <div>
        <p>{message}</p>
        {places.length === 0 ? null : (
          <ul>
            {[...new Set(places)].slice(0, 20).map((place) => (
              <li key={place}>{place}</li>
            ))}
          </ul>
        )}
        {action}
      </div>
    </div>
  );
}
