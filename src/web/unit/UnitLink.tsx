import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Day } from '#/platform/day.ts';
import type { Search } from '../address.ts';
import type { UnitPart } from './unit-search.ts';

interface UnitLinkProps {
  code: string;
  /** Where it is another than the page's. */
  tenant?: string;
  on?: Day;
  part?: UnitPart;
  children: ReactNode;
}

/** Leads to the page of another unit, or of another day; what stood open or was narrowed stays behind. */
export function UnitLink({ code, tenant, on, part, children }: UnitLinkProps) {
  return (
    <Link
      to="/unit"
      search={({ tenant: here, period, on: day, known }: Search) =>
        withoutGaps({ unit: code, tenant: tenant ?? here, period, on: on ?? day, known, part })
      }
    >
      {children}
    </Link>
  );
}

function withoutGaps<T extends object>(search: T): T {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T;
}
