import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.ts';
import { readJournalSearch } from './journal-search.ts';

const journal = createRoute({
  getParentRoute: () => root,
  path: '/journal',
  validateSearch: readJournalSearch,
  component: lazyRouteComponent(() => import('./JournalPage.tsx'), 'JournalPage'),
});

const act = createRoute({
  getParentRoute: () => root,
  path: '/acts/$act',
  component: lazyRouteComponent(() => import('./ActPage.tsx'), 'ActPage'),
});

const withdraw = createRoute({
  getParentRoute: () => root,
  path: '/acts/$act/withdraw',
  component: lazyRouteComponent(() => import('./WithdrawPage.tsx'), 'WithdrawPage'),
});

export const journalPages = [journal, act, withdraw] as const;
