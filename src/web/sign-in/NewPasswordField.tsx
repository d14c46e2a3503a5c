import { useState } from 'react';
import { Field } from '#/platform/ui/Field.tsx';
import styles from './SignIn.module.css';
import { useSignInText } from './sign-in-texts.ts';

interface NewPasswordFieldProps {
  value: string;
  change: (value: string) => void;
  isFirst?: boolean;
}

/** A password that is being chosen: its rule stands beside it, and it may be looked at instead of typed twice. */
export function NewPasswordField({ value, change, isFirst }: NewPasswordFieldProps) {
  const say = useSignInText();
  const [isShown, setShown] = useState(false);
  return (
    <>
      <Field
        label={say('newPassword')}
        value={value}
        change={change}
        complete="new-password"
        isSecret={!isShown}
        isFirst={isFirst}
      />
      <label className={styles.check}>
        <input type="checkbox" checked={isShown} onChange={(event) => setShown(event.target.checked)} />
        {say('show')}
      </label>
      <p className={styles.soft}>{say('rule')}</p>
    </>
  );
}
