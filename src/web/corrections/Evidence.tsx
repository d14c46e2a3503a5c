import { PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { type CorrectionRead, listCorrections, readCorrection } from '#/domain/members/correction-contract.ts';
import { putEvidence, readEvidence, removeEvidence } from '#/domain/members/correction-evidence-contract.ts';
import { answers, ask, askWithFile, fileAddress } from '../ask.ts';
import { AttachFields } from '../attachments/AttachFields.tsx';
import { AttachmentList } from '../attachments/AttachmentList.tsx';
import type { FileDoor } from '../attachments/file-door.ts';
import { useUpload } from '../attachments/use-attach.ts';
import sheet from '../inbox/InboxPage.module.css';
import { usePlace } from '../place.ts';
import styles from './Corrections.module.css';
import { useCorrectionText } from './correction-texts.ts';

type OfOne = { correction: CorrectionRead };

/** The papers that bear it out: added by who asked while it waits, opened by them and by who decides. */
export function Evidence({ correction }: OfOne) {
  const say = useCorrectionText();
  const { tenant } = usePlace();
  const { evidence, evidenceCount, can } = correction;
  if (evidenceCount === 0 && evidence.length === 0 && !can.attach)
    return (
      <Section>
        <p className={styles.soft}>{say('noEvidence')}</p>
      </Section>
    );
  return (
    <Section>
      {can.openEvidence ? null : <p className={styles.soft}>{say('notYours', { count: evidenceCount })}</p>}
      {evidence.length === 0 ? null : <AttachmentList attachments={evidence} door={doorOf(correction, tenant)} />}
      {can.attach ? <Adding id={correction.id} tenant={tenant} /> : null}
    </Section>
  );
}

function Section({ children }: { children: React.ReactNode }) {
  const say = useCorrectionText();
  return (
    <section className={`${sheet.part} ${styles.evidence}`} aria-label={say('evidence')}>
      <h2>{say('evidence')}</h2>
      {children}
    </section>
  );
}

/** What this page and the lists say of the request is asked again. */
const again = () =>
  Promise.all([readCorrection, listCorrections].map(({ path }) => answers.invalidateQueries({ queryKey: [path] })));

const doorOf = ({ id, can }: CorrectionRead, tenant: string | undefined): FileDoor => ({
  address: (file) => fileAddress(readEvidence, { id, file, tenant }),
  remove: can.attach
    ? async (file, reason) => {
        await ask(removeEvidence, { id, file, tenant, reason });
        void again();
      }
    : null,
  isShownAtOnce: false,
});

function Adding({ id, tenant }: { id: string; tenant: string | undefined }) {
  const say = useCorrectionText();
  const [isAdding, setAdding] = useState(false);
  const sent = (file: File) =>
    askWithFile(putEvidence, { id, tenant, name: file.name, declaredUnclassified: '1' }, file);
  const attach = useUpload('scan', sent, () => {
    setAdding(false);
    void again();
  });
  if (!isAdding)
    return (
      <div className={`${styles.adding} not-printed`}>
        <p className={styles.soft}>{say('evidenceWhat')}</p>
        <Button icon={<PaperClipOutlined aria-hidden />} onClick={() => setAdding(true)}>
          {say('addEvidence')}
        </Button>
      </div>
    );
  return (
    <div className={`${styles.form} not-printed`}>
      <AttachFields attach={attach} />
      <div className={styles.actions}>
        <Button type="primary" loading={attach.isPending} onClick={attach.send}>
          {say('attach')}
        </Button>
        <Button onClick={() => setAdding(false)}>{say('cancel')}</Button>
      </div>
    </div>
  );
}
