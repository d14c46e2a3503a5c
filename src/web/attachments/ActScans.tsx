import { PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { listAttachments } from '#/kernel/attachments/contract.ts';
import { Wrong } from '#/platform/ui/states.tsx';
import { useAsk } from '../ask.ts';
import { useMay } from '../session.ts';
import styles from './ActScans.module.css';
import { AttachFields } from './AttachFields.tsx';
import { AttachmentList } from './AttachmentList.tsx';
import { useAttachmentText } from './attachment-texts.ts';
import { attachmentDoor } from './file-door.ts';
import { useAttach } from './use-attach.ts';

interface ActScansProps {
  act: string;
  tenant: string | undefined;
  /** A scan is what comes next: the fields are there without a press. */
  isNew?: boolean;
}

/** The scans of an act's paper, and the way to add one: for whoever may see the act. */
export function ActScans({ act, tenant, isNew = false }: ActScansProps) {
  const say = useAttachmentText();
  const may = useMay();
  const [isAdding, setAdding] = useState(isNew);
  const [isDone, setDone] = useState(false);
  const { data, error, refetch } = useAsk(listAttachments, { act, tenant });
  const attach = useAttach({ act, tenant, purpose: 'scan' }, () => {
    setAdding(false);
    setDone(true);
  });
  // The button that was pressed is gone: the keyboard goes on at the next one.
  const add = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isDone && !isAdding) add.current?.focus();
  }, [isDone, isAdding]);
  return (
    <section aria-label={say('scans')} className={styles.scans}>
      <h3>{say('scans')}</h3>
      {error !== null ? <Wrong error={error} retry={() => void refetch()} /> : null}
      {data === undefined ? null : data.attachments.length === 0 ? (
        <p className={styles.none}>{say('noScans')}</p>
      ) : (
        <AttachmentList attachments={data.attachments} door={attachmentDoor(tenant)} />
      )}
      <p role="status" className="for-screen-readers">
        {isDone ? say('attached') : ''}
      </p>
      {isAdding ? (
        <div className={`${styles.adding} not-printed`}>
          <AttachFields attach={attach} />
          <Button loading={attach.isPending} onClick={attach.send}>
            {say('attach')}
          </Button>
        </div>
      ) : (
        <div className="not-printed" hidden={!may('attachments.add')}>
          <Button ref={add} size="small" icon={<PaperClipOutlined aria-hidden />} onClick={() => setAdding(true)}>
            {say('addScan')}
          </Button>
        </div>
      )}
    </section>
  );
}
