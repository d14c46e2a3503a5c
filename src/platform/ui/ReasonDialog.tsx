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
  /** Somebody tries: whoever holds what is asked there is told. */
  tried?: () => void;
  /** What the reason is called here. */
  reasonLabel?: string;
  /** More is asked than a line. */
  isWide?: boolean;
  /** What is decided beside the reason. */
  children?: ReactNode;
}

/** Says what follows, asks why, and does it. */
export function ReasonDialog({ title, what, yes, go, close, ...more }: ReasonDialogProps) {
  const { isPending, error, first, isComplete = true, tried, reasonLabel, isWide, children } = more;
  const say = useUiText();
  const form = useId();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const isEmpty = reason.trim() === '';
  return (
    <Dialog
      title={title}
      isWide={isWide}
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
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          tried?.();
          if (!isEmpty && isComplete && !isPending) go(reason);
        }}
      >
        {first?.(isTried)}
        <Field
          label={reasonLabel ?? say('reason')}
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
