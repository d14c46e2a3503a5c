import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.ts';

const corrections = createRoute({
  getParentRoute: () => root,
  path: '/corrections',
  component: lazyRouteComponent(() => import('./CorrectionsPage.tsx'), 'CorrectionsPage'),
});

export const correctionPages = [corrections] as const;
