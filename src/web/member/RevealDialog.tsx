import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { type Revealed, revealField } from '#/domain/members/reveal-contract.ts';
import { listPersonAccesses } from '#/kernel/access/log-contract.ts';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { Field } from '#/platform/ui/Field.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import { answers, ask } from '../ask.ts';
import { useMemberText } from './member-texts.ts';

interface RevealDialogProps {
  about: { id: string; tenant: string; on: string; field: string };
  label: string;
  close: () => void;
  show: (value: Revealed) => void;
}

/** Asks why a sensitive value is looked at: the reason, and that it is kept, stand before the value does. */
export function RevealDialog({ about, label, close, show }: RevealDialogProps) {
  const say = useMemberText();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    gcTime: 0, // the value stays in no cache
    mutationFn: () => ask(revealField, { ...about, reason }),
    onSuccess: (value) => {
      void answers.invalidateQueries({ queryKey: [listPersonAccesses.path] });
      show(value);
    },
  });
  const isEmpty = reason.trim() === '';
  const reveal = (event?: FormEvent) => {
    event?.preventDefault();
    setTried(true);
    if (!isEmpty && !isPending) mutate();
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
      <p>{say('revealWhat')}</p>
      <form onSubmit={reveal}>
        <Field
          label={say('revealReason')}
          value={reason}
          change={setReason}
          isFirst
          fault={isTried && isEmpty ? say('mustReason') : null}
        />
      </form>
      {error === null ? null : <WrongLine error={error} />}
    </Dialog>
  );
}
