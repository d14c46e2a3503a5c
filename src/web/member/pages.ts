import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.ts';
import { readMemberSearch } from './search.ts';

const member = createRoute({
  getParentRoute: () => root,
  path: '/members/$person',
  staticData: { time: 'day' },
  validateSearch: readMemberSearch,
  component: lazyRouteComponent(() => import('./MemberPage.tsx'), 'MemberPage'),
});

export const memberPages = [member] as const;
