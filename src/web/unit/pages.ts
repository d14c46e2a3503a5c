import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.ts';
import { readUnitSearch } from './unit-search.ts';

const unit = createRoute({
  getParentRoute: () => root,
  path: '/unit',
  validateSearch: readUnitSearch,
  staticData: { time: 'day' },
  component: lazyRouteComponent(() => import('./UnitPage.tsx'), 'UnitPage'),
});

export const unitPages = [unit] as const;
