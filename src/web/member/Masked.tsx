import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { Revealed } from '#/domain/members/reveal-contract.ts';
import styles from './Masked.module.css';
import { useMemberText } from './member-texts.ts';
import { RevealDialog } from './RevealDialog.tsx';

const shownFor = 60_000;

interface MaskedProps {
  person: string;
  tenant: string;
  on: string;
  /** What the value is called, for whoever hears it. */
  label: string;
  /** Null: it is not the reader's to see. */
  field: string | null;
}

/** A value that is recorded and not shown; whoever may see it says why, and has a minute. It is kept nowhere, and not printed. */
export function Masked({ person, tenant, on, label, field }: MaskedProps) {
  const say = useMemberText();
  const [isAsked, setAsked] = useState(false);
  const [value, setValue] = useState<Revealed | null>(null);
  useEffect(() => {
    if (value === null) return;
    const timer = setTimeout(() => setValue(null), shownFor);
    return () => clearTimeout(timer);
  }, [value]);
  return (
    <span className={styles.masked}>
      {value === null ? (
        <span title={say('sealed')}>
          <span aria-hidden>•••</span>
          <span className="for-screen-readers">{say('sealed')}</span>
        </span>
      ) : null}
      <span role="status" className={`${styles.shown} not-printed`}>
        {value === null ? null : (
          <>
            {value.lines.map((line) => (
              <span key={line} className={styles.value}>
                {line}
              </span>
            ))}
            <span className={styles.logged}>{say('revealLogged')}</span>
          </>
        )}
      </span>
      {field === null ? null : (
        <Button
          size="small"
          className="not-printed"
          icon={value === null ? <EyeOutlined aria-hidden /> : <EyeInvisibleOutlined aria-hidden />}
          aria-label={say(value === null ? 'revealOf' : 'hideOf', { label })}
          onClick={() => (value === null ? setAsked(true) : setValue(null))}
        >
          {say(value === null ? 'reveal' : 'hide')}
        </Button>
      )}
      {isAsked && field !== null ? (
        <RevealDialog
          about={{ id: person, tenant, on, field }}
          label={label}
          close={() => setAsked(false)}
          show={(shown) => {
            setAsked(false);
            setValue(shown);
          }}
        />
      ) : null}
    </span>
  );
}
