import { Button } from 'antd';
import { useState } from 'react';
import { type OwnAccount, untie } from '#/platform/accounts/own-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { WrongLine } from '#/platform/ui/states.tsx';
import { writeMoment } from '#/platform/ui/written.ts';
import { ask } from '../ask.ts';
import { goToTie } from '../sign-in/provider.ts';
import styles from './Account.module.css';
import { AskFirst } from './AskFirst.tsx';
import { useAccountText } from './account-texts.ts';
import { useProved } from './use-proved.tsx';

interface ProviderPartProps {
  account: OwnAccount;
  /** What the provider is called; null: there is none here, though the account may have been tied to one. */
  called: { vi: string; en: string } | null;
}

/** Who the account is at the identity provider. */
export function ProviderPart({ account: { provider, passwordSetAt }, called }: ProviderPartProps) {
  const say = useAccountText();
  const { language } = useLanguage();
  const [isAsked, setAsked] = useState(false);
  const tie = useProved(goToTie);
  const remove = useProved(
    () => ask(untie, {}),
    () => setAsked(false),
  );
  if (called === null && provider === null) return null;
  return (
    <section className={styles.part}>
      <h2>{called?.[language] ?? say('provider')}</h2>
      <p className={styles.soft}>{say('providerWhat')}</p>
      {provider === null ? null : (
        <p>{say('providerSince', { name: provider.name ?? provider.subject, moment: writeMoment(provider.tiedAt) })}</p>
      )}
      {tie.error === null ? null : <WrongLine error={tie.error} />}
      <div className={styles.actions}>
        {provider === null ? (
          <Button loading={tie.isPending} onClick={() => tie.run(undefined)}>
            {say('tieProvider')}
          </Button>
        ) : passwordSetAt === null ? null : (
          <Button onClick={() => setAsked(true)}>{say('untieProvider')}</Button>
        )}
      </div>
      {isAsked ? (
        <AskFirst
          title={`${say('untieProvider')}?`}
          what={say('untieProviderWhat')}
          yes={say('remove')}
          isPending={remove.isPending}
          error={remove.error}
          go={() => remove.run(undefined)}
          close={() => setAsked(false)}
        />
      ) : null}
      {tie.dialog}
      {remove.dialog}
    </section>
  );
}
