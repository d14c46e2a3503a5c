import { useState } from 'react';
import { endGrant, type GrantShown } from '#/kernel/access/grant-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Field } from '#/platform/ui/Field.tsx';
import { ask } from '../ask.ts';
import { useAccessText } from './access-texts.ts';
import { GrantDialog, useSend } from './GrantDialog.tsx';

/** Ends a grant at once, with the reason. */
export function EndDialog({ grant: { id, tenant, login, title }, close }: { grant: GrantShown; close: () => void }) {
  const say = useAccessText();
  const { language } = useLanguage();
  const [reason, setReason] = useState('');
  const send = useSend(() => ask(endGrant, { id, tenant, reason }), close);
  return (
    <GrantDialog
      {...{ send, close, label: say('end') }}
      title={say('endOf', { login, role: title[language] })}
      isComplete={reason.trim() !== ''}
    >
      {(needed) => (
        <>
          <p>{say('endWhat')}</p>
          <Field isFirst label={say('reason')} value={reason} change={setReason} fault={needed(reason)} />
        </>
      )}
    </GrantDialog>
  );
}
