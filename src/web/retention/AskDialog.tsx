import { useMutation } from '@tanstack/react-query';
import { askErasure, type Retention } from '#/domain/members/retention-contract.ts';
import { ReasonDialog } from '#/platform/ui/ReasonDialog.tsx';
import { answers, ask } from '../ask.ts';
import { useRetentionText } from './retention-texts.ts';

interface AskDialogProps {
  due: Retention['due'][number];
  tenant: string | undefined;
  close: () => void;
}

/** Asks that what is due of somebody be erased; nothing is yet. */
export function AskDialog({ due: { person, name, valueCount }, tenant, close }: AskDialogProps) {
  const say = useRetentionText();
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: (reason: string) => ask(askErasure, { person, reason, tenant }),
    onSuccess: async () => {
      close();
      await answers.invalidateQueries();
    },
  });
  return (
    <ReasonDialog
      title={say('askTitle', { name })}
      what={say('askWhat', { count: valueCount })}
      yes={say('ask')}
      {...{ isPending, error, close }}
      go={mutate}
    />
  );
}
