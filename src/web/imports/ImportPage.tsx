import { QuestionCircleOutlined } from '@ant-design/icons';
import { Link, Navigate, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Intake } from '#/exchange/intake/shapes.ts';
import { Problem } from '#/platform/errors.ts';
import { State, Waiting, Wrong } from '#/platform/ui/states.tsx';
import { writeMoment } from '#/platform/ui/written.ts';
import { keepPlace } from '../address.ts';
import { CheckStep } from './check/CheckStep.tsx';
import { DiscardDialog } from './DiscardDialog.tsx';
import styles from './ImportPage.module.css';
import { useImportText } from './import-texts.ts';
import { Progress } from './Progress.tsx';
import { ReadStep } from './read/ReadStep.tsx';
import { ReceiptStep } from './record/ReceiptStep.tsx';
import { type Step, Steps, stepOf, stepsOf } from './Steps.tsx';
import { isBusy, useIntake } from './use-intake.ts';

/** One import, at the step that its address says. */
export function ImportPage() {
  const { import: id, step } = useParams({ strict: false }) as { import: string; step?: string };
  const { intake, error, retry, isGone } = useIntake(id);
  if (intake === undefined) return error === null ? <Waiting lines={12} /> : <NotThere error={error} retry={retry} />;
  const shown = stepsOf(intake).find((one) => one === step);
  if (shown === undefined)
    return (
      <Navigate to="/imports/$import/$step" params={{ import: id, step: stepOf(intake) }} search={keepPlace} replace />
    );
  return (
    <Around intake={intake} shown={shown} isGone={isGone}>
      {shown === 'receipt' ? (
        <ReceiptStep intake={intake} />
      ) : isBusy(intake) && (intake.counts === undefined || intake.state === 'recording') ? (
        <Progress progress={intake.progress} />
      ) : shown === 'read' ? (
        <ReadStep key={intake.id} intake={intake} />
      ) : (
        <CheckStep intake={intake} />
      )}
    </Around>
  );
}

interface AroundProps {
  intake: Intake;
  shown: Step;
  isGone: boolean;
  children: ReactNode;
}

function Around({ intake, shown, isGone, children }: AroundProps) {
  const say = useImportText();
  const [isDiscarding, setDiscarding] = useState(false);
  const navigate = useNavigate();
  const { id, name, state, keptUntil } = intake;
  const isOver = state === 'recorded' || state === 'undone';
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div className={styles.title}>
          <Link to="/imports" search={keepPlace} className={styles.back}>
            ‹ {say('back')}
          </Link>
          <h1>{name}</h1>
        </div>
        {isOver ? null : (
          <div className={styles.kept}>
            <span>{say('keptUntil', { moment: writeMoment(keptUntil) })}</span>
            <Button size="small" disabled={isBusy(intake)} onClick={() => setDiscarding(true)}>
              {say('discard')}
            </Button>
          </div>
        )}
      </header>
      <Steps intake={intake} shown={shown} />
      {isGone ? (
        <p role="alert" className={styles.gone}>
          {say('gone')}
        </p>
      ) : null}
      {children}
      {isDiscarding ? (
        <DiscardDialog
          id={id}
          name={name}
          close={() => setDiscarding(false)}
          done={() => void navigate({ to: '/imports', search: keepPlace } as never)}
        />
      ) : null}
    </div>
  );
}

function NotThere({ error, retry }: { error: Error; retry: () => void }) {
  const say = useImportText();
  if (!(error instanceof Problem) || error.status !== 404) return <Wrong error={error} retry={retry} />;
  return (
    <State
      icon={<QuestionCircleOutlined />}
      title={say('unknown')}
      actions={
        <Link to="/imports" search={keepPlace}>
          {say('back')}
        </Link>
      }
    >
      {say('unknownWhat')}
    </State>
  );
}
