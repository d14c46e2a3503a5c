import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { Problem } from '#/platform/errors.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { WrongLine } from '#/platform/ui/states.tsx';
import type { checkTemplate } from '#/reports/templates/contract.ts';
import styles from './Templates.module.css';
import { useTemplateText } from './template-texts.ts';

type Finding = z.infer<typeof checkTemplate.output>['faults'][number];

interface CheckedProps {
  file: File;
  faults: readonly Finding[];
  warnings: readonly Finding[];
  /** What may be done with a file without faults. */
  children: ReactNode;
}

/** What the check found: faults with their places and what was perhaps meant, or that the file can be used. */
export function Checked({ file, faults, warnings, children }: CheckedProps) {
  const say = useTemplateText();
  const isGood = faults.length === 0;
  return (
    <div className={styles.checked} data-good={isGood} role={isGood ? 'status' : 'alert'}>
      <h3>
        <span aria-hidden className={styles.sign}>
          {isGood ? <CheckCircleOutlined /> : <WarningOutlined />}
        </span>{' '}
        {say(isGood ? 'good' : 'faults', { file: file.name, count: faults.length })}
      </h3>
      {isGood ? null : (
        <>
          <Findings findings={faults} />
          <p>{say('faultsWhat')}</p>
        </>
      )}
      {warnings.length === 0 ? null : (
        <>
          <p>{say('warnings')}</p>
          <Findings findings={warnings} />
        </>
      )}
      {isGood ? children : null}
    </div>
  );
}

/** The file as a whole is refused: why, and what to do. */
export function Unfit({ file, error }: { file: File; error: Error }) {
  const say = useTemplateText();
  if (error instanceof Problem && error.code === 'network.gone') return <WrongLine error={error} />;
  return (
    <div className={styles.checked} role="alert">
      <h3>
        <WarningOutlined aria-hidden className={styles.sign} /> {say('refused', { file: file.name })}
      </h3>
      <p>{error.message}</p>
      <p>{say('whatToDo')}</p>
    </div>
  );
}

function Findings({ findings }: { findings: readonly Finding[] }) {
  const { language } = useLanguage();
  return (
    <ul className={styles.findings}>
      {findings.map(({ code, field, where, message }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same fault may stand twice in the same place
        <li key={`${at} ${code} ${field}`}>
          {message[language]}
          {where === null ? null : <span className={styles.where}>{where[language]}</span>}
        </li>
      ))}
    </ul>
  );
}
