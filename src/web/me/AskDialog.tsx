import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { v7 } from 'uuid';
import { askCorrection, listCorrections } from '#/domain/members/correction-contract.ts';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { Field } from '#/platform/ui/Field.tsx';
import { Select } from '#/platform/ui/Select.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import { answers, ask } from '../ask.ts';
import { readTypedPartialDay } from '../record/form/typed.ts';
import styles from './Me.module.css';
import { useMeText } from './me-texts.ts';

/** What somebody knows best about themselves and can write in a line; what is chosen from a catalogue the officer records. */
const fields = [
  'name',
  'birthName',
  'born',
  'phone',
  'email',
  'citizenId',
  'admittedOn',
  'officialOn',
  'health',
] as const;
const days: ReadonlySet<string> = new Set(['born', 'admittedOn', 'officialOn']);

/** Asks that a field of one's own record be corrected. */
export function AskDialog({ close }: { close: () => void }) {
  const say = useMeText();
  const form = useId();
  const [field, setField] = useState<(typeof fields)[number]>(fields[0]);
  const [after, setAfter] = useState('');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const { mutate, error, isPending } = useSending(close);
  const isDay = days.has(field);
  const value = isDay ? readTypedPartialDay(after) : after.trim();
  const missing = (text: string) => (isTried && text.trim() === '' ? say('needed') : null);
  const wrongDay = isTried && isDay && value === null ? say('dayWrong') : null;
  return (
    <Dialog
      title={say('askTitle')}
      close={close}
      actions={
        <>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" form={form} loading={isPending}>
            {say('send')}
          </Button>
        </>
      }
    >
      <p>{say('askWhat')}</p>
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (value !== null && value !== '' && reason.trim() !== '') mutate({ field, after: value, reason });
        }}
      >
        <Select
          label={say('field')}
          value={field}
          choose={(one) => setField(one as (typeof fields)[number])}
          options={fields.map((one) => ({ value: one, label: say(one) }))}
        />
        <Field
          label={say('after')}
          value={after}
          change={setAfter}
          hint={isDay ? say('dayHint') : undefined}
          fault={missing(after) ?? wrongDay}
        />
        <Field label={say('reason')} value={reason} change={setReason} fault={missing(reason)} />
      </form>
      {error === null ? null : <WrongLine error={error} />}
    </Dialog>
  );
}

/** The id is made once, so that pressing again after the network broke asks nothing twice. */
function useSending(done: () => void) {
  const [id] = useState(() => v7());
  return useMutation({
    networkMode: 'always',
    mutationFn: (wish: { field: string; after: string; reason: string }) => ask(askCorrection, { id, ...wish }),
    onSuccess: () => {
      void answers.invalidateQueries({ queryKey: [listCorrections.path] });
      done();
    },
  });
}
