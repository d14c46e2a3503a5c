import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import { answers } from '../ask.ts';
import styles from './AccessPage.module.css';
import { useAccessText } from './access-texts.ts';

/** Sends what a dialog asks for; what was shown of roles is asked anew. */
export function useSend(send: () => Promise<unknown>, close: () => void) {
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      close();
      await answers.invalidateQueries();
    },
  });
}

interface GrantDialogProps {
  title: string;
  /** On the button. */
  label: string;
  send: UseMutationResult<unknown, Error, void>;
  close: () => void;
  isComplete: boolean;
  /** The fields; they ask what is to be said of one that is empty. */
  children: (needed: (value: string) => string | null, isTried: boolean) => ReactNode;
}

/** What is to be told of a role, and the press. */
export function GrantDialog({ title, label, send, close, isComplete, children }: GrantDialogProps) {
  const say = useAccessText();
  const [isTried, setTried] = useState(false);
  const press = () => {
    setTried(true);
    if (isComplete) send.mutate();
  };
  return (
    <Dialog
      title={title}
      close={close}
      actions={
        <>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button type="primary" loading={send.isPending} onClick={press}>
            {label}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          press();
        }}
      >
        {children((value) => (isTried && value.trim() === '' ? say('needed') : null), isTried)}
        {/* Enter in a field presses; the buttons stand outside the form. */}
        <input type="submit" hidden />
      </form>
      {send.error === null ? null : <WrongLine error={send.error} />}
    </Dialog>
  );
}
