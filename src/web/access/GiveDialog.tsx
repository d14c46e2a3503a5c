import { useState } from 'react';
import { giveGrant, listRoles } from '#/kernel/access/grant-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Field } from '#/platform/ui/Field.tsx';
import { Select } from '#/platform/ui/Select.tsx';
import { ask, useAsk } from '../ask.ts';
import { DayField } from '../period/DayField.tsx';
import { readTypedDay } from '../period/read-moment.ts';
import { usePlace } from '../place.ts';
import { UnitField } from '../units/UnitField.tsx';
import styles from './AccessPage.module.css';
import { useAccessText } from './access-texts.ts';
import { GrantDialog, useSend } from './GrantDialog.tsx';

/** Grants a role at a unit of one's own place. */
export function GiveDialog({ isAlone, close }: { isAlone: boolean; close: () => void }) {
  const say = useAccessText();
  const { language } = useLanguage();
  const { tenant, unit: here } = usePlace();
  const { data } = useAsk(listRoles, {});
  const [login, setLogin] = useState('');
  const [chosen, setRole] = useState('');
  const [unit, setUnit] = useState<string | undefined>(here ?? undefined);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const roles = data?.roles ?? [];
  const role = chosen === '' ? (roles[0]?.role ?? '') : chosen;
  const takesTwo = !isAlone && roles.some((one) => one.role === role && one.takesTwo);
  const days = { from: readTypedDay(from) ?? undefined, to: readTypedDay(to) };
  const send = useSend(() => ask(giveGrant, { login, role, unit: unit ?? null, tenant, reason, ...days }), close);
  const areDays = (from === '' || days.from !== undefined) && (to === '' || days.to !== null);
  const isComplete = login.trim() !== '' && reason.trim() !== '' && role !== '' && areDays;
  return (
    <GrantDialog {...{ send, close, isComplete, label: say('give') }} title={say('give')}>
      {(needed, isTried) => (
        <>
          <Field isFirst label={say('who')} value={login} change={setLogin} fault={needed(login)} />
          <Select
            label={say('role')}
            value={role}
            choose={setRole}
            options={roles.map(({ role: value, title }) => ({ value, label: title[language] }))}
          />
          {takesTwo ? <p className={styles.soft}>{say('takesTwo')}</p> : null}
          <UnitField label={say('unit')} none={say('whole')} code={unit} tenant={tenant ?? null} choose={setUnit} />
          <DayField mayBeEmpty label={say('from')} value={from} change={setFrom} isTried={isTried} />
          <DayField mayBeEmpty label={say('toMay')} value={to} change={setTo} isTried={isTried} />
          <Field label={say('reason')} value={reason} change={setReason} fault={needed(reason)} />
        </>
      )}
    </GrantDialog>
  );
}
