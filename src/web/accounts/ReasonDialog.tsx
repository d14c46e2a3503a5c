import { Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { Field } from '#/platform/ui/Field.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import styles from './Accounts.module.css';
import { useAccountsText } from './accounts-texts.ts';

interface ReasonDialogProps {
  title: string;
  what: string;
  yes: string;
  isPending: boolean;
  error: Error | null;
  go: (reason: string) => void;
  close: () => void;
  /** What is decided beside the reason. */
  children?: ReactNode;
}

/** Says what follows, asks why, and does it. */
export function ReasonDialog({ title, what, yes, isPending, error, go, close, children }: ReasonDialogProps) {
  const say = useAccountsText();
  const form = useId();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const isEmpty = reason.trim() === '';
  return (
    <Dialog
      title={title}
      close={close}
      actions={
        <>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" form={form} loading={isPending}>
            {yes}
          </Button>
        </>
      }
    >
      <p>{what}</p>
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!isEmpty) go(reason);
        }}
      >
        <Field
          label={say('reason')}
          value={reason}
          change={setReason}
          fault={isTried && isEmpty ? say('needed') : null}
        />
        {children}
      </form>
      {error === null ? null : <WrongLine error={error} />}
    </Dialog>
  );
}
