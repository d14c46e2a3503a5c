import { Button } from 'antd';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { AttachFields } from './AttachFields.tsx';
import { useAttachmentText } from './attachment-texts.ts';
import { type About, useAttach } from './use-attach.ts';

interface AttachDialogProps {
  title: string;
  about: About;
  close: () => void;
}

/** A file put beside what it is about. */
export function AttachDialog({ title, about, close }: AttachDialogProps) {
  const say = useAttachmentText();
  const attach = useAttach(about, close);
  return (
    <Dialog
      title={title}
      close={close}
      actions={
        <>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button type="primary" loading={attach.isPending} onClick={attach.send}>
            {say('send')}
          </Button>
        </>
      }
    >
      <AttachFields attach={attach} />
    </Dialog>
  );
}
