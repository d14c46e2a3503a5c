import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { howToSignIn, type SignInOutcome, setPasswordByCode, showCode } from '#/platform/accounts/contract.ts';
import { Field } from '#/platform/ui/Field.tsx';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { WrongLine } from '#/platform/ui/states.tsx';
import { ask, useAsk } from '../ask.ts';
import { NewPasswordField } from './NewPasswordField.tsx';
import { ProviderWay } from './ProviderWay.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import styles from './SignIn.module.css';
import { useSignInText } from './sign-in-texts.ts';
import { useFirstFocus } from './use-first-focus.ts';

/** A one-time code, then a password, then the second factor where one was not lost. */
export function CodePage() {
  const say = useSignInText();
  usePageTitle(say('codeTitle'));
  const [known, setKnown] = useState<Known | null>(null);
  const [second, setSecond] = useState<SignInOutcome | null>(null);
  const { data } = useAsk(howToSignIn, {});
  // Whoever was in here before is out: nothing of what they saw stays.
  const goOn = (outcome: SignInOutcome) =>
    outcome.next === 'signed-in' ? window.location.assign('/') : setSecond(outcome);
  if (second !== null)
    return (
      <SecondFactor
        step={second.step ?? ''}
        factors={second.factors ?? []}
        canUsePasskeys={data?.canUsePasskeys ?? false}
        goOn={goOn}
        back={() => window.location.assign('/')}
      />
    );
  if (known !== null) return <SetPassword {...known} provider={data?.provider ?? null} goOn={goOn} />;
  return <TypeCode found={setKnown} />;
}

/** Whose code it is. */
interface Known {
  code: string;
  login: string;
  name: string;
  purpose: 'invitation' | 'recovery';
}

function TypeCode({ found }: { found: (known: Known) => void }) {
  const say = useSignInText();
  const form = useFirstFocus<HTMLFormElement>();
  const [code, setCode] = useState('');
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: () => ask(showCode, { code }),
    onSuccess: (whose) => found({ code, ...whose }),
  });
  return (
    <div className={styles.page}>
      <h1>{say('codeTitle')}</h1>
      <p>{say('codeWhat')}</p>
      <form
        ref={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (code.trim() !== '') mutate();
        }}
      >
        <div className={styles.code}>
          <Field label={say('code')} value={code} change={setCode} isFirst hint="XXXX-XXXX-XXXX-XXXX" />
        </div>
        {error === null ? null : <WrongLine error={error} />}
        <Button type="primary" htmlType="submit" loading={isPending}>
          {say('goOn')}
        </Button>
      </form>
      <div className={styles.foot}>
        <Link to="/">{say('toSignIn')}</Link>
      </div>
    </div>
  );
}

interface SetPasswordProps extends Known {
  provider: { vi: string; en: string } | null;
  goOn: (outcome: SignInOutcome) => void;
}

function SetPassword({ code, login, name, purpose, provider, goOn }: SetPasswordProps) {
  const say = useSignInText();
  const form = useFirstFocus<HTMLFormElement>();
  const [password, setPassword] = useState('');
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: () => ask(setPasswordByCode, { code, password }),
    onSuccess: goOn,
  });
  return (
    <div className={styles.page}>
      <h1>{say('passwordTitle')}</h1>
      <p>
        {say('hello', { name })} <strong>{login}</strong>.
      </p>
      <form
        ref={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (password !== '') mutate();
        }}
      >
        {/* The browser's memory of passwords asks under which login it keeps the new one. */}
        <input hidden type="text" name="username" autoComplete="username" value={login} readOnly />
        <NewPasswordField value={password} change={setPassword} isFirst />
        {error === null ? null : <WrongLine error={error} />}
        <Button type="primary" htmlType="submit" loading={isPending}>
          {say('setPassword')}
        </Button>
        {provider === null || purpose !== 'invitation' ? null : (
          <>
            <span className={styles.or}>{say('or')}</span>
            <ProviderWay name={provider} code={code} />
          </>
        )}
      </form>
    </div>
  );
}
