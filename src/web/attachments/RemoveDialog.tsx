import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { Field } from '#/platform/ui/Field.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import { useAttachmentText } from './attachment-texts.ts';

interface RemoveDialogProps {
  remove: (reason: string) => Promise<unknown>;
  close: () => void;
}

/** Removes a photo or a paper, for a reason that stays. */
export function RemoveDialog({ remove: removed, close }: RemoveDialogProps) {
  const say = useAttachmentText();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: () => removed(reason),
    onSuccess: close,
  });
  const isEmpty = reason.trim() === '';
  const remove = () => {
    setTried(true);
    if (!isEmpty) mutate();
  };
  return (
    <Dialog
      title={say('removeTitle')}
      close={close}
      actions={
        <>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button type="primary" loading={isPending} onClick={remove}>
            {say('remove')}
          </Button>
        </>
      }
    >
      <p>{say('removeWhat')}</p>
      <Field
        label={say('reason')}
        value={reason}
        change={setReason}
        isFirst
        fault={isTried && isEmpty ? say('mustReason') : null}
      />
      {error === null ? null : <WrongLine error={error} />}
    </Dialog>
  );
}
