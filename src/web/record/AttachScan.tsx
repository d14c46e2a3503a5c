import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useId, useState } from 'react';
import { putAttachment } from '#/kernel/attachments/contract.ts';
import { WrongLine } from '#/platform/ui/states.tsx';
import { askWithFile } from '../ask.ts';
import styles from './ActPage.module.css';
import { useRecordingText } from './record-texts.ts';

/** The scan of the paper, put beside the act that was just recorded. */
export function AttachScan({ act, tenant }: { act: string; tenant: string | undefined }) {
  const say = useRecordingText();
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [isDeclared, declare] = useState(false);
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: (chosen: File) =>
      askWithFile(
        putAttachment,
        { act, tenant, purpose: 'scan', name: chosen.name, declaredUnclassified: true as never },
        chosen,
      ),
  });
  if (data !== undefined) return <p role="status">✓ {say('scanDone', { name: data.name })}</p>;
  return (
    <div className={styles.scan}>
      <h3>{say('scan')}</h3>
      <label htmlFor={id}>{say('scanChoose')}</label>
      <input
        id={id}
        type="file"
        accept="application/pdf,image/jpeg,image/png"
        onChange={({ target }) => setFile(target.files?.[0] ?? null)}
      />
      <p className={styles.warning}>{say('scanNever')}</p>
      <Checkbox checked={isDeclared} onChange={({ target }) => declare(target.checked)}>
        {say('scanDeclare')}
      </Checkbox>
      <Button
        disabled={file === null || !isDeclared}
        loading={isPending}
        onClick={() => (file === null ? undefined : mutate(file))}
      >
        {say('scanSend')}
      </Button>
      {error === null ? null : <WrongLine error={error} />}
    </div>
  );
}
