import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.ts';
import { readTreeSearch } from './tree-search.ts';

const tree = createRoute({
  getParentRoute: () => root,
  path: '/tree',
  validateSearch: readTreeSearch,
  staticData: { time: 'day' },
  component: lazyRouteComponent(() => import('./TreePage.tsx'), 'TreePage'),
});

export const treePages = [tree] as const;
