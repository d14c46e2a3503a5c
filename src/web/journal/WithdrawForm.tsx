import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { type FormEvent, useState } from 'react';
import type { ActStory, Withdrawal } from '#/kernel/journal/list-contract.ts';
import { Field } from '#/platform/ui/Field.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import { writeMoment } from '#/platform/ui/written.ts';
import { keepPlace } from '../address.ts';
import { readTypedDay } from '../period/read-moment.ts';
import { useActText } from './act-texts.ts';
import type { TypedPaper, useWithdrawal } from './use-withdrawal.ts';
import styles from './WithdrawPage.module.css';
import { useWithdrawText } from './withdraw-texts.ts';

interface WithdrawFormProps {
  story: ActStory;
  withdrawal: ReturnType<typeof useWithdrawal>;
}

/** The reason, perhaps a paper, and the press. What somebody else did meanwhile is told; what was typed stays. */
export function WithdrawForm({ story, withdrawal: { rehearsal, also, recording } }: WithdrawFormProps) {
  const say = useWithdrawText();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const paper = usePaper();
  const meanwhile = story.withdrawnBy ?? recording.data?.meanwhile ?? null;
  const isGone = meanwhile !== null && !recording.isPending;
  const record = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '' || !paper.isGood || rehearsal.data?.isPossible !== true) return;
    recording.mutate(
      { reason: reason.trim(), paper: paper.given },
      {
        onSuccess: ({ meanwhile: other }) => {
          if (other === null)
            void navigate({ to: '/acts/$act', params: { act: story.id }, search: keepPlace, replace: true });
        },
      },
    );
  };
  const isRestoring = story.kind === 'act.withdrawn';
  return (
    <form onSubmit={record} className={styles.form} noValidate>
      {isGone ? <Meanwhile withdrawal={meanwhile} /> : null}
      <Field
        isFirst
        label={say('reason')}
        value={reason}
        change={setReason}
        fault={isTried && reason.trim() === '' ? say('reasonMissing') : null}
      />
      <PaperPart paper={paper} isTried={isTried} />
      {recording.error === null ? null : <WrongLine error={recording.error} />}
      <div className={styles.press}>
        <Button
          type="primary"
          htmlType="submit"
          loading={recording.isPending}
          disabled={isGone || rehearsal.data?.isPossible !== true}
        >
          {isRestoring
            ? say('pressRestore')
            : also.length === 0
              ? say('pressOne')
              : say('press', { count: also.length + 1 })}
        </Button>
        <Link to="/acts/$act" params={{ act: story.id }} search={keepPlace}>
          {say('cancel')}
        </Link>
      </div>
      {isRestoring ? null : <CorrectInstead story={story} />}
    </form>
  );
}

function CorrectInstead({ story }: { story: ActStory }) {
  const say = useWithdrawText();
  const sayAct = useActText();
  return (
    <p className={styles.soft}>
      {say('correctInstead')}{' '}
      <Link
        to="/record/$kind"
        params={{ kind: story.kind }}
        search={(before) => ({ ...keepPlace(before), instead: story.id })}
      >
        {sayAct('correct')}
      </Link>
    </p>
  );
}

function Meanwhile({ withdrawal }: { withdrawal: Withdrawal }) {
  const say = useWithdrawText();
  const words = { by: withdrawal.recordedBy, at: writeMoment(withdrawal.recordedAt) };
  return (
    <div role="alert" className={styles.gone}>
      <strong>{say('goneTitle')}</strong>
      <p>{say(withdrawal.isInstead ? 'goneCorrected' : 'gone', words)}</p>
      <Link to="/acts/$act" params={{ act: withdrawal.id }} search={keepPlace}>
        {say('seeThat')}
      </Link>
    </div>
  );
}

/** A paper as typed; `given` is null where there is none. */
function usePaper() {
  const [isWith, setWith] = useState(false);
  const [typed, setTyped] = useState({ number: '', issuer: '', issuedOn: '' });
  const issuedOn = typed.issuedOn.trim() === '' ? undefined : readTypedDay(typed.issuedOn);
  const isFull = typed.number.trim() !== '' && typed.issuer.trim() !== '';
  const given: TypedPaper | null = isWith
    ? {
        number: typed.number.trim(),
        issuer: typed.issuer.trim(),
        ...(issuedOn === undefined || issuedOn === null ? {} : { issuedOn }),
      }
    : null;
  return {
    isWith,
    setWith,
    typed,
    type: (change: Partial<typeof typed>) => setTyped({ ...typed, ...change }),
    given,
    isFull,
    isBadDay: issuedOn === null,
    isGood: !isWith || (isFull && issuedOn !== null),
  };
}

function PaperPart({ paper, isTried }: { paper: ReturnType<typeof usePaper>; isTried: boolean }) {
  const say = useWithdrawText();
  const { isWith, setWith, typed, type, isFull, isBadDay } = paper;
  return (
    <>
      <Checkbox checked={isWith} onChange={({ target }) => setWith(target.checked)}>
        {say('paper')}
      </Checkbox>
      {isWith ? (
        <div className={styles.paper}>
          <Field label={say('number')} value={typed.number} change={(number) => type({ number })} />
          <Field
            label={say('issuer')}
            value={typed.issuer}
            change={(issuer) => type({ issuer })}
            fault={isTried && !isFull ? say('paperMissing') : null}
          />
          <Field
            label={say('issuedOn')}
            value={typed.issuedOn}
            change={(issuedOn) => type({ issuedOn })}
            fault={isBadDay ? say('badDay') : null}
          />
        </div>
      ) : null}
    </>
  );
}
