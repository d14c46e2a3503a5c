import { Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { howToSignIn, type SignInOutcome } from '#/platform/accounts/contract.ts';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { Waiting, WrongLine } from '#/platform/ui/states.tsx';
import { useAsk } from '../ask.ts';
import { comeBack } from './provider.ts';
import { SecondFactor } from './SecondFactor.tsx';
import styles from './SignIn.module.css';
import { useSignInText } from './sign-in-texts.ts';

/** Where the identity provider sends the browser back to: in, on to the second factor, or why not. */
export function ProviderPage() {
  const say = useSignInText();
  usePageTitle(say('providerTitle'));
  const [second, setSecond] = useState<SignInOutcome | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const { data } = useAsk(howToSignIn, {});
  const goOn = useCallback(
    (outcome: SignInOutcome) => (outcome.next === 'signed-in' ? window.location.replace('/') : setSecond(outcome)),
    [],
  );
  useEffect(() => {
    comeBack().then((outcome) => (outcome === null ? window.location.replace('/account') : goOn(outcome)), setError);
  }, [goOn]);
  if (second !== null)
    return (
      <SecondFactor
        step={second.step ?? ''}
        factors={second.factors ?? []}
        canUsePasskeys={data?.canUsePasskeys ?? false}
        goOn={goOn}
        back={() => window.location.replace('/')}
      />
    );
  return (
    <div className={styles.page}>
      <h1>{say('providerTitle')}</h1>
      {error === null ? <Waiting lines={2} /> : <WrongLine error={error} />}
      {error === null ? null : (
        <Button type="primary" onClick={() => window.location.replace('/')}>
          {say('toSignIn')}
        </Button>
      )}
    </div>
  );
}
