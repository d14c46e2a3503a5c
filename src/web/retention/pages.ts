import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.ts';
import { readRetentionSearch } from './retention-search.ts';

const retention = createRoute({
  getParentRoute: () => root,
  path: '/retention',
  validateSearch: readRetentionSearch,
  component: lazyRouteComponent(() => import('./RetentionPage.tsx'), 'RetentionPage'),
});

export const retentionPages = [retention] as const;
