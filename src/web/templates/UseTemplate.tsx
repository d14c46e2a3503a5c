import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { WrongLine } from '#/platform/ui/states.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import { putTemplate } from '#/reports/templates/contract.ts';
import { askWithFile } from '../ask.ts';
import { DayField } from '../period/DayField.tsx';
import { readTypedDay } from '../period/read-moment.ts';
import { thisDay } from '../place.ts';
import styles from './Templates.module.css';
import { useTemplateText } from './template-texts.ts';
import { askTemplatesAnew, type Whose } from './use-templates.ts';

interface UseTemplateProps {
  file: File;
  report: string;
  whose: Whose;
  unitName: string;
}

/** From which day on, and the press that makes it so. */
export function UseTemplate({ file, report, whose, unitName }: UseTemplateProps) {
  const say = useTemplateText();
  const [text, setText] = useState(writeDay(thisDay()));
  const [isTried, setTried] = useState(false);
  const { mutate, isPending, error, data } = useMutation({
    networkMode: 'always',
    // Declared before it was checked (PutBack): nothing unchecked comes here.
    mutationFn: (from: string) =>
      askWithFile(putTemplate, { name: report, ...whose, fileName: file.name, from, declaredUnclassified: '1' }, file),
    onSuccess: askTemplatesAnew,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const from = readTypedDay(text);
    setTried(true);
    if (from !== null) mutate(from);
  };
  if (data !== undefined)
    return <p role="status">{say('kept', { file: file.name, day: writeDay(data.template.validFrom) })}</p>;
  return (
    <form className={styles.use} onSubmit={submit} noValidate>
      <DayField label={say('from')} value={text} change={setText} isTried={isTried} />
      <Button type="primary" htmlType="submit" loading={isPending}>
        {say('use')}
      </Button>
      <p className={styles.soft}>{say('useWhat', { unit: unitName })}</p>
      {error === null ? null : <WrongLine error={error} />}
    </form>
  );
}
