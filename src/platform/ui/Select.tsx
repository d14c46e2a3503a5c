import { useId } from 'react';
import styles from './Field.module.css';

interface SelectProps {
  label: string;
  value: string;
  options: readonly SelectOption[];
  choose: (value: string) => void;
  /** What is wrong with what is chosen. */
  fault?: string | null;
}

interface SelectOption {
  value: string;
  label: string;
  /** Those of one group stand together under its name. */
  group?: string;
}

/** One of a closed list, as the machine shows lists: a wheel under the thumb on a phone. */
export function Select({ label, value, options, choose, fault = null }: SelectProps) {
  const id = useId();
  const groups = Map.groupBy(options, ({ group }) => group);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={styles.select}
        value={value}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : `${id}-fault`}
        onChange={(event) => choose(event.target.value)}
      >
        {[...groups].map(([group, own]) =>
          group === undefined ? (
            <Options key="" options={own} />
          ) : (
            <optgroup key={group} label={group}>
              <Options options={own} />
            </optgroup>
          ),
        )}
      </select>
      {fault === null ? null : (
        <span id={`${id}-fault`} role="alert" className={styles.fault}>
          {fault}
        </span>
      )}
    </div>
  );
}

function Options({ options }: { options: readonly SelectOption[] }) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
