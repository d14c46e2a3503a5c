import { Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { Field } from '#/platform/ui/Field.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import styles from './Corrections.module.css';
import { useCorrectionText } from './correction-texts.ts';

interface WhyDialogProps {
  /** What is done, as the button says it. */
  title: string;
  /** Over the dialog, where that says more. */
  heading?: string;
  /** More is asked than the reason. */
  isWide?: boolean;
  /** What the reason is called. */
  reasonLabel?: string;
  what: string;
  doing: { isPending: boolean; error: Error | null };
  go: (reason: string) => void;
  close: () => void;
  /** What else is asked, above the reason. */
  children?: ReactNode;
  /** Somebody tries: what else is missing is told now. */
  tried?: () => void;
  /** Nothing else is missing. */
  mayGo?: boolean;
}

/** Says what follows, asks why, and does it. */
export function WhyDialog({ title, what, doing, go, close, ...more }: WhyDialogProps) {
  const { children, tried, mayGo = true, heading = title, reasonLabel, isWide } = more;
  const say = useCorrectionText();
  const form = useId();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const isEmpty = reason.trim() === '';
  return (
    <Dialog
      title={heading}
      isWide={isWide}
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
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          tried?.();
          if (!isEmpty && mayGo && !doing.isPending) go(reason);
        }}
      >
        {children}
        <Field
          label={reasonLabel ?? say('reason')}
          value={reason}
          change={setReason}
          fault={isTried && isEmpty ? say('needed') : null}
        />
      </form>
      {doing.error === null ? null : <WrongLine error={doing.error} />}
    </Dialog>
  );
}
