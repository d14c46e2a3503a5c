import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { keepPlace, type Search } from '../address.ts';

interface MembersLinkProps {
  /** Whose members; missing: the unit's of the page. */
  unit?: string;
  label?: string;
  children: ReactNode;
}

/** Leads to the list of members of a unit, on the day of the page. */
export function MembersLink({ unit, label, children }: MembersLinkProps) {
  return (
    <Link
      to="/members"
      search={(before: Search) => ({ ...keepPlace(before), ...(unit === undefined ? {} : { unit }) })}
      aria-label={label}
    >
      {children}
    </Link>
  );
}
