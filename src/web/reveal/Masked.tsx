import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useLanguage } from '#/platform/i18n/texts.ts';
import styles from './Masked.module.css';
import type { Opened } from './opened.ts';
import { RevealDialog } from './RevealDialog.tsx';
import { useRevealText } from './reveal-texts.ts';

const shownFor = 60_000;

interface MaskedProps {
  /** What the value is called, for whoever hears it. */
  label: string;
  /** Asks for the value; null: it is not the reader's to see. */
  ask: ((reason: string) => Promise<Opened>) | null;
  /** Opening it tells others: a longer reason is asked. */
  isSealed?: boolean;
}

/** A value that is recorded and not shown; whoever may see it says why, and has a minute. It is kept nowhere, and not printed. */
export function Masked({ label, ask, isSealed = false }: MaskedProps) {
  const say = useRevealText();
  const [isAsked, setAsked] = useState(false);
  const [value, setValue] = useState<Opened | null>(null);
  useEffect(() => {
    if (value === null) return;
    const timer = setTimeout(() => setValue(null), shownFor);
    return () => clearTimeout(timer);
  }, [value]);
  return (
    <span className={styles.masked}>
      {value === null ? (
        <span title={say('masked')}>
          <span aria-hidden>•••</span>
          <span className="for-screen-readers">{say('masked')}</span>
        </span>
      ) : null}
      <span role="status" className={`${styles.shown} not-printed`}>
        {value === null ? null : <Shown value={value} />}
      </span>
      {ask === null ? null : (
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
      {isAsked && ask !== null ? (
        <RevealDialog
          label={label}
          ask={ask}
          isSealed={isSealed}
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

function Shown({ value }: { value: Opened }) {
  const say = useRevealText();
  const { language } = useLanguage();
  const lines = value.says === undefined ? value.lines : [value.says[language]];
  return (
    <>
      {lines.map((line) => (
        <span key={line} className={styles.value}>
          {line}
        </span>
      ))}
      <span className={styles.logged}>{say('logged')}</span>
    </>
  );
}
