import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { decideErasure, type ErasureShown } from '#/domain/members/retention-contract.ts';
import { ReasonDialog } from '#/platform/ui/ReasonDialog.tsx';
import { answers, ask } from '../ask.ts';
import styles from './Retention.module.css';
import { useRetentionText } from './retention-texts.ts';

interface DecideProps {
  erasure: ErasureShown;
  tenant: string | undefined;
}

/** The second person approves, and it is gone for good, or refuses; both with a reason. */
export function DecideErasure({ erasure: { id, name }, tenant }: DecideProps) {
  const say = useRetentionText();
  const [asked, setAsked] = useState<'approve' | 'refuse' | null>(null);
  const close = () => setAsked(null);
  const { mutate, isPending, error, reset } = useMutation({
    networkMode: 'always',
    mutationFn: (decided: { isApproved: boolean; reason: string }) => ask(decideErasure, { id, tenant, ...decided }),
    onSuccess: async () => {
      close();
      await answers.invalidateQueries();
    },
  });
  const open = (which: 'approve' | 'refuse') => {
    reset();
    setAsked(which);
  };
  return (
    <span className={styles.actions}>
      <Button aria-label={say('approveOf', { name })} onClick={() => open('approve')}>
        {say('approve')}
      </Button>
      <Button aria-label={say('refuseOf', { name })} onClick={() => open('refuse')}>
        {say('refuse')}
      </Button>
      {asked === null ? null : (
        <ReasonDialog
          title={say(asked === 'approve' ? 'approveOf' : 'refuseOf', { name })}
          what={say(asked === 'approve' ? 'approveWhat' : 'refuseWhat')}
          yes={say(asked === 'approve' ? 'approveYes' : 'refuse')}
          {...{ isPending, error, close }}
          go={(reason) => mutate({ isApproved: asked === 'approve', reason })}
        />
      )}
    </span>
  );
}
