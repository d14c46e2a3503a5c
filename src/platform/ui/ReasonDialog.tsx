import { Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { Dialog } from './Dialog.tsx';
import { Field } from './Field.tsx';
import styles from './ReasonDialog.module.css';
import { WrongLine } from './states.tsx';
import { useUiText } from './ui-texts.ts';

interface ReasonDialogProps {
  title: string;
  what: ReactNode;
  yes: string;
  isPending: boolean;
  error: Error | null;
  go: (reason: string) => void;
  close: () => void;
  /** What is asked before the reason; `isTried`: what is missing is said. */
  first?: (isTried: boolean) => ReactNode;
  /** Nothing is missing there. */
  isComplete?: boolean;
  /** What is decided beside the reason. */
  children?: ReactNode;
}

/** Says what follows, asks why, and does it. */
export function ReasonDialog({ title, what, yes, go, close, ...more }: ReasonDialogProps) {
  const { isPending, error, first, isComplete = true, children } = more;
  const say = useUiText();
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
          if (!isEmpty && isComplete) go(reason);
        }}
      >
        {first?.(isTried)}
        <Field
          label={say('reason')}
          value={reason}
          change={setReason}
          fault={isTried && isEmpty ? say('reasonNeeded') : null}
        />
        {children}
      </form>
      {error === null ? null : <WrongLine error={error} />}
    </Dialog>
  );
}
