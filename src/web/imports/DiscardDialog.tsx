import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { discardImport } from '#/exchange/intake/contract.ts';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { ask } from '../ask.ts';
import { useImportText } from './import-texts.ts';
import { Refusal } from './Refusal.tsx';

interface DiscardDialogProps {
  id: string;
  name: string;
  done: () => void;
  close: () => void;
}

/** Drops an import that is not recorded, with its file, after saying what that means. */
export function DiscardDialog({ id, name, done, close }: DiscardDialogProps) {
  const say = useImportText();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => ask(discardImport, { id }),
    networkMode: 'always',
    onSuccess: done,
  });
  return (
    <Dialog
      title={say('discardTitle', { name })}
      close={close}
      actions={
        <>
          <Button onClick={close}>{say('keep')}</Button>
          <Button type="primary" loading={isPending} onClick={() => mutate()}>
            {say('discardYes')}
          </Button>
        </>
      }
    >
      <p>{say('discardWhat')}</p>
      <Refusal error={error} />
    </Dialog>
  );
}
