import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import {
  type ProposalRead,
  recordProposal,
  returnProposal,
  withdrawProposal,
} from '#/kernel/journal/proposal-contract.ts';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { Field } from '#/platform/ui/Field.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import { answers, ask } from '../ask.ts';
import { usePlace } from '../place.ts';
import { forForm } from '../record/record-search.ts';
import styles from './InboxPage.module.css';
import { useInboxText } from './inbox-texts.ts';

interface DecideProps {
  proposal: ProposalRead;
  /** Reads the proposal anew. */
  again: () => void;
}

/** What may be done with it: recorded or returned by somebody else, withdrawn or taken up again by who made it. */
export function Decide({ proposal, again }: DecideProps) {
  const { can } = proposal;
  if (can.record) return <Record proposal={proposal} again={again} />;
  return can.withdraw || can.again ? <Own proposal={proposal} /> : null;
}

/** The register, inboxes and numbers have changed. */
const done = () => answers.invalidateQueries();

function Record({ proposal: { id, seenAt, rehearsed, lines }, again }: DecideProps) {
  const say = useInboxText();
  const { tenant } = usePlace();
  const [isReturning, setReturning] = useState(false);
  const record = useMutation({
    mutationFn: () => ask(recordProposal, { id, tenant, seenAt }),
    onSuccess: done,
    onError: () => again(), // what has moved meanwhile is shown beside the refusal
  });
  const isReady = rehearsed?.isPossible === true && !record.isPending;
  const press = () => {
    if (isReady) record.mutate();
  };
  useRecordKeys(press);
  return (
    <div className={styles.bar}>
      {record.error === null ? null : <WrongLine error={record.error} />}
      <Button type="primary" size="large" disabled={!isReady} loading={record.isPending} onClick={press}>
        {lines.length === 0 ? say('record') : say('recordAll', { count: lines.length })}
      </Button>
      <Button size="large" onClick={() => setReturning(true)}>
        {say(lines.length === 0 ? 'return' : 'returnAll')}
      </Button>
      {isReturning ? <ReturnDialog id={id} tenant={tenant} close={() => setReturning(false)} /> : null}
    </div>
  );
}

function Own({ proposal: { id, kind, lines, can } }: Pick<DecideProps, 'proposal'>) {
  const say = useInboxText();
  const { tenant } = usePlace();
  const withdraw = useMutation({ mutationFn: () => ask(withdrawProposal, { id, tenant }), onSuccess: done });
  return (
    <div className={styles.bar}>
      {withdraw.error === null ? null : <WrongLine error={withdraw.error} />}
      {can.withdraw ? (
        <Button loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {say('withdraw')}
        </Button>
      ) : null}
      {can.again ? (
        <Link
          to={lines.length === 0 ? '/record/$kind' : '/record/$kind/many'}
          params={{ kind }}
          search={forForm({ follows: id }) as never}
        >
          {say('again')}
        </Link>
      ) : null}
    </div>
  );
}

interface ReturnDialogProps {
  id: string;
  tenant: string | undefined;
  close: () => void;
}

function ReturnDialog({ id, tenant, close }: ReturnDialogProps) {
  const say = useInboxText();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const giveBack = useMutation({
    mutationFn: () => ask(returnProposal, { id, tenant, reason: reason.trim() }),
    onSuccess: async () => {
      close();
      await answers.invalidateQueries();
    },
  });
  const press = () => {
    setTried(true);
    if (reason.trim() !== '') giveBack.mutate();
  };
  return (
    <Dialog
      title={say('returnTitle')}
      close={close}
      actions={
        <>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button type="primary" loading={giveBack.isPending} onClick={press}>
            {say('return')}
          </Button>
        </>
      }
    >
      <p>{say('returnWhat')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          press();
        }}
      >
        <Field
          isFirst
          label={say('reason')}
          value={reason}
          change={setReason}
          fault={isTried && reason.trim() === '' ? say('reasonMissing') : null}
        />
      </form>
      {giveBack.error === null ? null : <WrongLine error={giveBack.error} />}
    </Dialog>
  );
}

/** Ctrl+Enter records, as on the form of an act. */
function useRecordKeys(press: () => void): void {
  const call = useEffectEvent(press);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      if (document.querySelector('dialog[open]') !== null) return; // it is asked about something else
      event.preventDefault();
      call();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
