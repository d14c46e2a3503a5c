import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.ts';
import { readListSearch } from './list-search.ts';

const members = createRoute({
  getParentRoute: () => root,
  path: '/members',
  validateSearch: readListSearch,
  staticData: { time: 'day' },
  component: lazyRouteComponent(() => import('./MembersPage.tsx'), 'MembersPage'),
});

export const memberListPages = [members] as const;
