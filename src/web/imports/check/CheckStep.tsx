import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { checkImport } from '#/exchange/intake/contract.ts';
import type { Intake } from '#/exchange/intake/shapes.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { keepPlace } from '../../address.ts';
import { ActionBar } from '../ActionBar.tsx';
import { useImportText } from '../import-texts.ts';
import { Progress } from '../Progress.tsx';
import { Refusal } from '../Refusal.tsx';
import { RecordDialog } from '../record/RecordDialog.tsx';
import { isBusy, useChange } from '../use-intake.ts';
import styles from './CheckStep.module.css';
import { Counts } from './Counts.tsx';
import { useCheckText } from './check-texts.ts';
import { ProblemKinds } from './ProblemKinds.tsx';
import { RowsPart } from './RowsPart.tsx';
import { useReady } from './ready.ts';
import { useEdits } from './use-edits.ts';
import { readRowsAnew } from './use-rows.ts';

/** What a check found, the rows as they will be recorded, and the way to mend them. */
export function CheckStep({ intake }: { intake: Intake }) {
  const busy = isBusy(intake);
  const checks = useChecks(intake.id, busy);
  const edits = useEdits(intake.id, checks);
  const check = useChange(checkImport);
  // A check reads the rows with what was said of them, so that goes first.
  const run = async () => {
    if (await edits.allKept()) check.mutate({ id: intake.id });
  };
  const { counts } = intake;
  return (
    <>
      <Failure intake={intake} again={run} />
      <Refusal error={check.error} />
      {counts === undefined ? (
        <NotYet intake={intake} run={run} isPending={check.isPending} />
      ) : (
        <>
          {busy ? <Progress progress={intake.progress} /> : null}
          <Counts counts={counts} />
          <ProblemKinds intake={intake} isBusy={busy} />
          <RowsPart intake={intake} edits={edits} />
          <Bar intake={intake} edits={edits} run={run} isPending={check.isPending || busy} />
        </>
      )}
    </>
  );
}

/** Counts the checks that have ended on this page; each makes the rows be read anew. */
function useChecks(id: string, busy: boolean): number {
  const [checks, setChecks] = useState(0);
  const before = useRef(busy);
  useEffect(() => {
    if (before.current && !busy) {
      readRowsAnew(id);
      setChecks((count) => count + 1);
    }
    before.current = busy;
  }, [id, busy]);
  return checks;
}

function Failure({ intake, again }: { intake: Intake; again: () => void }) {
  const say = useImportText();
  const { language } = useLanguage();
  const { failure, state } = intake;
  if (failure === undefined || state !== 'failed') return null;
  return (
    <div role="alert" className={styles.failure}>
      <h2>{say('failed')}</h2>
      <p>{failure.message[language]}</p>
      <ul>
        {failure.errors.slice(0, 10).map((error) => (
          <li key={`${error.cell} ${error.line} ${error.code} ${error.message}`}>
            {[error.cell, error.message].filter(Boolean).join(': ')}
          </li>
        ))}
      </ul>
      <Button onClick={again}>{say('again')}</Button>
    </div>
  );
}

interface NotYetProps {
  intake: Intake;
  run: () => void;
  isPending: boolean;
}

function NotYet({ intake, run, isPending }: NotYetProps) {
  const say = useCheckText();
  const isFaulty = intake.planProblems.some(({ isBlocking }) => isBlocking);
  return (
    <div className={styles.notYet}>
      <h2>{say('notChecked')}</h2>
      <p>{say(isFaulty ? 'planFault' : 'notCheckedWhat')}</p>
      {isFaulty ? (
        <Link to="/imports/$import/$step" params={{ import: intake.id, step: 'read' }} search={keepPlace}>
          {say('toRead')}
        </Link>
      ) : (
        <Button type="primary" size="large" loading={isPending} onClick={run}>
          {say('check')}
        </Button>
      )}
    </div>
  );
}

interface BarProps {
  intake: Intake;
  edits: ReturnType<typeof useEdits>;
  run: () => void;
  isPending: boolean;
}

/** One thing to do next: check again what was mended, or record. */
function Bar({ intake, edits, run, isPending }: BarProps) {
  const say = useCheckText();
  const [isRecording, setRecording] = useState(false);
  const ready = useReady(intake, edits.count);
  const why = edits.error instanceof Error ? edits.error.message : '';
  return (
    <ActionBar
      said={
        <>
          <strong role="status">{ready.said}</strong> {edits.isSending ? <span>{say('sending')}</span> : null}
          {edits.error === null ? null : (
            <span role="alert">
              {say('notKept', { why })}{' '}
              <Button size="small" onClick={edits.again}>
                {say('again')}
              </Button>
            </span>
          )}
        </>
      }
    >
      {ready.isChecked ? (
        <Button type="primary" size="large" disabled={isPending || !ready.canRecord} onClick={() => setRecording(true)}>
          {say('record')}
        </Button>
      ) : (
        <Button
          type="primary"
          size="large"
          loading={isPending}
          disabled={edits.isSending || edits.error !== null}
          onClick={run}
        >
          {say('checkAgain')}
        </Button>
      )}
      {isRecording ? <RecordDialog intake={intake} close={() => setRecording(false)} /> : null}
    </ActionBar>
  );
}
