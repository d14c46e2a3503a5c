import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { type SignInOutcome, signIn } from '#/platform/accounts/contract.ts';
import { Field } from '#/platform/ui/Field.tsx';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { WrongLine } from '#/platform/ui/states.tsx';
import { ask } from '../ask.ts';
import { PasskeyWay } from './PasskeyWay.tsx';
import { ProviderWay } from './ProviderWay.tsx';
import { signInWithPasskey } from './passkey.ts';
import { SecondFactor } from './SecondFactor.tsx';
import styles from './SignIn.module.css';
import { useSignInText } from './sign-in-texts.ts';
import { useFirstFocus } from './use-first-focus.ts';

interface SignInPageProps {
  /** Somebody was in, and the page they were at waits behind. */
  wasIn: boolean;
  /** Whose page that is, if that is known. */
  who: string | null;
  canUsePasskeys: boolean;
  /** What the identity provider is called; null: there is none. */
  provider: { vi: string; en: string } | null;
  done: () => void;
}

/** Login and password, or a passkey; then the second factor where the account has one. */
export function SignInPage({ wasIn, who, canUsePasskeys, provider, done }: SignInPageProps) {
  const [second, setSecond] = useState<SignInOutcome | null>(null);
  const goOn = (outcome: SignInOutcome) => (outcome.next === 'signed-in' ? done() : setSecond(outcome));
  if (second !== null)
    return (
      <SecondFactor
        step={second.step ?? ''}
        factors={second.factors ?? []}
        canUsePasskeys={canUsePasskeys}
        goOn={goOn}
        back={() => setSecond(null)}
      />
    );
  return <FirstFactor {...{ wasIn, who, canUsePasskeys, provider, goOn }} />;
}

interface FirstFactorProps extends Omit<SignInPageProps, 'done'> {
  goOn: (outcome: SignInOutcome) => void;
}

function FirstFactor({ wasIn, who, canUsePasskeys, provider, goOn }: FirstFactorProps) {
  const say = useSignInText();
  const form = useFirstFocus<HTMLFormElement>();
  const [login, setLogin] = useState(who ?? '');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const byPassword = useMutation({
    networkMode: 'always',
    mutationFn: () => ask(signIn, { login, password }),
    onSuccess: goOn,
    onError: () => setPassword(''),
  });
  const byPasskey = useMutation({ networkMode: 'always', mutationFn: () => signInWithPasskey(), onSuccess: goOn });
  const error = byPassword.error ?? byPasskey.error;
  const fault = (value: string) => (isTried && value.trim() === '' ? say('needed') : null);
  const send = () => {
    setTried(true);
    byPasskey.reset();
    if (login.trim() !== '' && password !== '') byPassword.mutate();
  };
  return (
    <Frame wasIn={wasIn}>
      <form
        ref={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Field
          label={say('login')}
          value={login}
          change={setLogin}
          complete="username"
          isFirst={who === null}
          fault={fault(login)}
        />
        <Field
          label={say('password')}
          value={password}
          change={setPassword}
          complete="current-password"
          isSecret
          isFirst={who !== null}
          fault={byPassword.isError ? null : fault(password)}
        />
        {error === null ? null : <WrongLine error={error} />}
        <Button type="primary" htmlType="submit" loading={byPassword.isPending}>
          {say('signIn')}
        </Button>
        <span className={styles.or}>{say('or')}</span>
        <PasskeyWay
          canUse={canUsePasskeys}
          isPending={byPasskey.isPending}
          use={() => {
            byPassword.reset();
            byPasskey.mutate();
          }}
        />
        {provider === null ? null : <ProviderWay name={provider} />}
      </form>
    </Frame>
  );
}

/** What stands around the form: why one is here, and what to do who has no password. */
function Frame({ wasIn, children }: { wasIn: boolean; children: ReactNode }) {
  const say = useSignInText();
  usePageTitle(say('title'));
  const isGone = new URLSearchParams(window.location.search).get('link') === 'ended';
  return (
    <div className={styles.page}>
      <span className={styles.mark} aria-hidden>
        ST
      </span>
      <h1>{say(wasIn ? 'again' : 'title')}</h1>
      {isGone ? <p className={styles.note}>{say('linkEnded')}</p> : null}
      {wasIn ? <p>{say('kept')}</p> : null}
      {children}
      <div className={styles.foot}>
        <Link to="/sign-in/code">{say('haveCode')}</Link>
        <p className={styles.soft}>{say('lost')}</p>
      </div>
    </div>
  );
}
