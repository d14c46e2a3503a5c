import { Button } from 'antd';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import { useAccountText } from './account-texts.ts';

interface AskFirstProps {
  title: string;
  /** What follows from it. */
  what: string;
  yes: string;
  isPending: boolean;
  error: Error | null;
  go: () => void;
  close: () => void;
}

/** Says what follows, and does it when that is wanted. */
export function AskFirst({ title, what, yes, isPending, error, go, close }: AskFirstProps) {
  const say = useAccountText();
  return (
    <Dialog
      title={title}
      close={close}
      actions={
        <>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button type="primary" loading={isPending} onClick={go}>
            {yes}
          </Button>
        </>
      }
    >
      <p>{what}</p>
      {error === null ? null : <WrongLine error={error} />}
    </Dialog>
  );
}
