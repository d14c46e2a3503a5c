import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { readUnit } from '#/domain/units/unit-contract.ts';
import type { Day } from '#/platform/day.ts';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import { keepSignature, readKeptSignature } from '#/reports/papers/contract.ts';
import { answers, ask, useAsk } from '../../ask.ts';
import { readTypedDay } from '../../period/read-moment.ts';
import { thisDay, usePlace } from '../../place.ts';
import { SignatureFields } from './SignatureFields.tsx';
import { type KeptSignature, signsOf, typedOf } from './signature.ts';
import { useSignatureText } from './signature-texts.ts';

interface SignatureDialogProps {
  name: string;
  unit: string;
  /** The day that this paper is signed on; of one paper, so not kept. */
  signedOn: Day | null;
  setSignedOn: (day: Day | null) => void;
  close: () => void;
}

/** How the papers of the unit are signed: what is kept, to be changed. */
export function SignatureDialog(props: SignatureDialogProps) {
  const say = useSignatureText();
  const { name, unit, close } = props;
  const { tenant } = usePlace();
  const { data, error, refetch } = useAsk(readKeptSignature, { name, unit, tenant });
  if (data !== undefined) return <Filled {...props} kept={data.signature} since={data.since} />;
  return (
    <Dialog title={say('title')} close={close} actions={<Button onClick={close}>{say('cancel')}</Button>}>
      {error === null ? <Waiting lines={8} /> : <Wrong error={error} retry={() => void refetch()} />}
    </Dialog>
  );
}

function Filled({
  name,
  unit,
  kept,
  since,
  ...props
}: SignatureDialogProps & { kept: KeptSignature; since: Day | null }) {
  const say = useSignatureText();
  const id = useId();
  const { tenant, on } = usePlace();
  const shown = useAsk(readUnit, { code: unit, tenant, on });
  const [typed, setTyped] = useState(typedOf(kept));
  const [day, setDay] = useState(props.signedOn === null ? '' : writeDay(props.signedOn));
  const [isTried, setTried] = useState(false);
  const signedOn = readTypedDay(day);
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: (sign: string[]) => ask(keepSignature, { name, unit, tenant, sign }),
    onSuccess: () => {
      void answers.invalidateQueries({ queryKey: [readKeptSignature.path] });
      props.setSignedOn(signedOn);
      props.close();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (signedOn === null && day.trim() !== '') return;
    // Kept from today on; for a paper of a day before, from that day: by then nobody may have signed so.
    const from = signedOn !== null && signedOn < thisDay() ? [`signedOn=${signedOn}`] : [];
    mutate([...signsOf(typed), ...from]);
  };
  const isForm = name !== 'annual';
  return (
    <Dialog
      title={say('title')}
      close={props.close}
      actions={
        <>
          <Button onClick={props.close}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" form={id} loading={isPending}>
            {say('keep')}
          </Button>
        </>
      }
    >
      <p>
        {say(isForm ? 'forForms' : 'forReports', { unit: shown.data?.name ?? unit })}{' '}
        {since === null ? say('never') : say('since', { day: writeDay(since) })}
      </p>
      <form id={id} onSubmit={submit} noValidate>
        <SignatureFields
          isForm={isForm}
          typed={typed}
          change={(part) => setTyped((before) => ({ ...before, ...part }))}
          day={day}
          setDay={setDay}
          isTried={isTried}
          error={error}
        />
      </form>
    </Dialog>
  );
}
