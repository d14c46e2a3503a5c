import { KeyOutlined } from '@ant-design/icons';
import { useRouterState, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, type ReactNode, Suspense, useEffect, useLayoutEffect, useRef } from 'react';
import { listUnits } from '#/domain/units/unit-contract.ts';
import { listTenants } from '#/kernel/access/contract.ts';
import { howToSignIn } from '#/platform/accounts/contract.ts';
import { State, Waiting, Wrong } from '#/platform/ui/states.tsx';
import type { Search } from '../address.ts';
import { answers, useAsk } from '../ask.ts';
import { readPeriod, yearPeriod } from '../period/period.ts';
import { thisDay, useGoTo } from '../place.ts';
import { Alone } from './Alone.tsx';
import { isSignedOut, useComingBack } from './coming-back.ts';
import styles from './Gate.module.css';
import { Seated } from './Seated.tsx';
import { Shell } from './Shell.tsx';
import { useShellText } from './shell-texts.ts';

const SignInPage = lazy(async () => ({ default: (await import('../sign-in/SignInPage.tsx')).SignInPage }));
const CodePage = lazy(async () => ({ default: (await import('../sign-in/CodePage.tsx')).CodePage }));

const ProviderPage = lazy(async () => ({ default: (await import('../sign-in/ProviderPage.tsx')).ProviderPage }));

/** Back from the identity provider nothing is asked before its answer is shown; else who has a session comes in. */
export function Gate() {
  const isBack = useRouterState({ select: ({ location }) => location.pathname === '/sign-in/provider' });
  if (!isBack) return <Doors />;
  return (
    <Alone>
      <Suspense fallback={<Waiting />}>
        <ProviderPage />
      </Suspense>
    </Alone>
  );
}

/** Who has a session and a register comes in; for everybody else: what to do. */
function Doors() {
  const { data, error, refetch } = useAsk(listTenants, {});
  useEffect(() => askAgainWhenSignedOut(() => void refetch()), [refetch]);
  const isOut = isSignedOut(error);
  const wasIn = data !== undefined;
  const { who, isShut, error: unsure, look } = useComingBack(wasIn, isOut);
  const retry = () => void refetch();
  if (!wasIn && !isOut)
    return <Alone>{error === null ? <Waiting /> : <Wrong isPage error={error} retry={() => void refetch()} />}</Alone>;
  const [first] = data?.tenants ?? [];
  return (
    <>
      {isOut ? (
        <SignIn wasIn={wasIn} who={who.current} retry={retry} />
      ) : isShut ? (
        <Alone>{unsure === null ? <Waiting /> : <Wrong isPage error={unsure} retry={look} />}</Alone>
      ) : null}
      {wasIn ? (
        // A session that ends closes the page and takes nothing of it: what was typed is there when it opens again.
        <Kept isHidden={isOut || isShut}>
          <Seated>{first === undefined ? <Shell isEmpty /> : <Settled first={first} />}</Seated>
        </Kept>
      ) : null}
    </>
  );
}

/** What is hidden loses the keyboard; whoever comes back goes on where they were. */
function Kept({ isHidden, children }: { isHidden: boolean; children: ReactNode }) {
  const at = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (isHidden) at.current = document.activeElement;
    else if (at.current instanceof HTMLElement) at.current.focus({ preventScroll: true });
  }, [isHidden]);
  return (
    <div className={styles.page} hidden={isHidden}>
      {children}
    </div>
  );
}

/** An address without a place gets one, so that what is seen can be shared: the first root, the last year that has acts. */
function Settled({ first }: { first: { code: string; opensOn: string | null; latestOn: string | null } }) {
  const search: Search = useSearch({ strict: false });
  const { unit, tenant = first.code, period } = search;
  // A register that has just been brought in knows of admissions before the day on which it opens.
  const [latestOn = thisDay()] = [first.latestOn, first.opensOn]
    .filter((day) => day !== null)
    .toSorted()
    .toReversed();
  const latest = yearPeriod(Number(latestOn.slice(0, 4)));
  const year = period === undefined ? latest : undefined;
  const on = year?.to ?? readPeriod(period ?? '')?.to;
  const { data, isLoading } = useAsk(listUnits, unit === undefined ? { tenant, on } : null);
  // A committee that was merged away or founded later stands there without anything under it.
  const root = (data?.units.find(({ hasChildren }) => hasChildren) ?? data?.units[0])?.code;
  const goTo = useGoTo();
  useEffect(() => {
    if (unit === undefined && root !== undefined) goTo({ unit: root, tenant, periodOf: year }, { replace: true });
    else if (unit !== undefined && year !== undefined) goTo({ periodOf: year }, { replace: true });
  });
  // Not the shell yet: without a unit it has no bar above, and the page would jump.
  if (isLoading)
    return (
      <Alone>
        <Waiting />
      </Alone>
    );
  // Everything in the register was taken back: there is no unit to be at.
  return <Shell hasUnits={unit !== undefined || data === undefined || root !== undefined} />;
}

/** By an account where there are any; else by the link that the machine has printed. */
function SignIn({ wasIn, who, retry }: { wasIn: boolean; who: string | null; retry: () => void }) {
  const { data, refetch } = useAsk(howToSignIn, {});
  const isCode = useRouterState({ select: ({ location }) => location.pathname === '/sign-in/code' });
  useEffect(() => void refetch(), [refetch]); // the first account may have come since it was asked
  const waiting = <Waiting />;
  if (data === undefined) return <Alone>{waiting}</Alone>;
  if (!data.hasAccounts) return <ByLink wasIn={wasIn} retry={retry} />;
  return (
    <Alone>
      <Suspense fallback={waiting}>
        {isCode ? (
          <CodePage />
        ) : (
          <SignInPage
            wasIn={wasIn}
            who={who}
            canUsePasskeys={data.canUsePasskeys}
            provider={data.provider}
            done={retry}
          />
        )}
      </Suspense>
    </Alone>
  );
}

function ByLink({ wasIn, retry }: { wasIn: boolean; retry: () => void }) {
  const say = useShellText();
  const isUsed = new URLSearchParams(window.location.search).get('link') === 'used';
  return (
    <Alone>
      <State
        isPage
        icon={<KeyOutlined />}
        title={say(wasIn ? 'sessionEnded' : 'signIn')}
        actions={<Button onClick={retry}>{say('signedInNow')}</Button>}
      >
        {isUsed ? <p className={styles.used}>{say('linkUsed')}</p> : null}
        {wasIn ? <p>{say('signInKept')}</p> : null}
        <p>{say('signInWhat')}</p>
        <p>{say('signInAgain')}</p>
        <pre className={styles.command}>npx sotay link</pre>
      </State>
    </Alone>
  );
}

/** When any answer says that the session has ended, the gate asks again and closes. */
function askAgainWhenSignedOut(ask: () => void): () => void {
  const stop = [
    answers.getQueryCache().subscribe(({ type, query: { queryKey, state } }) => {
      if (type === 'updated' && queryKey[0] !== listTenants.path && isOver(state)) ask();
    }),
    answers.getMutationCache().subscribe(({ type, mutation }) => {
      if (type === 'updated' && isOver(mutation.state)) ask();
    }),
  ];
  return () => {
    for (const one of stop) one();
  };
}

const isOver = ({ status, error }: { status: string; error: unknown }) => status === 'error' && isSignedOut(error);
