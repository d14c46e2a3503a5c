import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.ts';

/** Also for whoever is signed in: a code may be tried on a machine where somebody else works. Others see it without the shell. */
const code = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/code',
  component: lazyRouteComponent(() => import('./CodePage.tsx'), 'CodePage'),
});

/** Where the identity provider sends the browser; the gate shows it before anything else. */
const provider = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/provider',
  component: lazyRouteComponent(() => import('./ProviderPage.tsx'), 'ProviderPage'),
});

export const signInPages = [code, provider] as const;
