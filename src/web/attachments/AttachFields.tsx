import { Button } from 'antd';
import { useId, useRef } from 'react';
import { WrongLine } from '#/platform/ui/states.tsx';
import styles from './AttachFields.module.css';
import { useAttachmentText } from './attachment-texts.ts';
import { Declaration } from './Declaration.tsx';
import type { Attach } from './use-attach.ts';

/** The file and the declaration that it is not classified; what the server refuses is said here. */
export function AttachFields({ attach }: { attach: Attach }) {
  const { isDeclared, declare, isTried, error } = attach;
  return (
    <>
      <Chooser attach={attach} />
      <Declaration isDeclared={isDeclared} declare={declare} isMissed={isTried} />
      {error === null ? null : <WrongLine error={error} />}
    </>
  );
}

function Chooser({ attach: { file, choose, purpose, isTried } }: { attach: Attach }) {
  const say = useAttachmentText();
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
        onChange={({ target }) => {
          choose(target.files?.[0] ?? null);
          target.value = ''; // the same file may be chosen again
        }}
      />
      {isTried && file === null ? (
        <p role="alert" className={styles.fault}>
          {say('mustChoose')}
        </p>
      ) : null}
    </div>
  );
}
