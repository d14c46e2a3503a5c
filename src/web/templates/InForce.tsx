import { writeDay, writeMoment } from '#/platform/ui/written.ts';
import styles from './Templates.module.css';
import { useTemplateText } from './template-texts.ts';
import type { OwnTemplate } from './use-templates.ts';

/** Which template a report is printed by: whose, since when. */
export function InForce({ own }: { own: OwnTemplate }) {
  const say = useTemplateText();
  if (own === null) return <p>{say('builtIn')}</p>;
  const { unit, depth, validFrom, fileName, uploadedAt } = own;
  return (
    <div>
      <p className={styles.own}>
        {say(depth === 0 ? 'ofUnit' : 'ofAbove', { unit: unit.name, day: writeDay(validFrom) })}
      </p>
      <p className={styles.soft}>{say('file', { file: fileName, moment: writeMoment(uploadedAt) })}</p>
    </div>
  );
}
