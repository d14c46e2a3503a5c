import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { type SignInOutcome, signInByPrinted } from '#/platform/accounts/contract.ts';
import { Field } from '#/platform/ui/Field.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import { ask } from '../ask.ts';
import styles from './SignIn.module.css';
import { useSignInText } from './sign-in-texts.ts';
import { useFirstFocus } from './use-first-focus.ts';

interface PrintedWayProps {
  step: string;
  /** There is neither app nor passkey beside it. */
  isOnly: boolean;
  goOn: (outcome: SignInOutcome) => void;
  back: () => void;
}

/** A code of the printed sheet, as second step. */
export function PrintedWay({ step, isOnly, goOn, back }: PrintedWayProps) {
  const say = useSignInText();
  const form = useFirstFocus<HTMLFormElement>();
  const [code, setCode] = useState('');
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: () => ask(signInByPrinted, { step, code }),
    onSuccess: goOn,
    onError: () => setCode(''),
  });
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() !== '') mutate();
      }}
    >
      {isOnly ? null : <span className={styles.or}>{say('or')}</span>}
      <p>{say('secondPrinted')}</p>
      <div className={styles.code}>
        <Field label={say('printedCode')} value={code} change={setCode} isFirst={isOnly} hint="XXXX-XXXX-XXXX" />
      </div>
      {error === null ? null : <WrongLine error={error} />}
      <Button type={isOnly ? 'primary' : 'default'} htmlType="submit" loading={isPending}>
        {say('goOn')}
      </Button>
      <Button onClick={back}>{say('back')}</Button>
    </form>
  );
}
