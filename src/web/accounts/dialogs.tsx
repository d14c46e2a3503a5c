import { useState } from 'react';
import { type AccountRow, closeAccount, reopenAccount, startRecovery } from '#/platform/accounts/accounts-contract.ts';
import { ReasonDialog } from '#/platform/ui/ReasonDialog.tsx';
import styles from './Accounts.module.css';
import { useAccountsText } from './accounts-texts.ts';
import { useDoing } from './use-accounts.ts';

interface Asked {
  account: AccountRow;
  close: () => void;
}

export function CloseDialog({ account: { id, login }, close }: Asked) {
  const say = useAccountsText();
  const { mutate, isPending, error } = useDoing(closeAccount, close);
  return (
    <ReasonDialog
      title={say('closeTitle', { login })}
      what={say('closeWhat')}
      yes={say('closeYes')}
      isPending={isPending}
      error={error}
      go={(reason) => mutate({ id, reason })}
      close={close}
    />
  );
}

export function ReopenDialog({ account: { id, login }, close }: Asked) {
  const say = useAccountsText();
  const { mutate, isPending, error } = useDoing(reopenAccount, close);
  return (
    <ReasonDialog
      title={say('reopenTitle', { login })}
      what={say('reopenWhat')}
      yes={say('reopenYes')}
      isPending={isPending}
      error={error}
      go={(reason) => mutate({ id, reason })}
      close={close}
    />
  );
}

export function RecoverDialog({ account: { id, login }, close }: Asked) {
  const say = useAccountsText();
  const [dropsFactors, setDrops] = useState(false);
  const { mutate, isPending, error } = useDoing(startRecovery, close);
  return (
    <ReasonDialog
      title={say('recoverTitle', { login })}
      what={say('recoverWhat')}
      yes={say('recoverYes')}
      isPending={isPending}
      error={error}
      go={(reason) => mutate({ id, reason, dropsFactors })}
      close={close}
    >
      <label className={styles.check}>
        <input type="checkbox" checked={dropsFactors} onChange={(event) => setDrops(event.target.checked)} />
        {say('recoverDrops')}
      </label>
    </ReasonDialog>
  );
}
