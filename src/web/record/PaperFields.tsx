import { Button } from 'antd';
import { useState } from 'react';
import { Choices } from '#/platform/ui/Choices.tsx';
import styles from './ActPage.module.css';
import { FormFields } from './form/FormFields.tsx';
import { useForm } from './form/form-context.ts';
import type { FieldNode } from './form/nodes.ts';
import type { Values } from './form/values.ts';
import { issuerOf } from './issuer.ts';
import { lastPaper } from './last-paper.ts';
import { useRecordingText } from './record-texts.ts';

interface PaperFieldsProps {
  node: FieldNode | undefined;
  /** The name of the unit that acts: mostly it issues the paper. */
  actor: string | undefined;
}

/** The paper that evidences the act; the one recorded last is a press away. */
export function PaperFields({ node, actor }: PaperFieldsProps) {
  const say = useRecordingText();
  const { values, change } = useForm();
  const [last] = useState(lastPaper);
  const paper = values.paper as Values | undefined;
  const isEmpty = (paper?.number ?? '') === '';
  if (node === undefined) return null;
  const issuer = actor === undefined ? undefined : issuerOf(actor);
  return (
    <section className={styles.section} aria-label={say('paper')}>
      <div className={styles.head}>
        <h2>{say('paper')}</h2>
        <Choices
          label={say('paper')}
          value={paper === undefined ? 'without' : 'with'}
          choose={(which) => change(['paper'], which === 'with' ? {} : undefined)}
          choices={[
            { value: 'with', label: say('withPaper') },
            { value: 'without', label: say('withoutPaper') },
          ]}
        />
      </div>
      {paper === undefined ? null : (
        <>
          <div className={styles.suggested}>
            {isEmpty && last !== null ? (
              <Button size="small" onClick={() => change(['paper'], last)}>
                {say('samePaper', { number: String(last.number ?? '') })}
              </Button>
            ) : null}
            {issuer !== undefined && paper.issuer === undefined ? (
              <Button size="small" onClick={() => change(['paper', 'issuer'], issuer)}>
                {issuer}
              </Button>
            ) : null}
          </div>
          <div className={styles.grid}>
            <FormFields nodes={node.children} path={['paper']} />
          </div>
        </>
      )}
    </section>
  );
}
