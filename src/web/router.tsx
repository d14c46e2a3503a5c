import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { parseSearch, readSearch, writeSearch } from './address.ts';
import { Gate } from './shell/Gate.tsx';
import { NotFound, PageFault } from './shell/NotFound.tsx';

// Every page of the desk: a route here, and where it is a job of its own a line in `shell/NavColumn.tsx`.
// Pages other than the first are loaded when they are gone to.

const root = createRootRoute({ component: Gate, validateSearch: readSearch, notFoundComponent: NotFound });

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: ({ search }) => {
    throw redirect({ to: '/reports/$report', params: { report: 'annual' }, search, replace: true });
  },
});

const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  beforeLoad: ({ search }) => {
    throw redirect({ to: '/reports/$report', params: { report: 'annual' }, search, replace: true });
  },
});

const report = createRoute({
  getParentRoute: () => root,
  path: '/reports/$report',
  component: lazyRouteComponent(() => import('./reports/ReportPage.tsx'), 'ReportPage'),
});

const figures = createRoute({
  getParentRoute: () => root,
  path: '/figures',
  component: lazyRouteComponent(() => import('./figures/FiguresPage.tsx'), 'FiguresPage'),
});

const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  component: lazyRouteComponent(() => import('./imports/ImportsPage.tsx'), 'ImportsPage'),
});

const oneImport = createRoute({
  getParentRoute: () => root,
  path: '/imports/$import',
  component: lazyRouteComponent(() => import('./imports/ImportPage.tsx'), 'ImportPage'),
});

const stepOfImport = createRoute({
  getParentRoute: () => root,
  path: '/imports/$import/$step',
  component: lazyRouteComponent(() => import('./imports/ImportPage.tsx'), 'ImportPage'),
});

const templates = createRoute({
  getParentRoute: () => root,
  path: '/templates',
  component: lazyRouteComponent(() => import('./templates/TemplatesPage.tsx'), 'TemplatesPage'),
});

const oneTemplate = createRoute({
  getParentRoute: () => root,
  path: '/templates/$report',
  component: lazyRouteComponent(() => import('./templates/TemplatePage.tsx'), 'TemplatePage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    reports,
    report,
    figures,
    imports,
    oneImport,
    stepOfImport,
    templates,
    oneTemplate,
  ]),
  parseSearch,
  stringifySearch: writeSearch,
  defaultErrorComponent: PageFault,
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
