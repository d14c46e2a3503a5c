import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { root } from '../root.ts';
import { readReportSearch } from './report-search.ts';

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
  validateSearch: readReportSearch,
  component: lazyRouteComponent(() => import('./ReportPage.tsx'), 'ReportPage'),
});

export const reportPages = [reports, report] as const;
