import { Input } from 'antd';
import { useId } from 'react';
import styles from './Field.module.css';

interface FieldProps {
  label: string;
  value: string;
  change: (value: string) => void;
  hint?: string;
  /** What is wrong with what stands there. */
  fault?: string | null;
  /** It has the keyboard when what it stands in opens. */
  isFirst?: boolean;
  /** Not for eyes that look over the shoulder. */
  isSecret?: boolean;
  /** What the browser's own memory may fill in: username, current-password, one-time-code … */
  complete?: string;
}

/** A line of text with its label, and what is wrong with it said under it. */
export function Field({ label, value, change, hint, fault = null, isFirst, isSecret, complete = 'off' }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        value={value}
        placeholder={hint}
        status={fault === null ? undefined : 'error'}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : `${id}-fault`}
        type={isSecret ? 'password' : 'text'}
        autoComplete={complete}
        inputMode={complete === 'one-time-code' ? 'numeric' : undefined}
        data-autofocus={isFirst ? true : undefined}
        onChange={(event) => change(event.target.value)}
      />
      {fault === null ? null : (
        <span id={`${id}-fault`} role="alert" className={styles.fault}>
          {fault}
        </span>
      )}
    </div>
  );
}
