import { Button } from 'antd';
import { useState } from 'react';
import { undoImportAsOne } from '#/exchange/intake/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { Field } from '#/platform/ui/Field.tsx';
import { writeNumber } from '#/platform/ui/written.ts';
import { answers } from '../../ask.ts';
import { Refusal } from '../Refusal.tsx';
import { useChange } from '../use-intake.ts';
import { useRecordText } from './record-texts.ts';

interface UndoDialogProps {
  id: string;
  name: string;
  tenant: string | null;
  acts: number | null;
  done: () => void;
  close: () => void;
}

/** Takes a whole import back, with a reason, after saying what that does. */
export function UndoDialog({ id, name, tenant, acts, done, close }: UndoDialogProps) {
  const say = useRecordText();
  const { language } = useLanguage();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const { mutate, isPending, error } = useChange(undoImportAsOne);
  const count = writeNumber(acts, language);
  const undo = () => {
    setTried(true);
    if (reason.trim() === '') return;
    const input = { id, reason, ...(tenant === null ? {} : { tenant }) };
    mutate(input, {
      onSuccess: () => {
        void answers.invalidateQueries(); // every figure on every page may be another now
        done();
      },
    });
  };
  return (
    <Dialog
      title={say('undoTitle', { name })}
      close={close}
      actions={
        <>
          <Button onClick={close}>{say('keep')}</Button>
          <Button type="primary" loading={isPending} onClick={undo}>
            {say('undoYes', { count })}
          </Button>
        </>
      }
    >
      <p>{say('undoWhat', { count })}</p>
      <p>{say('undoAfter')}</p>
      <Field
        label={say('reason')}
        hint={say('reasonHint')}
        value={reason}
        change={setReason}
        fault={isTried && reason.trim() === '' ? say('reasonNeeded') : null}
      />
      <Refusal error={error} />
    </Dialog>
  );
}
