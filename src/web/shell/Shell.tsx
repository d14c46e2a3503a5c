import { Navigate, Outlet, useRouterState, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { keepPlace, type Search } from '../address.ts';
import { EmptyRegister } from './EmptyRegister.tsx';
import { useJobs, useLacking } from './jobs.tsx';
import { Lacks } from './Lacks.tsx';
import { NavColumn } from './NavColumn.tsx';
import { PlaceBar } from './PlaceBar.tsx';
import styles from './Shell.module.css';
import { useShellText } from './shell-texts.ts';

const OpenedPanel = lazy(async () => ({ default: (await import('../figure/OpenedPanel.tsx')).OpenedPanel }));

/** The first page of whoever has no overview is that of their first job; a page that the role does not have says so. */
function Page({ path }: { path: string }) {
  const [first] = useJobs();
  const lacking = useLacking(path);
  if (path === '/' && first !== undefined && first.to !== '/')
    return <Navigate to={first.to} search={keepPlace} replace />;
  return lacking === null ? <Outlet /> : <Lacks permission={lacking} />;
}

/** Around every page: navigation by job, where and when the page is, and the page. An empty register has no place yet. */
export function Shell({ isEmpty = false, hasUnits = !isEmpty }: { isEmpty?: boolean; hasUnits?: boolean }) {
  const say = useShellText();
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const hasOpened = useSearch({ strict: false, select: ({ open }: Search) => open !== undefined });
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    main.current?.focus({ preventScroll: true }); // a screen reader goes on reading from the new page
    window.scrollTo(0, 0);
  }, [path]);
  return (
    <div className={styles.shell}>
      <button type="button" className={`${styles.skip} not-printed`} onClick={() => main.current?.focus()}>
        {say('skip')}
      </button>
      <NavColumn />
      <div className={styles.rest}>
        {isEmpty ? null : <PlaceBar />}
        <main ref={main} id="main" tabIndex={-1} className={styles.main}>
          {!hasUnits && !/^\/(imports|help|accounts?|sign-in)/.test(path) ? <EmptyRegister /> : <Page path={path} />}
        </main>
      </div>
      <Suspense>{hasOpened ? <OpenedPanel /> : null}</Suspense>
    </div>
  );
}
