import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { recordImport } from '#/exchange/intake/contract.ts';
import type { Intake } from '#/exchange/intake/shapes.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { writeDay, writeNumber } from '#/platform/ui/written.ts';
import { Refusal } from '../Refusal.tsx';
import { useChange } from '../use-intake.ts';
import { leftOutFile, saveFile } from './left-out-file.ts';
import styles from './RecordDialog.module.css';
import { useRecordText } from './record-texts.ts';

/** The last question before anything is recorded: how much of what, where, and what is left out. */
export function RecordDialog({ intake, close }: { intake: Intake; close: () => void }) {
  const say = useRecordText();
  const { language } = useLanguage();
  const { mutate, isPending, error } = useChange(recordImport);
  const { counts } = intake;
  const good = writeNumber(counts?.good ?? 0, language);
  const left = (counts?.withProblems ?? 0) + (counts?.leftOut ?? 0);
  const goodRowsOnly = (counts?.withProblems ?? 0) > 0;
  return (
    <Dialog
      title={say('recordTitle')}
      close={close}
      actions={
        <>
          <Button onClick={close}>{say('backToMend')}</Button>
          <Button
            type="primary"
            loading={isPending}
            onClick={() => mutate({ id: intake.id, goodRowsOnly }, { onSuccess: close })}
          >
            {say(goodRowsOnly ? 'recordGood' : 'recordAll', { count: good })}
          </Button>
        </>
      }
    >
      <What intake={intake} />
      {left === 0 ? null : <LeftOut intake={intake} count={left} />}
      <p className={styles.soft}>{say('allOrNothing')}</p>
      <Refusal error={error} />
    </Dialog>
  );
}

function What({ intake }: { intake: Intake }) {
  const say = useRecordText();
  const { language } = useLanguage();
  const { counts, plan, tenant, name } = intake;
  const number = (count: number) => writeNumber(count, language);
  const root = plan.superior !== undefined && 'name' in plan.superior ? plan.superior : null;
  // What kinds the good ones among rows with problems are is not told: then rows are counted.
  const kinds =
    (counts?.withProblems ?? 0) > 0
      ? ([
          ['newUnitsCount', counts?.newUnits],
          ['goodRowsCount', counts?.good],
        ] as const)
      : ([
          ['unitsCount', counts?.units],
          ['membersCount', counts?.members],
          ['actsCount', counts?.acts],
        ] as const);
  const told = kinds.filter(([, count]) => (count ?? 0) > 0);
  return (
    <div>
      <p>
        {say('what')} <strong className={styles.file}>{name}</strong>:
      </p>
      <ul className={styles.what}>
        {told.map(([key, count]) => (
          <li key={key}>{say(key, { count: number(count ?? 0) })}</li>
        ))}
        {root === null ? null : <li>{say('intoNew', { name: root.name })}</li>}
        {root === null && tenant !== null ? <li>{say('intoRegister', { name: tenant })}</li> : null}
        {plan.opening === undefined ? null : <li>{say('openingDay', { day: writeDay(plan.opening) })}</li>}
        {(counts?.recordedBefore ?? 0) > 0 ? (
          <li>{say('before', { count: number(counts?.recordedBefore ?? 0) })}</li>
        ) : null}
      </ul>
    </div>
  );
}

/** What does not go in, to be saved before its file is gone. */
function LeftOut({ intake, count }: { intake: Intake; count: number }) {
  const say = useRecordText();
  const { language } = useLanguage();
  const [made, setMade] = useState<number | null>(null);
  const [isFailed, setFailed] = useState(false);
  const number = writeNumber(count, language);
  const download = async () => {
    setFailed(false);
    setMade(0);
    const headings = (['csvSheet', 'csvRow', 'csvCell', 'csvName', 'csvProblem', 'csvRepair'] as const).map((key) =>
      say(key),
    );
    const words = { headings, skipped: say('csvSkipped'), language };
    const used = intake.plan.sheets.filter(({ use }) => use !== 'none').map(({ sheet }) => sheet);
    const sheets = intake.kind === 'acts' ? [null] : used;
    try {
      const file = await leftOutFile({ id: intake.id, sheets, words, progress: setMade });
      saveFile(file, `${intake.name.replace(/\.[^.]+$/, '')}-khong-ghi.csv`);
    } catch {
      setFailed(true); // told beside the button; the rows are still there to be asked again
    }
    setMade(null);
  };
  return (
    <div className={styles.left}>
      <p>
        <strong>{say('leftOutTitle', { count: number })}.</strong> {say('leftOutWhat')}
      </p>
      <Button icon={<DownloadOutlined />} disabled={made !== null} onClick={() => void download()}>
        {made === null ? say('leftOutFile', { count: number }) : say('leftOutMaking', { count: made })}
      </Button>
      {isFailed ? <p role="alert">{say('leftOutFailed')}</p> : null}
    </div>
  );
}
