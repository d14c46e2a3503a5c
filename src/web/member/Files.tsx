import { PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Member } from '#/domain/members/member-contract.ts';
import { listAttachments } from '#/kernel/attachments/contract.ts';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { useAsk } from '../ask.ts';
import { AttachDialog } from '../attachments/AttachDialog.tsx';
import { AttachmentList } from '../attachments/AttachmentList.tsx';
import { attachmentDoor } from '../attachments/file-door.ts';
import { useMay } from '../session.ts';
import styles from './Files.module.css';
import { useMemberText } from './member-texts.ts';

/** The photos with their earlier versions and the papers of the dossier; what was removed keeps its line. */
export function Files({ member: { person, tenant, name } }: { member: Member }) {
  const say = useMemberText();
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useAsk(listAttachments, { person, tenant });
  return (
    <div className={styles.files}>
      <div className="not-printed" hidden={!may('attachments.add')}>
        <Button icon={<PaperClipOutlined aria-hidden />} onClick={() => setAdding(true)}>
          {say('addFile')}
        </Button>
      </div>
      {error !== null ? (
        <Wrong error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting lines={4} />
      ) : data.attachments.length === 0 ? (
        <p className={styles.none}>{say('noFiles')}</p>
      ) : (
        <AttachmentList attachments={data.attachments} door={attachmentDoor(tenant)} />
      )}
      {isAdding ? (
        <AttachDialog
          title={say('fileTitle', { name })}
          about={{ person, tenant, purpose: 'scan' }}
          close={() => setAdding(false)}
        />
      ) : null}
    </div>
  );
}
