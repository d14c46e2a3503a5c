import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.ts';

const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  component: lazyRouteComponent(() => import('./ImportsPage.tsx'), 'ImportsPage'),
});

const oneImport = createRoute({
  getParentRoute: () => root,
  path: '/imports/$import',
  component: lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportPage'),
});

const stepOfImport = createRoute({
  getParentRoute: () => root,
  path: '/imports/$import/$step',
  component: lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportPage'),
});

export const importPages = [imports, oneImport, stepOfImport] as const;
