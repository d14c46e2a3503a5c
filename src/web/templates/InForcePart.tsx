import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { readTemplate } from '#/reports/templates/contract.ts';
import { keepPlace, type Search } from '../address.ts';
import { fileAddress } from '../ask.ts';
import { Download } from './Download.tsx';
import { InForce } from './InForce.tsx';
import { TakeBackDialog } from './TakeBackDialog.tsx';
import styles from './Templates.module.css';
import { useTemplateText } from './template-texts.ts';
import type { OwnTemplate, Whose } from './use-templates.ts';

interface InForcePartProps {
  report: string;
  own: OwnTemplate;
  whose: Whose;
  unitName: string;
  /** It has been taken back. */
  taken: () => void;
}

/** The template in force, to be taken away or given up: where it was put in. */
export function InForcePart({ report, own, whose, unitName, taken }: InForcePartProps) {
  const say = useTemplateText();
  const [isAsking, setAsking] = useState(false);
  return (
    <section className={styles.part} aria-labelledby="template-in-force">
      <h2 id="template-in-force">{say('inForce')}</h2>
      <InForce own={own} />
      {own === null ? null : (
        <div className={styles.actions}>
          <Download address={fileAddress(readTemplate, { name: report, ...whose })} label={say('getInForce')} />
          {own.depth === 0 ? <Button onClick={() => setAsking(true)}>{say('remove')}</Button> : null}
        </div>
      )}
      {own === null || own.depth === 0 ? null : (
        <p className={styles.soft}>
          {say('toAbove')}{' '}
          <Link to="." search={((before: Search) => ({ ...keepPlace(before), unit: own.unit.code })) as never}>
            {own.unit.name}
          </Link>
        </p>
      )}
      {isAsking ? (
        <TakeBackDialog
          report={report}
          whose={whose}
          unitName={unitName}
          taken={taken}
          close={() => setAsking(false)}
        />
      ) : null}
    </section>
  );
}
