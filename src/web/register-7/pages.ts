import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.ts';

const register7 = createRoute({
  getParentRoute: () => root,
  path: '/register-7',
  component: lazyRouteComponent(() => import('./RegisterPage.tsx'), 'RegisterPage'),
  staticData: { time: 'day' },
});

export const registerPages = [register7] as const;
