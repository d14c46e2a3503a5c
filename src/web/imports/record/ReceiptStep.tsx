import { CheckCircleOutlined, RollbackOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { readImport } from '#/exchange/intake/contract.ts';
import type { Intake, IntakeReceipt } from '#/exchange/intake/shapes.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeMoment, writeNumber } from '#/platform/ui/written.ts';
import { keepPlace, type Search } from '../../address.ts';
import { answers } from '../../ask.ts';
import { Progress } from '../Progress.tsx';
import { isBusy } from '../use-intake.ts';
import { Findings } from './Findings.tsx';
import styles from './ReceiptStep.module.css';
import { useRecordText } from './record-texts.ts';
import { UndoDialog } from './UndoDialog.tsx';

/** What was recorded, where it can be read now, and the way to take it back as one. */
export function ReceiptStep({ intake }: { intake: Intake }) {
  const say = useRecordText();
  const isUndone = intake.state === 'undone';
  useEffect(() => {
    // Figures, units and registers on every page are others than before.
    void answers.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== readImport.path });
  }, []);
  const { receipt } = intake;
  return (
    <>
      <section className={styles.receipt} data-undone={isUndone}>
        <div className={styles.head} role="status">
          {isUndone ? <RollbackOutlined aria-hidden /> : <CheckCircleOutlined aria-hidden />}
          <h2>{say(isUndone ? 'undoneTitle' : 'receiptTitle')}</h2>
        </div>
        {isUndone ? <p>{say('undoneWhat')}</p> : null}
        {receipt === undefined ? null : <Told receipt={receipt} name={intake.name} />}
        <Next intake={intake} />
      </section>
      {isBusy(intake) ? <Progress progress={intake.progress} /> : null}
      <Hanging intake={intake} />
      {receipt === undefined || isUndone ? null : (
        <>
          <Findings
            title={say('warnings', { count: receipt.warnings.length })}
            what={say('warningsWhat')}
            problems={receipt.warnings}
          />
          <Findings
            title={say('leftOutFirst', { count: receipt.leftOut })}
            what={
              receipt.leftOut > receipt.leftOutFirst.length
                ? say('leftOutShown', { shown: receipt.leftOutFirst.length, count: receipt.leftOut })
                : ''
            }
            problems={receipt.leftOutFirst}
          />
        </>
      )}
    </>
  );
}

function Told({ receipt, name }: { receipt: IntakeReceipt; name: string }) {
  const say = useRecordText();
  const { language } = useLanguage();
  const number = (count: number) => writeNumber(count, language);
  const { added, duplicates, leftOut, recordedAt, recordedBy } = receipt;
  const told: readonly (readonly [Parameters<typeof say>[0], string])[] = [
    ['added', number(added)],
    ...(duplicates > 0 ? ([['duplicates', number(duplicates)]] as const) : []),
    ...(leftOut > 0 ? ([['leftOut', number(leftOut)]] as const) : []),
    ['recordedAt', writeMoment(recordedAt)],
    ['recordedBy', recordedBy],
    ['file', name],
    ['importId', receipt.import],
  ];
  return (
    <dl className={styles.told}>
      {told.map(([key, value]) => (
        <div key={key}>
          <dt>{say(key)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** On to what came of it, another file, or back. */
function Next({ intake }: { intake: Intake }) {
  const say = useRecordText();
  const [isUndoing, setUndoing] = useState(false);
  const { id, name, tenant, state, receipt, plan } = intake;
  const unit = plan.superior?.code;
  const search = (before: Search): Search => {
    const place = keepPlace(before);
    if (unit === undefined || tenant === null) return place;
    return { ...place, unit, tenant };
  };
  const reports = [
    ['annual', 'toReport'],
    ['form-1', 'toForm'],
    ['form-2', 'toForms'],
  ] as const;
  return (
    <div className={styles.next}>
      {state === 'undone'
        ? null
        : reports.map(([report, words]) => (
            <Link
              key={report}
              to="/reports/$report"
              params={{ report }}
              search={search as never}
              className={styles.link}
              data-first={report === 'annual' || undefined}
            >
              {say(words)}
            </Link>
          ))}
      <Link to="/imports" search={keepPlace} className={styles.link}>
        {say('another')}
      </Link>
      {state === 'recorded' ? (
        <Button className={styles.undo} disabled={isBusy(intake)} onClick={() => setUndoing(true)}>
          {say('undo')}
        </Button>
      ) : null}
      {isUndoing ? (
        <UndoDialog
          id={id}
          name={name}
          tenant={tenant}
          acts={receipt?.added ?? null}
          done={() => setUndoing(false)}
          close={() => setUndoing(false)}
        />
      ) : null}
    </div>
  );
}

/** Acts recorded later that rest on it. */
function Hanging({ intake }: { intake: Intake }) {
  const say = useRecordText();
  const { hangingOn = [] } = intake;
  if (hangingOn.length === 0) return null;
  return (
    <section className={styles.hanging} role="alert">
      <h2>{say('hanging')}</h2>
      <p>{say('hangingWhat')}</p>
      <ul>
        {hangingOn.map(({ message, actId, field }) => (
          <li key={`${actId} ${field} ${message}`}>{message}</li>
        ))}
      </ul>
    </section>
  );
}
