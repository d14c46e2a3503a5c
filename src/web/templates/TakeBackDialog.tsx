import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import { removeTemplate } from '#/reports/templates/contract.ts';
import { ask } from '../ask.ts';
import { DayField } from '../period/DayField.tsx';
import { readTypedDay } from '../period/read-moment.ts';
import { thisDay } from '../place.ts';
import { useTemplateText } from './template-texts.ts';
import { askTemplatesAnew, type Whose } from './use-templates.ts';

interface TakeBackDialogProps {
  report: string;
  whose: Whose;
  unitName: string;
  taken: () => void;
  close: () => void;
}

/** Gives the unit's own template up, after saying what holds then. */
export function TakeBackDialog({ report, whose, unitName, taken, close }: TakeBackDialogProps) {
  const say = useTemplateText();
  const [text, setText] = useState(writeDay(thisDay()));
  const [isTried, setTried] = useState(false);
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: (from: string) => ask(removeTemplate, { name: report, ...whose, from }),
    onSuccess: () => {
      void askTemplatesAnew();
      taken();
      close();
    },
  });
  const takeBack = () => {
    const from = readTypedDay(text);
    setTried(true);
    if (from !== null) mutate(from);
  };
  return (
    <Dialog
      title={say('removeTitle', { unit: unitName })}
      close={close}
      actions={
        <>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button type="primary" loading={isPending} onClick={takeBack}>
            {say('removeYes')}
          </Button>
        </>
      }
    >
      <p>{say('removeWhat')}</p>
      <DayField label={say('removeFrom')} value={text} change={setText} isTried={isTried} />
      {error === null ? null : <WrongLine error={error} />}
    </Dialog>
  );
}
