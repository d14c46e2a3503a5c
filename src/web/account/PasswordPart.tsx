import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { changePassword, type OwnAccount } from '#/platform/accounts/own-contract.ts';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { Field } from '#/platform/ui/Field.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import { writeMoment } from '#/platform/ui/written.ts';
import { ask } from '../ask.ts';
import { NewPasswordField } from '../sign-in/NewPasswordField.tsx';
import styles from './Account.module.css';
import { useAccountText } from './account-texts.ts';
import { askAccountAnew } from './use-own-account.ts';

/** The password: when it was set, and another one. */
export function PasswordPart({ account: { login, passwordSetAt } }: { account: OwnAccount }) {
  const say = useAccountText();
  const [state, setState] = useState<'closed' | 'open' | 'changed'>('closed');
  return (
    <section className={styles.part}>
      <h2>{say('password')}</h2>
      <p className={styles.soft}>
        {passwordSetAt === null ? say('passwordNone') : say('passwordSet', { moment: writeMoment(passwordSetAt) })}
      </p>
      {state === 'changed' ? (
        <p className={styles.good} role="status">
          {say('changed')}
        </p>
      ) : null}
      {/* Who signs in by the provider alone has none that could be shown first. */}
      {passwordSetAt === null ? null : (
        <div className={styles.actions}>
          <Button onClick={() => setState('open')}>{say('change')}</Button>
        </div>
      )}
      {state === 'open' ? (
        <ChangeDialog login={login} close={() => setState('closed')} changed={() => setState('changed')} />
      ) : null}
    </section>
  );
}

function ChangeDialog({ login, close, changed }: { login: string; close: () => void; changed: () => void }) {
  const say = useAccountText();
  const form = useId();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: () => ask(changePassword, { current, password }),
    onSuccess: () => {
      void askAccountAnew();
      changed();
    },
  });
  return (
    <Dialog
      title={say('change')}
      close={close}
      actions={
        <>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" form={form} loading={isPending}>
            {say('save')}
          </Button>
        </>
      }
    >
      <p>{say('changeWhat')}</p>
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (current !== '' && password !== '') mutate();
        }}
      >
        {/* The browser's memory of passwords asks under which login it keeps the new one. */}
        <input hidden type="text" name="username" autoComplete="username" value={login} readOnly />
        <Field
          label={say('current')}
          value={current}
          change={setCurrent}
          isSecret
          complete="current-password"
          fault={isTried && current === '' ? say('needed') : null}
        />
        <NewPasswordField value={password} change={setPassword} />
      </form>
      {error === null ? null : <WrongLine error={error} />}
    </Dialog>
  );
}
