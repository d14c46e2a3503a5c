import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { type SignInOutcome, signInByTotp } from '#/platform/accounts/contract.ts';
import { Field } from '#/platform/ui/Field.tsx';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { WrongLine } from '#/platform/ui/states.tsx';
import { ask } from '../ask.ts';
import { PasskeyWay } from './PasskeyWay.tsx';
import { PrintedWay } from './PrintedWay.tsx';
import { signInWithPasskey } from './passkey.ts';
import styles from './SignIn.module.css';
import { useSignInText } from './sign-in-texts.ts';
import { useFirstFocus } from './use-first-focus.ts';

interface SecondFactorProps {
  step: string;
  factors: readonly ('totp' | 'passkey' | 'printed')[];
  canUsePasskeys: boolean;
  goOn: (outcome: SignInOutcome) => void;
  back: () => void;
}

/** The code of an app or a passkey, after the password. */
export function SecondFactor({ step, factors, canUsePasskeys, goOn, back }: SecondFactorProps) {
  const say = useSignInText();
  const form = useFirstFocus<HTMLFormElement>();
  usePageTitle(say('secondTitle'));
  const [code, setCode] = useState('');
  const byApp = useMutation({
    networkMode: 'always',
    mutationFn: (typed: string) => ask(signInByTotp, { step, code: typed }),
    onSuccess: goOn,
    onError: () => setCode(''),
  });
  const byPasskey = useMutation({ networkMode: 'always', mutationFn: () => signInWithPasskey(step), onSuccess: goOn });
  const error = byApp.error ?? byPasskey.error;
  const [hasApp, hasPasskey] = [factors.includes('totp'), factors.includes('passkey')];
  const hasSheet = factors.includes('printed');
  const type = (typed: string) => {
    setCode(typed);
    // Six digits are all there is: nobody has to press anything more.
    if (/^\s*(\d\s*){6}$/.test(typed) && !byApp.isPending) byApp.mutate(typed);
  };
  return (
    <div className={styles.page}>
      <h1>{say('secondTitle')}</h1>
      <form
        ref={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (hasApp && code.trim() !== '') byApp.mutate(code);
        }}
      >
        {hasApp ? (
          <>
            <p>{say('secondApp')}</p>
            <div className={styles.code}>
              <Field label={say('appCode')} value={code} change={type} complete="one-time-code" isFirst />
            </div>
          </>
        ) : null}
        {error === null ? null : <WrongLine error={error} />}
        {hasApp ? (
          <Button type="primary" htmlType="submit" loading={byApp.isPending}>
            {say('goOn')}
          </Button>
        ) : null}
        {hasApp && hasPasskey ? <span className={styles.or}>{say('or')}</span> : null}
        {hasPasskey && !hasApp ? <p>{say('secondPasskey')}</p> : null}
        {hasPasskey ? (
          <PasskeyWay
            canUse={canUsePasskeys}
            isPrimary={!hasApp}
            isPending={byPasskey.isPending}
            use={() => byPasskey.mutate()}
          />
        ) : null}
        {hasSheet ? null : <Button onClick={back}>{say('back')}</Button>}
      </form>
      {hasSheet ? <PrintedWay step={step} isOnly={!hasApp && !hasPasskey} goOn={goOn} back={back} /> : null}
    </div>
  );
}
