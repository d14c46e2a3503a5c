import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { type AccountRow, endSessionsOf, inviteAgain } from '#/platform/accounts/accounts-contract.ts';
import { WrongLine } from '#/platform/ui/states.tsx';
import { writeMoment } from '#/platform/ui/written.ts';
import { keepPlace } from '../address.ts';
import { useSession } from '../session.ts';
import styles from './Accounts.module.css';
import { useAccountsText } from './accounts-texts.ts';
import type { Slip } from './CodeSlip.tsx';
import { CloseDialog, RecoverDialog, ReopenDialog } from './dialogs.tsx';
import { RecoveryBand } from './RecoveryBand.tsx';
import { SheetWay } from './SheetWay.tsx';
import { useDoing } from './use-accounts.ts';

interface AccountLineProps {
  account: AccountRow;
  show: (slip: Slip) => void;
}

/** One account: who, since when unused, by what it is opened, and what may be done with it. */
export function AccountLine({ account, show }: AccountLineProps) {
  const say = useAccountsText();
  const { name, login, state, lastUsedAt, hasTotp, passkeyCount, hasPrinted, hasProvider } = account;
  const session = useSession();
  const isOwn = session?.isOperator === false && session.actor === login;
  const factors = [
    ...(hasTotp ? [say('app')] : []),
    ...(passkeyCount > 0 ? [say('passkeys', { count: passkeyCount })] : []),
    ...(hasPrinted ? [say('printed')] : []),
  ];
  const used = lastUsedAt === null ? say('neverUsed') : say('lastUsed', { moment: writeMoment(lastUsedAt) });
  return (
    <li className={styles.line}>
      <div className={styles.top}>
        <div>
          <div className={styles.name}>
            {name} <span className={styles.login}>{login}</span>
            {isOwn ? <span className={styles.soft}> {say('own')}</span> : null}
            <span className={styles.state} data-state={state}>
              {say(state)}
            </span>
          </div>
          <div className={styles.soft}>
            {used}, {factors.length === 0 ? say('noFactor') : factors.join(', ')}
            {hasProvider ? `, ${say('provider')}` : ''}
          </div>
        </div>
        {isOwn ? (
          <Link to="/account" search={keepPlace}>
            {say('toOwn')}
          </Link>
        ) : (
          <Actions account={account} show={show} />
        )}
      </div>
      <RecoveryBand account={account} show={show} />
    </li>
  );
}

function Actions({ account, show }: AccountLineProps) {
  const say = useAccountsText();
  const [asked, setAsked] = useState<'close' | 'reopen' | 'recover' | null>(null);
  const { id, login, name, state, recovery } = account;
  const again = useDoing(inviteAgain, (made) => show({ ...made, login, name }));
  const end = useDoing(endSessionsOf);
  const close = () => setAsked(null);
  const error = again.error ?? end.error;
  const act = (text: ReactNode, onClick: () => void, loading = false) => (
    <Button loading={loading} onClick={onClick}>
      {text}
      <span className="for-screen-readers">{say('of', { login })}</span>
    </Button>
  );
  return (
    <div className={styles.actions}>
      {state === 'invited' ? act(say('again'), () => again.mutate({ id }), again.isPending) : null}
      {state === 'closed' ? null : <SheetWay account={account} />}
      {state === 'open' ? act(say('endSessions'), () => end.mutate({ id }), end.isPending) : null}
      {state === 'open' && recovery === null ? act(say('recover'), () => setAsked('recover')) : null}
      {state === 'closed' ? act(say('reopen'), () => setAsked('reopen')) : act(say('close'), () => setAsked('close'))}
      {end.data === undefined ? null : (
        <span role="status" className={styles.soft}>
          {say('ended', { count: end.data.ended })}
        </span>
      )}
      {error === null ? null : <WrongLine error={error} />}
      {asked === 'close' ? <CloseDialog account={account} close={close} /> : null}
      {asked === 'reopen' ? <ReopenDialog account={account} close={close} /> : null}
      {asked === 'recover' ? <RecoverDialog account={account} close={close} /> : null}
    </div>
  );
}
