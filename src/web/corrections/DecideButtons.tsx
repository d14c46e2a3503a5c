import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { type Correction, decideCorrection, revealCorrection } from '#/domain/members/correction-contract.ts';
import { Select } from '#/platform/ui/Select.tsx';
import { answers, ask } from '../ask.ts';
import styles from './Corrections.module.css';
import { useCorrectionText } from './correction-texts.ts';
import { WhyDialog } from './WhyDialog.tsx';

interface DecideProps {
  correction: Correction;
  tenant: string | undefined;
}

type Kind = 'member.corrected' | 'member.updated';
const kinds: readonly Kind[] = ['member.corrected', 'member.updated'];

/** Accept, refuse, and (of a sensitive value) look at what is asked for. */
export function DecideButtons({ correction, tenant }: DecideProps) {
  const say = useCorrectionText();
  const [asked, setAsked] = useState<'accept' | 'refuse' | 'show' | null>(null);
  const [kind, setKind] = useState<Kind>('member.corrected');
  const { id, isMasked } = correction;
  const close = () => setAsked(null);
  const deciding = useMutation({
    networkMode: 'always',
    mutationFn: (input: { isAccepted: boolean; reason: string }) =>
      ask(decideCorrection, { id, tenant, kind, ...input }),
    onSuccess: () => void answers.invalidateQueries(),
  });
  const showing = useMutation({
    networkMode: 'always',
    gcTime: 0,
    mutationFn: (reason: string) => ask(revealCorrection, { id, tenant, reason }),
    onSuccess: close,
  });
  return (
    <>
      {showing.data === undefined ? null : <p role="status">{showing.data.lines.join('; ')}</p>}
      <div className={styles.actions}>
        {isMasked && showing.data === undefined ? (
          <Button onClick={() => setAsked('show')}>{say('show')}</Button>
        ) : null}
        <Button onClick={() => setAsked('accept')}>{say('accept')}</Button>
        <Button onClick={() => setAsked('refuse')}>{say('refuse')}</Button>
      </div>
      {asked === 'show' ? (
        <WhyDialog title={say('show')} what={say('showWhat')} doing={showing} go={showing.mutate} close={close} />
      ) : null}
      {asked === 'accept' || asked === 'refuse' ? (
        <WhyDialog
          title={say(asked)}
          what={say(asked === 'accept' ? 'acceptWhat' : 'refuseWhat')}
          doing={deciding}
          go={(reason) => deciding.mutate({ isAccepted: asked === 'accept', reason })}
          close={close}
        >
          {asked === 'accept' ? (
            <Select
              label={say('how')}
              value={kind}
              choose={(one) => setKind(one as Kind)}
              options={kinds.map((one) => ({ value: one, label: say(one) }))}
            />
          ) : null}
        </WhyDialog>
      ) : null}
    </>
  );
}
