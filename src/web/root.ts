import { createRootRoute } from '@tanstack/react-router';
import { readSearch } from './address.ts';
import { Gate } from './shell/Gate.tsx';
import { NotFound } from './shell/NotFound.tsx';

/** Above every page of the desk: who comes in, and the place that every address carries. */
export const root = createRootRoute({ component: Gate, validateSearch: readSearch, notFoundComponent: NotFound });

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** What the bar above asks for: a period (the usual), or one day, `place.day`. */
    time?: 'day' | 'period';
  }
}
