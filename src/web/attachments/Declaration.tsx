import { useAttachmentText } from './attachment-texts.ts';
import styles from './Declaration.module.css';

interface DeclarationProps {
  isDeclared: boolean;
  declare: (is: boolean) => void;
  /** Somebody tried to send without it. */
  isMissed: boolean;
}

/** Stands before every upload: no secret of the Party or the State may be stored here. */
export function Declaration({ isDeclared, declare, isMissed }: DeclarationProps) {
  const say = useAttachmentText();
  return (
    <>
      <label className={styles.declare}>
        <input type="checkbox" checked={isDeclared} onChange={(event) => declare(event.target.checked)} />
        <span>{say('declare')}</span>
      </label>
      {isMissed && !isDeclared ? (
        <p role="alert" className={styles.fault}>
          {say('mustDeclare')}
        </p>
      ) : null}
    </>
  );
}
