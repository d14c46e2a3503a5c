import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Waiting } from '#/platform/ui/states.tsx';
import { Capacity } from '../shell/Capacity.tsx';
import { useCapacityText } from '../shell/capacity-texts.ts';
import styles from './Me.module.css';

const MePage = lazy(async () => ({ default: (await import('./MePage.tsx')).MePage }));

/** Whatever else a member goes to, there is their own page. */
const isOfMembers = /^\/corrections\/[^/]+$/;

/** All that a member needs around their pages: the way to another role, if they hold one, and to their account. */
export function MemberFrame() {
  const say = useCapacityText();
  const isOther = useRouterState({ select: ({ location }) => isOfMembers.test(location.pathname) });
  return (
    <div className={styles.alone}>
      <div className={styles.frame}>
        <Capacity />
        <Link to="/account">{say('ownAccount')}</Link>
      </div>
      <Suspense fallback={<Waiting lines={16} />}>{isOther ? <Outlet /> : <MePage />}</Suspense>
    </div>
  );
}
