import { useState } from 'react';
import { type GrantShown, refuseGrant } from '#/kernel/access/grant-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Field } from '#/platform/ui/Field.tsx';
import { ask } from '../ask.ts';
import { useAccessText } from './access-texts.ts';
import { GrantDialog, useSend } from './GrantDialog.tsx';

interface RefuseDialogProps {
  grant: GrantShown;
  /** Whoever asked takes it back. */
  isOwn: boolean;
  close: () => void;
}

/** Says no to a role that waits, with the reason. */
export function RefuseDialog({ grant: { id, tenant, login, title }, isOwn, close }: RefuseDialogProps) {
  const say = useAccessText();
  const { language } = useLanguage();
  const [reason, setReason] = useState('');
  const send = useSend(() => ask(refuseGrant, { id, tenant, reason }), close);
  return (
    <GrantDialog
      {...{ send, close, label: say(isOwn ? 'takeBack' : 'refuse') }}
      title={say('refuseOf', { login, role: title[language] })}
      isComplete={reason.trim() !== ''}
    >
      {(needed) => (
        <>
          <p>{say('refuseWhat')}</p>
          <Field isFirst label={say('reason')} value={reason} change={setReason} fault={needed(reason)} />
        </>
      )}
    </GrantDialog>
  );
}
