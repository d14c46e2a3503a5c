import { readTemplate, templateFieldsFile } from '#/reports/templates/contract.ts';
import { fileAddress } from '../ask.ts';
import { Download } from './Download.tsx';
import { PutBack } from './PutBack.tsx';
import styles from './Templates.module.css';
import { useTemplateText } from './template-texts.ts';
import type { Whose } from './use-templates.ts';

/** The three steps by which an office changes a template: take one away, change it in Word, put it back. */
export function ChangeTemplate({ report, whose, unitName }: { report: string; whose: Whose; unitName: string }) {
  const say = useTemplateText();
  return (
    <section className={styles.part} aria-labelledby="template-change">
      <h2 id="template-change">{say('change')}</h2>
      <ol className={styles.steps}>
        <li>
          <p>{say('step1')}</p>
          <div className={styles.actions}>
            <Download address={fileAddress(readTemplate, { name: report, builtIn: '1' })} label={say('getBuiltIn')} />
            <Download address={fileAddress(templateFieldsFile, { name: report })} label={say('getFields')} />
          </div>
        </li>
        <li>
          <p>{say('step2')}</p>
          <p className={styles.soft}>{say('step2More')}</p>
        </li>
        <li>
          <p>{say('step3')}</p>
          <PutBack report={report} whose={whose} unitName={unitName} />
        </li>
      </ol>
    </section>
  );
}
