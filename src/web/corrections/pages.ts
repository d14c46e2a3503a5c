import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.ts';

const corrections = createRoute({
  getParentRoute: () => root,
  path: '/corrections',
  component: lazyRouteComponent(() => import('./CorrectionsPage.tsx'), 'CorrectionsPage'),
});

const correction = createRoute({
  getParentRoute: () => root,
  path: '/corrections/$correction',
  component: lazyRouteComponent(() => import('./CorrectionPage.tsx'), 'CorrectionPage'),
});

export const correctionPages = [corrections, correction] as const;
