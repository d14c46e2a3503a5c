import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.ts';

/** Whom another page hands over, and the draft that is being written. */
interface ManySearch {
  people?: string[];
  units?: string[];
  chosen?: string;
  draft?: string;
}

const validateSearch = (raw: Record<string, unknown>): ManySearch => {
  const texts = (list: unknown) => [list].flat().filter((one): one is string => typeof one === 'string');
  const people = texts(raw.people);
  const units = texts(raw.units);
  return {
    ...(people.length > 0 ? { people } : {}),
    ...(units.length > 0 ? { units } : {}),
    ...(typeof raw.chosen === 'string' ? { chosen: raw.chosen } : {}),
    ...(typeof raw.draft === 'string' && /^[0-9a-f-]{36}$/.test(raw.draft) ? { draft: raw.draft } : {}),
  };
};

const many = createRoute({
  getParentRoute: () => root,
  path: '/record/$kind/many',
  staticData: { time: 'day' },
  validateSearch,
  component: lazyRouteComponent(() => import('./ManyPage.tsx'), 'ManyPage'),
});

export const manyPages = [many] as const;
