import { FileExcelOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Bar } from '#/platform/ui/Bar.tsx';
import { Strip } from '#/platform/ui/Strip.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import { writeDay, writeNumber } from '#/platform/ui/written.ts';
import { type Begun, useBegun } from './begun.ts';
import styles from './ExportLines.module.css';
import { useExportText } from './export-texts.ts';
import { type Export, useExport } from './use-export.ts';

/** How far the exports of this tab have come, and their files once they are there. */
export function ExportLines() {
  return (
    <>
      {useBegun().map((one) => (
        <ExportLine key={one.id} begun={one} />
      ))}
    </>
  );
}

function ExportLine({ begun }: { begun: Begun }) {
  const say = useExportText();
  const { language } = useLanguage();
  const file = useExport(begun);
  const { progress, error } = file;
  const state = progress?.state ?? 'running';
  // What the server no longer knows is not said to be under way.
  const isLost = error !== null && state === 'running';
  const of = {
    count: writeNumber(progress?.total ?? undefined, language),
    list: say(begun.unit === '' ? `${begun.of}-all` : begun.of, { unit: begun.unit, day: writeDay(begun.day) }),
  };
  return (
    <Strip label={say('label')}>
      <FileExcelOutlined aria-hidden className={styles.sign} />
      {isLost ? null : (
        <span role="status" className={styles.what}>
          {state === 'cancelled' ? null : say(state === 'done' ? `done-${begun.of}` : state, of)}
        </span>
      )}
      {error === null ? null : <WrongLine error={error} />}
      {state === 'running' && !isLost ? <Progress file={file} /> : null}
      {state === 'done' ? (
        <Button type="primary" size="small" onClick={file.download}>
          {say('download')}
        </Button>
      ) : null}
      {state === 'running' && !isLost ? null : (
        <Button type="text" size="small" className={styles.close} onClick={file.close}>
          {say('close')}
        </Button>
      )}
    </Strip>
  );
}

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
