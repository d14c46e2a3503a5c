import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { prove } from '#/platform/accounts/own-contract.ts';
import { Choices } from '#/platform/ui/Choices.tsx';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { Field } from '#/platform/ui/Field.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import { ask } from '../ask.ts';
import styles from './Account.module.css';
import { useAccountText } from './account-texts.ts';
import { useOwnAccount } from './use-own-account.ts';

/** The password or a code of the app once more. */
export function ProveDialog({ close, proved }: { close: () => void; proved: () => void }) {
  const say = useAccountText();
  const form = useId();
  const hasApp = useOwnAccount().data?.account?.totpSince != null;
  const [way, setWay] = useState<'password' | 'code'>('password');
  const [text, setText] = useState('');
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: () => ask(prove, { [way]: text }),
    onSuccess: proved,
    onError: () => setText(''),
  });
  return (
    <Dialog
      title={say('proveTitle')}
      close={close}
      actions={
        <>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" form={form} loading={isPending}>
            {say('goOn')}
          </Button>
        </>
      }
    >
      <p>{say('proveWhat')}</p>
      {hasApp ? (
        <Choices
          label={say('proveBy')}
          value={way}
          choose={(next) => {
            setWay(next);
            setText('');
          }}
          choices={[
            { value: 'password', label: say('password') },
            { value: 'code', label: say('app') },
          ]}
        />
      ) : null}
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (text !== '') mutate();
        }}
      >
        <Field
          key={way}
          label={say(way === 'password' ? 'current' : 'appCode')}
          value={text}
          change={setText}
          isSecret={way === 'password'}
          complete={way === 'password' ? 'current-password' : 'one-time-code'}
        />
      </form>
      {error === null ? null : <WrongLine error={error} />}
    </Dialog>
  );
}
