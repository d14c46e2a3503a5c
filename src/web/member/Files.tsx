import { DownloadOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Member } from '#/domain/members/member-contract.ts';
import { type Attachment, listAttachments, readAttachment } from '#/kernel/attachments/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { writeMoment } from '#/platform/ui/written.ts';
import { fileAddress, useAsk } from '../ask.ts';
import { writeSize } from '../imports/written-size.ts';
import { AttachDialog } from './AttachDialog.tsx';
import styles from './Files.module.css';
import { useMemberText } from './member-texts.ts';
import { RemoveDialog } from './RemoveDialog.tsx';

/** The photos with their earlier versions and the papers of the dossier; what was removed keeps its line. */
export function Files({ member }: { member: Member }) {
  const say = useMemberText();
  const [isAdding, setAdding] = useState(false);
  const { person, tenant } = member;
  const { data, error, refetch } = useAsk(listAttachments, { person, tenant });
  return (
    <div className={styles.files}>
      <div className="not-printed">
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
        <ul className={styles.list}>
          {data.attachments.map((one) => (
            <One key={one.id} one={one} tenant={tenant} />
          ))}
        </ul>
      )}
      {isAdding ? <AttachDialog member={member} purpose="scan" close={() => setAdding(false)} /> : null}
    </div>
  );
}

function One({ one, tenant }: { one: Attachment; tenant: string }) {
  const say = useMemberText();
  const { language } = useLanguage();
  const [isRemoving, setRemoving] = useState(false);
  const { id, name, purpose, removed, isCurrent, recordedAt, recordedBy, size } = one;
  const what = purpose === 'photo' && !isCurrent && removed === null ? 'earlierPhoto' : purpose;
  return (
    <li className={styles.line}>
      <span className={removed === null ? styles.name : styles.gone}>{name}</span>
      <span className={styles.soft}>
        {say(what)} · {writeSize(size, language)} ·{' '}
        {say('recordedBy', { moment: writeMoment(recordedAt), by: recordedBy })}
      </span>
      {removed === null ? (
        <span className={`${styles.tools} not-printed`}>
          <a href={fileAddress(readAttachment, { id, tenant })} download>
            <DownloadOutlined aria-hidden /> {say('download')}
            <span className="for-screen-readers">: {name}</span>
          </a>
          <Button size="small" onClick={() => setRemoving(true)} aria-label={`${say('remove')}: ${name}`}>
            {say('remove')}
          </Button>
        </span>
      ) : (
        <span className={styles.soft}>
          {say('removed', { moment: writeMoment(removed.at), by: removed.by, reason: removed.reason })}
        </span>
      )}
      {isRemoving ? <RemoveDialog id={id} tenant={tenant} close={() => setRemoving(false)} /> : null}
    </li>
  );
}
