import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Attachment } from '#/kernel/attachments/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { writeMoment } from '#/platform/ui/written.ts';
import { writeSize } from '../imports/written-size.ts';
import styles from './AttachmentList.module.css';
import { useAttachmentText } from './attachment-texts.ts';
import type { FileDoor } from './file-door.ts';
import { RemoveDialog } from './RemoveDialog.tsx';

interface AttachmentListProps {
  attachments: readonly Attachment[];
  door: FileDoor;
}

/** Files with who put them there; a picture is seen at once, and what was removed keeps its line. */
export function AttachmentList({ attachments, door }: AttachmentListProps) {
  return (
    <ul className={styles.list}>
      {attachments.map((one) => (
        <One key={one.id} one={one} door={door} />
      ))}
    </ul>
  );
}

interface OneProps {
  one: Attachment;
  door: FileDoor;
}

function One({ one, door }: OneProps) {
  const say = useAttachmentText();
  const { language } = useLanguage();
  const [open, setOpen] = useState<'picture' | 'remove' | null>(null);
  const { id, name, purpose, removed, isCurrent, recordedAt, recordedBy, size } = one;
  const isEarlier = purpose === 'photo' && !isCurrent && removed === null;
  const what = isEarlier ? 'earlierPhoto' : one.act === null ? purpose : 'actScan';
  const address = door.address(id);
  const { remove, isShownAtOnce } = door;
  const isPicture = removed === null && one.mediaType !== 'application/pdf';
  return (
    <li className={styles.line}>
      {isPicture && isShownAtOnce ? (
        <button
          type="button"
          className={styles.thumb}
          aria-label={`${say('enlarge')}: ${name}`}
          onClick={() => setOpen('picture')}
        >
          <img src={address} alt="" loading="lazy" />
        </button>
      ) : null}
      <span className={styles.about}>
        <span className={removed === null ? styles.name : styles.gone}>{name}</span>
        <span className={styles.soft}>
          {say(what)} · {writeSize(size, language)} · {writeMoment(recordedAt)}, {recordedBy}
        </span>
      </span>
      {removed === null ? (
        <span className={`${styles.tools} not-printed`}>
          {isPicture && !isShownAtOnce ? (
            <Button size="small" onClick={() => setOpen('picture')} aria-label={`${say('look')}: ${name}`}>
              {say('look')}
            </Button>
          ) : null}
          <a href={address} download>
            <DownloadOutlined aria-hidden /> {say('download')}
            <span className="for-screen-readers">: {name}</span>
          </a>
          {remove === null ? null : (
            <Button size="small" onClick={() => setOpen('remove')} aria-label={`${say('remove')}: ${name}`}>
              {say('remove')}
            </Button>
          )}
        </span>
      ) : (
        <span className={styles.soft}>
          {say('removed', { moment: writeMoment(removed.at), by: removed.by, reason: removed.reason })}
        </span>
      )}
      {open === 'remove' && remove !== null ? (
        <RemoveDialog remove={(reason) => remove(id, reason)} close={() => setOpen(null)} />
      ) : null}
      {open === 'picture' ? (
        <Dialog
          title={name}
          isWide
          close={() => setOpen(null)}
          actions={<Button onClick={() => setOpen(null)}>{say('close')}</Button>}
        >
          <img className={styles.picture} src={address} alt={name} />
        </Dialog>
      ) : null}
    </li>
  );
}
