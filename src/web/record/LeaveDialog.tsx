import { useBlocker } from '@tanstack/react-router';
import { Button } from 'antd';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { useRecordingText } from './record-texts.ts';

interface LeaveDialogProps {
  /** Something was typed that is not recorded. */
  isUnsaved: boolean;
  /** The server keeps it as a draft. */
  isSaved: boolean;
  drop: () => Promise<void>;
}

/** Asks before somebody leaves a form with what was typed in it. */
export function LeaveDialog({ isUnsaved, isSaved, drop }: LeaveDialogProps) {
  const say = useRecordingText();
  const { proceed, reset, status } = useBlocker({
    // Another day, unit or opened figure is the same page.
    shouldBlockFn: ({ current, next }) => isUnsaved && current.pathname !== next.pathname,
    enableBeforeUnload: isUnsaved && !isSaved,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <Dialog
      title={say('leaveTitle')}
      close={reset}
      actions={
        <>
          <Button
            danger
            onClick={() => {
              void drop();
              proceed();
            }}
          >
            {say('leaveDrop')}
          </Button>
          <Button onClick={proceed}>{say('leaveKeep')}</Button>
          <Button type="primary" onClick={reset}>
            {say('stay')}
          </Button>
        </>
      }
    >
      <p>{say('leaveWhat')}</p>
    </Dialog>
  );
}
