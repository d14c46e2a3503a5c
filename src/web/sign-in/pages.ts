import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.ts';

/** Also for whoever is signed in: a code may be tried on a machine where somebody else works. Others see it without the shell. */
const code = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/code',
  component: lazyRouteComponent(() => import('./CodePage.tsx'), 'CodePage'),
});

export const signInPages = [code] as const;
