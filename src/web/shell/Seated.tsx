import { IdcardOutlined, LockOutlined } from '@ant-design/icons';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { readSession } from '#/kernel/access/contract.ts';
import { listCapacities } from '#/kernel/access/grant-contract.ts';
import { Problem } from '#/platform/errors.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { State, Waiting, Wrong } from '#/platform/ui/states.tsx';
import { answers, useAsk } from '../ask.ts';
import { MemberFrame } from '../me/MemberFrame.tsx';
import { Alone } from './Alone.tsx';
import styles from './Capacity.module.css';
import { CapacityList } from './CapacityList.tsx';
import { useCapacityText } from './capacity-texts.ts';

/** The pages, for whoever works in a role that has some; who holds several chooses one first. */
export function Seated({ children }: { children: ReactNode }) {
  const { data, error, refetch } = useAsk(readSession, {});
  const isOwnPage = useRouterState({ select: ({ location }) => /^\/(account$|sign-in\/)/.test(location.pathname) });
  useEffect(() => whenRoleIsGone(() => void refetch()), [refetch]);
  if (data === undefined)
    return <Alone>{error === null ? <Waiting /> : <Wrong isPage error={error} retry={() => void refetch()} />}</Alone>;
  // A member has no place in the tree to be at: one page about themselves, and their account.
  const isMember = data.permissions.includes('self.read') && !data.permissions.includes('register.read');
  if (isMember && !isOwnPage)
    return (
      <Alone>
        <MemberFrame />
      </Alone>
    );
  if (data.isOperator || (data.permissions.length > 0 && !isMember)) return children;
  // One's own account is everybody's, also while a second factor is still to be set up.
  if (isOwnPage)
    return (
      <Alone>
        <Outlet />
      </Alone>
    );
  return <Alone>{data.title === null ? <ChooseOne /> : <NoPages session={data} />}</Alone>;
}

/** A role may end while one works in it: then one chooses again. */
function whenRoleIsGone(ask: () => void): () => void {
  return answers.getQueryCache().subscribe(({ type, query: { queryKey, state } }) => {
    const isGone = state.status === 'error' && state.error instanceof Problem && state.error.code === 'capacity.none';
    if (type === 'updated' && isGone && queryKey[0] !== readSession.path) ask();
  });
}

function ChooseOne() {
  const say = useCapacityText();
  const { data } = useAsk(listCapacities, {});
  const isNone = data?.capacities.length === 0;
  return (
    <State isPage icon={<IdcardOutlined />} title={say(isNone ? 'none' : 'choose')}>
      <p>{say(isNone ? 'noneWhat' : 'chooseWhat')}</p>
      <CapacityList />
      <OwnAccount />
    </State>
  );
}

type Session = NonNullable<ReturnType<typeof useAsk<typeof readSession.input, typeof readSession.output>>['data']>;

function NoPages({ session: { title, needsSecondFactor } }: { session: Session }) {
  const say = useCapacityText();
  const { language } = useLanguage();
  const role = title?.[language] ?? '';
  return (
    <State isPage icon={<LockOutlined />} title={say(needsSecondFactor ? 'weak' : 'noPages')}>
      <p>{say(needsSecondFactor ? 'weakWhat' : 'noPagesWhat', { role })}</p>
      <CapacityList />
      <OwnAccount />
    </State>
  );
}

/** Where a second factor is set up. */
function OwnAccount() {
  const say = useCapacityText();
  return (
    <p className={styles.own}>
      <Link to="/account">{say('ownAccount')}</Link>
    </p>
  );
}
