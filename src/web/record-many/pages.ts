import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.ts';

const many = createRoute({
  getParentRoute: () => root,
  path: '/record/$kind/many',
  component: lazyRouteComponent(() => import('./ManyPage.tsx'), 'ManyPage'),
});

export const manyPages = [many] as const;
