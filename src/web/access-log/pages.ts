import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.ts';
import { readAccessSearch } from './access-search.ts';

const log = createRoute({
  getParentRoute: () => root,
  path: '/access-log',
  validateSearch: readAccessSearch,
  component: lazyRouteComponent(() => import('./AccessLogPage.tsx'), 'AccessLogPage'),
});

export const accessLogPages = [log] as const;
