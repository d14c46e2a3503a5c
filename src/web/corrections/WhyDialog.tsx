import { Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { Field } from '#/platform/ui/Field.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import styles from './Corrections.module.css';
import { useCorrectionText } from './correction-texts.ts';

interface WhyDialogProps {
  title: string;
  what: string;
  doing: { isPending: boolean; error: Error | null };
  go: (reason: string) => void;
  close: () => void;
  children?: ReactNode;
}

/** Says what follows, asks why, and does it. */
export function WhyDialog({ title, what, doing, go, close, children }: WhyDialogProps) {
  const say = useCorrectionText();
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
          <Button type="primary" htmlType="submit" form={form} loading={doing.isPending}>
            {title}
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
        {children}
        <Field
          label={say('reason')}
          value={reason}
          change={setReason}
          fault={isTried && isEmpty ? say('needed') : null}
        />
      </form>
      {doing.error === null ? null : <WrongLine error={doing.error} />}
    </Dialog>
  );
}
