import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.ts';

const access = createRoute({
  getParentRoute: () => root,
  path: '/access',
  staticData: { time: 'day' },
  component: lazyRouteComponent(() => import('./AccessPage.tsx'), 'AccessPage'),
});

export const accessPages = [access] as const;
