import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';
import { mostTemplateBytes } from '#/platform/documents/template-size.ts';
import { Problem } from '#/platform/errors.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { checkTemplate } from '#/reports/templates/contract.ts';
import { askWithFile } from '../ask.ts';
import { Declaration } from '../attachments/Declaration.tsx';
import { useDeclared } from '../attachments/use-declared.ts';
import { writeSize } from '../imports/written-size.ts';
import { Checked, Unfit } from './Checked.tsx';
import styles from './Templates.module.css';
import { useTemplateText } from './template-texts.ts';
import { UseTemplate } from './UseTemplate.tsx';
import type { Whose } from './use-templates.ts';

/** A changed template comes back: it is checked first, and used only then. */
export function PutBack({ report, whose, unitName }: { report: string; whose: Whose; unitName: string }) {
  const say = useTemplateText();
  const { language } = useLanguage();
  const chooser = useRef<HTMLInputElement>(null);
  const most = writeSize(mostTemplateBytes, language);
  const {
    mutate,
    data,
    error,
    isPending,
    submittedAt,
    variables: file,
  } = useMutation({
    networkMode: 'always',
    mutationFn: async (chosen: File) => {
      if (chosen.size > mostTemplateBytes) throw new Problem('template.too-large', say('tooLarge', { most }));
      return askWithFile(checkTemplate, { name: report, fileName: chosen.name, declaredUnclassified: '1' }, chosen);
    },
  });
  const { take, waiting, declaration } = useDeclared<File>(mutate);
  return (
    <>
      <Declaration {...declaration} />
      <div className={styles.actions}>
        <Button type={data?.faults.length === 0 ? 'default' : 'primary'} onClick={() => chooser.current?.click()}>
          {say(file === undefined ? 'choose' : 'chooseAnother')}
        </Button>
        <input
          ref={chooser}
          type="file"
          className={styles.hidden}
          tabIndex={-1}
          aria-hidden
          accept=".docx"
          onChange={({ target }) => {
            const [chosen] = target.files ?? [];
            if (chosen !== undefined) take(chosen);
            target.value = ''; // the same file may be chosen again after it was mended
          }}
        />
        {waiting?.name}
      </div>
      <p className={styles.soft}>{say('most', { most })}</p>
      <p role="status">{isPending && file !== undefined ? say('checking', { file: file.name }) : ''}</p>
      {error === null || file === undefined ? null : <Unfit file={file} error={error} />}
      {data === undefined || file === undefined ? null : (
        <Checked file={file} faults={data.faults} warnings={data.warnings}>
          <UseTemplate key={submittedAt} file={file} report={report} whose={whose} unitName={unitName} />
        </Checked>
      )}
    </>
  );
}
