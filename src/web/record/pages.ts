import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.ts';
import type { RecordSearch } from './record-search.ts';

const validateSearch = (raw: Record<string, unknown>): RecordSearch => {
  const id = (value: unknown) => (typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value) ? value : undefined);
  const found = { person: id(raw.person), instead: id(raw.instead), draft: id(raw.draft), follows: id(raw.follows) };
  const given = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
  return raw.again === 'paper' ? { ...given, again: 'paper' } : given;
};

const record = createRoute({
  getParentRoute: () => root,
  path: '/record',
  staticData: { time: 'day' },
  validateSearch,
  component: lazyRouteComponent(() => import('./RecordPage.tsx'), 'RecordPage'),
});

const act = createRoute({
  getParentRoute: () => root,
  path: '/record/$kind',
  staticData: { time: 'day' },
  validateSearch,
  component: lazyRouteComponent(() => import('./ActPage.tsx'), 'ActPage'),
});

export const recordPages = [record, act] as const;
