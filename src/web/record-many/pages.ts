import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root.ts';

/** Whom another page hands over, the draft that is being written, and the returned proposal that is taken up again. */
interface ManySearch {
  people?: string[];
  units?: string[];
  chosen?: string;
  draft?: string;
  follows?: string;
}

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value);

const validateSearch = (raw: Record<string, unknown>): ManySearch => {
  const texts = (list: unknown) => [list].flat().filter((one): one is string => typeof one === 'string');
  const people = texts(raw.people);
  const units = texts(raw.units);
  return {
    ...(people.length > 0 ? { people } : {}),
    ...(units.length > 0 ? { units } : {}),
    ...(typeof raw.chosen === 'string' ? { chosen: raw.chosen } : {}),
    ...(isId(raw.draft) ? { draft: raw.draft } : {}),
    ...(isId(raw.follows) ? { follows: raw.follows } : {}),
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
