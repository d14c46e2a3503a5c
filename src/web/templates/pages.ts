import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.ts';

const templates = createRoute({
  getParentRoute: () => root,
  path: '/templates',
  component: lazyRouteComponent(() => import('./TemplatesPage.tsx'), 'TemplatesPage'),
});

const oneTemplate = createRoute({
  getParentRoute: () => root,
  path: '/templates/$report',
  component: lazyRouteComponent(() => import('./TemplatePage.tsx'), 'TemplatePage'),
});

export const templatePages = [templates, oneTemplate] as const;
