import { FileExcelOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Bar } from '#/platform/ui/Bar.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import { writeDay, writeNumber } from '#/platform/ui/written.ts';
import styles from './ExportLine.module.css';
import { useExportText } from './export-texts.ts';
import type { Export } from './use-export.ts';

/** How far the export has come, and its file once it is there. */
export function ExportLine({ file }: { file: Export }) {
  const say = useExportText();
  const { language } = useLanguage();
  const { begun, progress, error } = file;
  if (begun === null && error === null) return null;
  const state = progress?.state ?? 'running';
  const of = { unit: begun?.unit ?? '', day: begun === null ? '' : writeDay(begun.day) };
  const count = writeNumber(progress?.total ?? undefined, language);
  return (
    <section aria-label={say('label')} className={`${styles.line} not-printed`}>
      {begun === null || isLost(error, state) ? null : (
        <>
          <FileExcelOutlined aria-hidden className={styles.sign} />
          <span role="status" className={styles.what}>
            {state === 'cancelled' ? null : say(state, { ...of, count })}
          </span>
          {state === 'running' ? <Progress file={file} /> : null}
          {state === 'done' ? (
            <Button type="primary" size="small" onClick={file.download}>
              {say('download')}
            </Button>
          ) : null}
        </>
      )}
      {error === null ? null : <WrongLine error={error} />}
      {state === 'running' && error === null ? null : (
        <Button type="text" size="small" className={styles.close} onClick={file.close}>
          {say('close')}
        </Button>
      )}
    </section>
  );
}

/** What the server no longer knows is not said to be under way. */
const isLost = (error: unknown, state: string) => error !== null && state === 'running';

function Progress({ file: { progress, cancel } }: { file: Export }) {
  const say = useExportText();
  const { language } = useLanguage();
  const { done = 0, total = null } = progress ?? {};
  return (
    <>
      <span className={styles.bar}>
        <Bar isThin share={total === null || total === 0 ? 0 : done / total} />
      </span>
      <span className={styles.count}>
        {total === null ? say('counting') : `${writeNumber(done, language)} / ${writeNumber(total, language)}`}
      </span>
      <Button size="small" onClick={cancel}>
        {say('cancel')}
      </Button>
    </>
  );
}
