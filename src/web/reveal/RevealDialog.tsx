import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { leastSealedReason, listPersonAccesses } from '#/kernel/access/log-contract.ts';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { Field } from '#/platform/ui/Field.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import { answers } from '../ask.ts';
import type { Opened } from './opened.ts';
import { useRevealText } from './reveal-texts.ts';

interface RevealDialogProps {
  label: string;
  ask: (reason: string) => Promise<Opened>;
  isSealed: boolean;
  close: () => void;
  show: (value: Opened) => void;
}

/** Asks why a value is looked at: the reason, and that it is kept, stand before the value does. */
export function RevealDialog({ label, ask, isSealed, close, show }: RevealDialogProps) {
  const say = useRevealText();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    gcTime: 0, // the value stays in no cache
    mutationFn: () => ask(reason),
    onSuccess: (value) => {
      void answers.invalidateQueries({ queryKey: [listPersonAccesses.path] });
      show(value);
    },
  });
  const isShort = reason.trim().length < (isSealed ? leastSealedReason : 1);
  const reveal = (event?: FormEvent) => {
    event?.preventDefault();
    setTried(true);
    if (!isShort && !isPending) mutate();
  };
  return (
    <Dialog
      title={say('revealOf', { label })}
      close={close}
      actions={
        <>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button type="primary" loading={isPending} onClick={() => reveal()}>
            {say('reveal')}
          </Button>
        </>
      }
    >
      <p>{say(isSealed ? 'sealedWhat' : 'what')}</p>
      <form onSubmit={reveal}>
        <Field
          label={say('reason')}
          value={reason}
          change={setReason}
          isFirst
          fault={isTried && isShort ? say(isSealed ? 'mustLong' : 'mustReason') : null}
        />
      </form>
      {error === null ? null : <WrongLine error={error} />}
    </Dialog>
  );
}
