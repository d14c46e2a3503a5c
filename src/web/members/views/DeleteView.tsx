import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { deleteView, type SavedView } from '#/domain/members/views-contract.ts';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import { ask } from '../../ask.ts';
import { readViewsAnew } from './use-views.ts';
import { useViewText } from './view-texts.ts';

interface DeleteViewProps {
  saved: SavedView;
  tenant: string | undefined;
  done: () => void;
  close: () => void;
}

/** Asks before a view goes for good. */
export function DeleteView({ saved: { id, name, isShared }, tenant, done, close }: DeleteViewProps) {
  const say = useViewText();
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: () => ask(deleteView, { id, tenant }),
    onSuccess: async () => {
      await readViewsAnew();
      done();
      close();
    },
  });
  return (
    <Dialog
      title={say('deleteTitle', { name })}
      close={close}
      actions={
        <>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button type="primary" loading={isPending} onClick={() => mutate()}>
            {say('deleteIt')}
          </Button>
        </>
      }
    >
      <p>{say('deleteWhat')}</p>
      {isShared ? <p>{say('deleteShared')}</p> : null}
      {error === null ? null : <WrongLine error={error} />}
    </Dialog>
  );
}
