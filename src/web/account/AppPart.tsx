import { useMutation } from '@tanstack/react-query';
import { Button, QRCode } from 'antd';
import { useId, useState } from 'react';
import { beginTotp, confirmTotp, type OwnAccount, removeTotp } from '#/platform/accounts/own-contract.ts';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { Field } from '#/platform/ui/Field.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import { writeMoment } from '#/platform/ui/written.ts';
import { ask } from '../ask.ts';
import styles from './Account.module.css';
import { AskFirst } from './AskFirst.tsx';
import { useAccountText } from './account-texts.ts';
import { askAccountAnew } from './use-own-account.ts';
import { useProved } from './use-proved.tsx';

/** The authenticator app: added by a QR code and a first code, removed after a question. */
export function AppPart({ account: { totpSince } }: { account: OwnAccount }) {
  const say = useAccountText();
  const [shown, setShown] = useState<{ uri: string; secret: string } | null>(null);
  const [isAsked, setAsked] = useState(false);
  const begin = useProved(() => ask(beginTotp, {}), setShown);
  const remove = useProved(
    () => ask(removeTotp, {}),
    () => setAsked(false),
  );
  return (
    <section className={styles.part}>
      <h2>{say('app')}</h2>
      <p className={styles.soft}>{say('appWhat')}</p>
      {totpSince === null ? null : <p>{say('appSince', { moment: writeMoment(totpSince) })}</p>}
      {begin.error === null ? null : <WrongLine error={begin.error} />}
      <div className={styles.actions}>
        {totpSince === null ? (
          <Button loading={begin.isPending} onClick={() => begin.run(undefined)}>
            {say('addApp')}
          </Button>
        ) : (
          <Button onClick={() => setAsked(true)}>{say('removeApp')}</Button>
        )}
      </div>
      {shown === null ? null : <AddDialog {...shown} close={() => setShown(null)} />}
      {isAsked ? (
        <AskFirst
          title={`${say('removeApp')}?`}
          what={say('removeAppWhat')}
          yes={say('remove')}
          isPending={remove.isPending}
          error={remove.error}
          go={() => remove.run(undefined)}
          close={() => setAsked(false)}
        />
      ) : null}
      {begin.dialog}
      {remove.dialog}
    </section>
  );
}

function AddDialog({ uri, secret, close }: { uri: string; secret: string; close: () => void }) {
  const say = useAccountText();
  const form = useId();
  const [code, setCode] = useState('');
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: () => ask(confirmTotp, { code }),
    onSuccess: () => {
      void askAccountAnew();
      close();
    },
    onError: () => setCode(''),
  });
  return (
    <Dialog
      title={say('addAppTitle')}
      close={close}
      actions={
        <>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" form={form} loading={isPending}>
            {say('confirm')}
          </Button>
        </>
      }
    >
      <p>{say('scan')}</p>
      <div className={styles.scan}>
        {/* For those who do not see it, the secret beside it says the same. */}
        <div className={styles.qr} aria-hidden>
          <QRCode type="svg" value={uri} size={168} bordered={false} color="#000" bgColor="#fff" marginSize={0} />
        </div>
        <div className={styles.typed}>
          <p>{say('orType')}</p>
          <code className={styles.secret}>{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
        </div>
      </div>
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (code.trim() !== '') mutate();
        }}
      >
        <Field label={say('appCode')} value={code} change={setCode} complete="one-time-code" />
      </form>
      {error === null ? null : <WrongLine error={error} />}
    </Dialog>
  );
}
