import { CameraOutlined, DeleteOutlined, UserOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Member } from '#/domain/members/member-contract.ts';
import { readAttachment } from '#/kernel/attachments/contract.ts';
import { fileAddress } from '../ask.ts';
import { AttachDialog } from '../attachments/AttachDialog.tsx';
import { attachmentDoor } from '../attachments/file-door.ts';
import { RemoveDialog } from '../attachments/RemoveDialog.tsx';
import { useMay } from '../session.ts';
import { useMemberText } from './member-texts.ts';
import styles from './Photo.module.css';

/** The photo, 3 by 4 as on the record sheet, and the ways to put, replace and remove it. */
export function Photo({ member }: { member: Member }) {
  const say = useMemberText();
  const [open, setOpen] = useState<'attach' | 'remove' | null>(null);
  const { photo, name, tenant } = member;
  const may = useMay();
  const attach = say(photo === null ? 'addPhoto' : 'changePhoto');
  return (
    <div className={styles.photo}>
      {photo === null ? (
        <div className={styles.none}>
          <UserOutlined aria-hidden />
          <span>{say('noPhoto')}</span>
        </div>
      ) : (
        <img
          className={styles.picture}
          src={fileAddress(readAttachment, { id: photo, tenant })}
          alt={say('photoOf', { name })}
        />
      )}
      <div className={`${styles.tools} not-printed`} hidden={!may('attachments.add')}>
        <Button
          size="small"
          icon={<CameraOutlined aria-hidden />}
          aria-label={attach}
          title={attach}
          onClick={() => setOpen('attach')}
        />
        {photo === null ? null : (
          <Button
            size="small"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={say('removePhoto')}
            title={say('removePhoto')}
            onClick={() => setOpen('remove')}
          />
        )}
      </div>
      {open === 'attach' ? (
        <AttachDialog
          title={say('photoTitle', { name })}
          about={{ person: member.person, tenant, purpose: 'photo' }}
          close={() => setOpen(null)}
        />
      ) : null}
      {open === 'remove' && photo !== null ? (
        <RemoveDialog remove={(reason) => attachmentDoor(tenant).remove(photo, reason)} close={() => setOpen(null)} />
      ) : null}
    </div>
  );
}
