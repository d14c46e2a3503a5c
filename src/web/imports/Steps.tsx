import { CheckOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { Intake } from '#/exchange/intake/shapes.ts';
import { keepPlace } from '../address.ts';
import { useImportText } from './import-texts.ts';
import styles from './Steps.module.css';

export type Step = 'read' | 'check' | 'receipt';

const texts = { read: 'stepRead', check: 'stepCheck', receipt: 'stepReceipt' } as const;

/** The steps that can be gone to: once it is recorded its file is gone, and before that there is no receipt. */
export function stepsOf({ state, kind }: Intake): Step[] {
  if (state === 'recorded' || state === 'undone') return ['receipt'];
  return kind === 'acts' ? ['check'] : ['read', 'check'];
}

/** Where an address without a step leads. */
export function stepOf(intake: Intake): Step {
  const [first] = stepsOf(intake) as [Step];
  return first === 'read' && (intake.state !== 'recognised' || intake.counts !== undefined) ? 'check' : first;
}

/** Which step this is, and the way back to those before. */
export function Steps({ intake, shown }: { intake: Intake; shown: Step }) {
  const say = useImportText();
  const all: readonly Step[] = intake.kind === 'acts' ? ['check', 'receipt'] : ['read', 'check', 'receipt'];
  const open = stepsOf(intake);
  const at = all.indexOf(shown);
  return (
    <nav aria-label={say('steps')}>
      <ol className={styles.steps}>
        {all.map((step, index) => {
          const isDone = index < at;
          const mark = (
            <span className={styles.mark} aria-hidden>
              {isDone ? <CheckOutlined /> : index + 1}
            </span>
          );
          const label = (
            <>
              {mark}
              <span className={styles.word}>{say(texts[step])}</span>
              {isDone ? <span className="for-screen-readers"> ({say('done')})</span> : null}
            </>
          );
          return (
            <li
              key={step}
              className={styles.step}
              data-here={step === shown || undefined}
              aria-current={step === shown ? 'step' : undefined}
            >
              {open.includes(step) && step !== shown ? (
                <Link to="/imports/$import/$step" params={{ import: intake.id, step }} search={keepPlace}>
                  {label}
                </Link>
              ) : (
                <span>{label}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
