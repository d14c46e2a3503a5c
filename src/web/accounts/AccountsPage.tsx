import { UserAddOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { listGrants } from '#/kernel/access/grant-contract.ts';
import type { AccountRow } from '#/platform/accounts/accounts-contract.ts';
import { Field } from '#/platform/ui/Field.tsx';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { Nothing, Waiting, Wrong } from '#/platform/ui/states.tsx';
import { foldAccents } from '#/platform/ui/written.ts';
import { WaitingGrants } from '../access/WaitingGrants.tsx';
import { useAsk } from '../ask.ts';
import { usePlace } from '../place.ts';
import { useMay } from '../session.ts';
import { AccountLine } from './AccountLine.tsx';
import styles from './Accounts.module.css';
import { useAccountsText } from './accounts-texts.ts';
import { CodeSlip, type Slip } from './CodeSlip.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { useAccounts } from './use-accounts.ts';

/** From so many on one searches instead of reading. */
const many = 8;

/** Who may sign in: invited, closed, brought back by two people. */
export function AccountsPage() {
  const say = useAccountsText();
  const may = useMay();
  usePageTitle(say('title'));
  const { data, error, refetch } = useAccounts();
  const { tenant } = usePlace();
  const mayGrant = may('grants.manage');
  const grants = useAsk(listGrants, mayGrant ? { tenant } : null);
  // Shown with the list, not pushed in above it afterwards; where several registers are and none is chosen, there is none to show.
  const isReady = !mayGrant || grants.data !== undefined || grants.error !== null;
  const [typed, setTyped] = useState('');
  const [isInviting, setInviting] = useState(false);
  const [slip, setSlip] = useState<Slip | null>(null);
  if (error !== null) return <Wrong isPage error={error} retry={() => void refetch()} />;
  if (data === undefined || !isReady) return <Waiting lines={12} />;
  const shown = data.accounts.filter((account) => fits(account, typed));
  return (
    <div className={styles.page}>
      <header>
        <h1>{say('title')}</h1>
        <p className={styles.lead}>{say('lead')}</p>
      </header>
      <WaitingGrants waiting={grants.data?.waiting ?? []} />
      <div className={styles.tools}>
        <Button type="primary" icon={<UserAddOutlined aria-hidden />} onClick={() => setInviting(true)}>
          {say('invite')}
        </Button>
        {data.accounts.length < many ? null : (
          <div className={styles.find}>
            <Field label={say('find')} value={typed} change={setTyped} />
          </div>
        )}
      </div>
      {data.accounts.length === 0 ? (
        <Nothing title={say('empty')}>{say('emptyWhat')}</Nothing>
      ) : shown.length === 0 ? (
        <p role="status">{say('none')}</p>
      ) : null}
      <ul className={styles.list} hidden={shown.length === 0}>
        {shown.map((account) => (
          <AccountLine key={account.id} account={account} show={setSlip} />
        ))}
      </ul>
      {isInviting ? <InviteDialog close={() => setInviting(false)} show={setSlip} /> : null}
      {slip === null ? null : <CodeSlip slip={slip} close={() => setSlip(null)} />}
    </div>
  );
}

function fits({ login, name }: AccountRow, typed: string): boolean {
  return foldAccents(`${name} ${login}`).includes(foldAccents(typed.trim()));
}
