import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { copyOwnRecord } from '#/domain/members/own-record-contract.ts';
import { WrongLine } from '#/platform/ui/states.tsx';
import { saveFile } from '../save-file.ts';
import styles from './Me.module.css';
import { useMeText } from './me-texts.ts';

/** All that is held, to take away. */
export function CopyButtons() {
  const say = useMeText();
  const { mutate, error, isPending, variables } = useMutation({
    networkMode: 'always',
    mutationFn: (format: 'pdf' | 'json') => saveFile(copyOwnRecord.path, { format }),
  });
  return (
    <>
      <div className={styles.actions}>
        {(['pdf', 'json'] as const).map((format) => (
          <Button
            key={format}
            icon={<DownloadOutlined aria-hidden />}
            loading={isPending && variables === format}
            onClick={() => mutate(format)}
          >
            {say(format === 'pdf' ? 'copyPdf' : 'copyJson')}
          </Button>
        ))}
      </div>
      <p className={styles.soft}>{say('copyWhat')}</p>
      {error === null ? null : <WrongLine error={error} />}
    </>
  );
}
