import { useState } from 'react';
import { delegateGrant } from '#/kernel/access/grant-contract.ts';
import { Field } from '#/platform/ui/Field.tsx';
import { ask } from '../ask.ts';
import { DayField } from '../period/DayField.tsx';
import { readTypedDay } from '../period/read-moment.ts';
import { usePlace } from '../place.ts';
import { UnitField } from '../units/UnitField.tsx';
import { useAccessText } from './access-texts.ts';
import { GrantDialog, useSend } from './GrantDialog.tsx';

/** Passes the role one works in on, for a time. */
export function DelegateDialog({ close }: { close: () => void }) {
  const say = useAccessText();
  const { tenant } = usePlace();
  const [login, setLogin] = useState('');
  const [unit, setUnit] = useState<string>();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const days = { from: readTypedDay(from) ?? undefined, to: readTypedDay(to) ?? '' };
  const send = useSend(() => ask(delegateGrant, { login, unit, reason, ...days }), close);
  const isComplete =
    login.trim() !== '' && reason.trim() !== '' && days.to !== '' && (from === '' || days.from !== undefined);
  return (
    <GrantDialog {...{ send, close, isComplete, label: say('delegate') }} title={say('mine')}>
      {(needed, isTried) => (
        <>
          <Field isFirst label={say('who')} value={login} change={setLogin} fault={needed(login)} />
          <UnitField label={say('unit')} none={say('ownPlace')} code={unit} tenant={tenant ?? null} choose={setUnit} />
          <DayField mayBeEmpty label={say('from')} value={from} change={setFrom} isTried={isTried} />
          <DayField label={say('to')} value={to} change={setTo} isTried={isTried} />
          <Field label={say('reason')} value={reason} change={setReason} fault={needed(reason)} />
        </>
      )}
    </GrantDialog>
  );
}
