import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useRef, useState } from 'react';
import type { Member } from '#/domain/members/member-contract.ts';
import { putAttachment } from '#/kernel/attachments/contract.ts';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import { askWithFile } from '../ask.ts';
import styles from './AttachDialog.module.css';
import { askMemberAnew } from './ask-anew.ts';
import { useMemberText } from './member-texts.ts';

interface AttachDialogProps {
  member: Member;
  purpose: 'photo' | 'scan';
  close: () => void;
}

/** A file for the member: chosen, declared not to be classified, sent. What the server refuses is said here. */
export function AttachDialog({ member: { person, tenant, name }, purpose, close }: AttachDialogProps) {
  const say = useMemberText();
  const [file, setFile] = useState<File | null>(null);
  const [isDeclared, setDeclared] = useState(false);
  const [isTried, setTried] = useState(false);
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: (chosen: File) => {
      const about = { person, tenant, purpose, name: chosen.name, declaredUnclassified: '1' } as const;
      return askWithFile(putAttachment, about, chosen);
    },
    onSuccess: () => {
      void askMemberAnew();
      close();
    },
  });
  const send = () => {
    setTried(true);
    if (file !== null && isDeclared) mutate(file);
  };
  return (
    <Dialog
      title={say(purpose === 'photo' ? 'photoTitle' : 'fileTitle', { name })}
      close={close}
      actions={
        <>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button type="primary" loading={isPending} onClick={send}>
            {say('send')}
          </Button>
        </>
      }
    >
      <Chooser file={file} choose={setFile} purpose={purpose} isTried={isTried} />
      <label className={styles.declare}>
        <input type="checkbox" checked={isDeclared} onChange={(event) => setDeclared(event.target.checked)} />
        <span>{say('declare')}</span>
      </label>
      {isTried && !isDeclared ? (
        <p role="alert" className={styles.fault}>
          {say('mustDeclare')}
        </p>
      ) : null}
      {error === null ? null : <WrongLine error={error} />}
    </Dialog>
  );
}

interface ChooserProps {
  file: File | null;
  choose: (file: File | null) => void;
  purpose: 'photo' | 'scan';
  isTried: boolean;
}

function Chooser({ file, choose, purpose, isTried }: ChooserProps) {
  const say = useMemberText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.chooser}>
      <Button onClick={() => input.current?.click()} aria-describedby={`${id}-hint`}>
        {say('chooseFile')}
      </Button>
      <span className={styles.name}>{file?.name}</span>
      <span id={`${id}-hint`} className={styles.hint}>
        {say(purpose === 'photo' ? 'fileHintPhoto' : 'fileHintScan')}
      </span>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={say('chooseFile')}
        accept={purpose === 'photo' ? 'image/jpeg,image/png' : 'application/pdf,image/jpeg,image/png'}
        onChange={(event) => choose(event.target.files?.[0] ?? null)}
      />
      {isTried && file === null ? (
        <p role="alert" className={styles.fault}>
          {say('mustChoose')}
        </p>
      ) : null}
    </div>
  );
}
