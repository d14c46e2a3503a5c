import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { removeAttachment } from '#/kernel/attachments/contract.ts';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { Field } from '#/platform/ui/Field.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import { ask } from '../ask.ts';
import { askFilesAnew } from './ask-anew.ts';
import { useAttachmentText } from './attachment-texts.ts';

/** Removes a photo or a paper, for a reason that stays. */
export function RemoveDialog({ id, tenant, close }: { id: string; tenant: string | undefined; close: () => void }) {
  const say = useAttachmentText();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: () => ask(removeAttachment, { id, tenant, reason }),
    onSuccess: () => {
      void askFilesAnew();
      close();
    },
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
