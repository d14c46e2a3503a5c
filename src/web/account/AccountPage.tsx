import { UserOutlined } from '@ant-design/icons';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { State, Waiting, Wrong } from '#/platform/ui/states.tsx';
import styles from './Account.module.css';
import { AppPart } from './AppPart.tsx';
import { useAccountText } from './account-texts.ts';
import { PasskeysPart } from './PasskeysPart.tsx';
import { PasswordPart } from './PasswordPart.tsx';
import { PrintedPart } from './PrintedPart.tsx';
import { ProviderPart } from './ProviderPart.tsx';
import { RecoveryNotice } from './RecoveryNotice.tsx';
import { SessionsPart } from './SessionsPart.tsx';
import { useOwnAccount } from './use-own-account.ts';

/** What opens one's account, and where it stands open. */
export function AccountPage() {
  const say = useAccountText();
  usePageTitle(say('title'));
  const { data, error, refetch } = useOwnAccount();
  if (error !== null) return <Wrong isPage error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={12} />;
  const { account, canUsePasskeys, provider } = data;
  if (account === null)
    return (
      <State isPage icon={<UserOutlined />} title={say('none')}>
        <p>{say('noneWhat')}</p>
        <pre className={styles.command}>npx sotay admin create --login … --name …</pre>
      </State>
    );
  return (
    <div className={styles.page}>
      <header>
        <h1>{say('title')}</h1>
        <p className={styles.lead}>{say('lead', { name: account.name, login: account.login })}</p>
      </header>
      <RecoveryNotice recovery={account.recovery} />
      <PasswordPart account={account} />
      <AppPart account={account} />
      <PasskeysPart account={account} canUsePasskeys={canUsePasskeys} />
      <PrintedPart account={account} />
      <ProviderPart account={account} called={provider} />
      <SessionsPart sessions={account.sessions} />
    </div>
  );
}
