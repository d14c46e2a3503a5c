import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { type CorrectionRead, decideCorrection } from '#/domain/members/correction-contract.ts';
import { ReasonDialog } from '#/platform/ui/ReasonDialog.tsx';
import { answers, ask } from '../ask.ts';
import sheet from '../inbox/InboxPage.module.css';
import { usePlace } from '../place.ts';
import { AcceptDialog } from './AcceptDialog.tsx';
import { useCorrectionText } from './correction-texts.ts';

/** Accept, with the paper of the decision, or refuse with the reason. */
export function DecideBar({ correction: { id } }: { correction: CorrectionRead }) {
  const say = useCorrectionText();
  const { tenant } = usePlace();
  const [asked, setAsked] = useState<'accept' | 'refuse' | null>(null);
  const close = () => setAsked(null);
  const refusing = useMutation({
    networkMode: 'always',
    mutationFn: (reason: string) => ask(decideCorrection, { id, tenant, isAccepted: false, reason }),
    onSuccess: () => void answers.invalidateQueries(),
  });
  return (
    <div className={`${sheet.bar} not-printed`}>
      <Button type="primary" size="large" onClick={() => setAsked('accept')}>
        {say('accept')}
      </Button>
      <Button size="large" onClick={() => setAsked('refuse')}>
        {say('refuse')}
      </Button>
      {asked === 'accept' ? <AcceptDialog id={id} tenant={tenant} close={close} /> : null}
      {asked === 'refuse' ? (
        <ReasonDialog
          title={say('refuse')}
          what={say('refuseWhat')}
          yes={say('refuse')}
          isPending={refusing.isPending}
          error={refusing.error}
          go={refusing.mutate}
          close={close}
        />
      ) : null}
    </div>
  );
}
