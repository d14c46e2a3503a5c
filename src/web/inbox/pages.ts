import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.ts';

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  staticData: { time: 'day' },
  component: lazyRouteComponent(() => import('./InboxPage.tsx'), 'InboxPage'),
});

const proposal = createRoute({
  getParentRoute: () => root,
  path: '/proposals/$proposal',
  staticData: { time: 'day' },
  component: lazyRouteComponent(() => import('./ProposalPage.tsx'), 'ProposalPage'),
});

export const inboxPages = [inbox, proposal] as const;
