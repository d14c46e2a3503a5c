import { Button } from 'antd';
import { type AccountRow, approveRecovery, refuseRecovery } from '#/platform/accounts/accounts-contract.ts';
import { WrongLine } from '#/platform/ui/states.tsx';
import { writeMoment } from '#/platform/ui/written.ts';
import styles from './Accounts.module.css';
import { useAccountsText } from './accounts-texts.ts';
import type { Slip } from './CodeSlip.tsx';
import { useDoing } from './use-accounts.ts';

interface RecoveryBandProps {
  account: AccountRow;
  show: (slip: Slip) => void;
}

/** A recovery that waits for a second person; the server says who that may be. */
export function RecoveryBand({ account: { id, login, name, recovery }, show }: RecoveryBandProps) {
  const say = useAccountsText();
  const approve = useDoing(approveRecovery, (made) => show({ ...made, login, name }));
  const refuse = useDoing(refuseRecovery);
  const error = approve.error ?? refuse.error;
  if (recovery === null) return null;
  const { startedBy, startedAt, reason, dropsFactors } = recovery;
  return (
    <div className={styles.recovery}>
      <div>
        <p>{say('recovery', { by: startedBy, moment: writeMoment(startedAt), reason })}</p>
        {dropsFactors ? <p>{say('recoveryDrops')}</p> : null}
      </div>
      <div className={styles.actions}>
        <Button loading={approve.isPending} onClick={() => approve.mutate({ id })}>
          {say('approve')}
        </Button>
        <Button loading={refuse.isPending} onClick={() => refuse.mutate({ id })}>
          {say('refuse')}
        </Button>
      </div>
      {error === null ? null : <WrongLine error={error} />}
    </div>
  );
}
