import { Button } from 'antd';
import { useId, useState } from 'react';
import { invite } from '#/platform/accounts/accounts-contract.ts';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { Field } from '#/platform/ui/Field.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import styles from './Accounts.module.css';
import { useAccountsText } from './accounts-texts.ts';
import type { Slip } from './CodeSlip.tsx';
import { useDoing } from './use-accounts.ts';

/** A name and a login; then the code comes. */
export function InviteDialog({ close, show }: { close: () => void; show: (slip: Slip) => void }) {
  const say = useAccountsText();
  const form = useId();
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [isTried, setTried] = useState(false);
  const { mutate, isPending, error } = useDoing(invite, (made) => {
    close();
    show({ ...made, name: name.trim() });
  });
  const fault = (value: string) => (isTried && value.trim() === '' ? say('neededField') : null);
  return (
    <Dialog
      title={say('invite')}
      close={close}
      actions={
        <>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" form={form} loading={isPending}>
            {say('make')}
          </Button>
        </>
      }
    >
      <p>{say('inviteWhat')}</p>
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (name.trim() !== '' && login.trim() !== '') mutate({ login, name });
        }}
      >
        <Field label={say('name')} value={name} change={setName} fault={fault(name)} />
        <Field label={say('login')} value={login} change={setLogin} hint={say('loginHint')} fault={fault(login)} />
      </form>
      {error === null ? null : <WrongLine error={error} />}
    </Dialog>
  );
}
