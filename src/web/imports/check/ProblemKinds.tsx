import { EyeOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { checkImport, repairImport } from '#/exchange/intake/contract.ts';
import type { Intake, ProblemKind } from '#/exchange/intake/shapes.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeNumber } from '#/platform/ui/written.ts';
import { Refusal } from '../Refusal.tsx';
import { useChange } from '../use-intake.ts';
import { useCheckText } from './check-texts.ts';
import { isAboutRows, isKeepable } from './duplicate-codes.ts';
import styles from './ProblemKinds.module.css';

/** Problems by kind, the worst and most first, each to be settled at once where that is proposed. */
export function ProblemKinds({ intake, isBusy }: { intake: Intake; isBusy: boolean }) {
  const say = useCheckText();
  const { byKind } = intake.problems;
  const repair = useChange(repairImport);
  const check = useChange(checkImport);
  const isPending = repair.isPending || check.isPending || isBusy;
  const settle = (change: { acceptAll?: string[]; keepAll?: string[] }) =>
    repair.mutate({ id: intake.id, ...change }, { onSuccess: () => check.mutate({ id: intake.id }) });
  return (
    <section aria-labelledby="problem-kinds" className={styles.box}>
      <h2 id="problem-kinds">{say('kinds')}</h2>
      {byKind.length === 0 ? <p className={styles.soft}>{say('kindsNone')}</p> : null}
      <ul className={styles.kinds}>
        {byKind.map((kind) => (
          <Kind key={`${kind.code} ${kind.isBlocking}`} kind={kind} isPending={isPending} settle={settle} />
        ))}
      </ul>
      <Refusal error={repair.error ?? check.error} />
    </section>
  );
}

interface KindProps {
  kind: ProblemKind;
  isPending: boolean;
  settle: (change: { acceptAll?: string[]; keepAll?: string[] }) => void;
}

function Kind({ kind, isPending, settle }: KindProps) {
  const say = useCheckText();
  const { language } = useLanguage();
  const { code, label, count, repairable, isBlocking } = kind;
  const number = (value: number) => writeNumber(value, language);
  const name = label[language];
  const accept = isAboutRows(code) ? 'leaveAll' : 'acceptAll';
  return (
    <li className={styles.kind} data-blocking={isBlocking}>
      <span className={styles.sign}>
        {isBlocking ? <WarningOutlined aria-hidden /> : <EyeOutlined aria-hidden />}
        <span className="for-screen-readers">{say(isBlocking ? 'blocking' : 'advice')}: </span>
      </span>
      <span className={styles.name}>{name}</span>
      <span className={styles.count}>
        {say('times', { count: number(count) })}
        {repairable === 0 || repairable === count ? null : (
          <span className={styles.soft}> · {say('repairable', { count: number(repairable) })}</span>
        )}
      </span>
      <span className={styles.actions}>
        {repairable === 0 ? null : (
          <Button size="small" disabled={isPending} onClick={() => settle({ acceptAll: [code] })}>
            {say(accept, { count: number(repairable) })}
            <span className="for-screen-readers">: {name}</span>
          </Button>
        )}
        {isKeepable(code) ? (
          <Button size="small" disabled={isPending} onClick={() => settle({ keepAll: [code] })}>
            {say('keepAll')}
            <span className="for-screen-readers">: {name}</span>
          </Button>
        ) : null}
      </span>
    </li>
  );
}
