import { useId } from 'react';
import styles from './Choices.module.css';

interface ChoicesProps<T extends string> {
  labelledBy?: string;
  label?: string;
  value: T;
  choices: readonly { value: T; label: string }[];
  choose: (value: T) => void;
}

/** A few words side by side, one of them chosen: radio buttons, so that the arrows of the keyboard walk them. */
export function Choices<T extends string>({ labelledBy, label, value, choices, choose }: ChoicesProps<T>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-labelledby={labelledBy} aria-label={label} className={styles.row}>
      {choices.map((one) => (
        <label key={one.value} className={styles.choice}>
          <input
            type="radio"
            name={name}
            className="for-screen-readers"
            checked={one.value === value}
            onChange={() => choose(one.value)}
          />
          <span>{one.label}</span>
        </label>
      ))}
    </div>
  );
}
