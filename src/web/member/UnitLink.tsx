import { Link } from '@tanstack/react-router';
import type { Search } from '../address.ts';

/** A unit by its name, leading to its page on the same day. */
export function UnitLink({ unit }: { unit: { code: string; name: string } }) {
  const there = ({ tenant, period, on, known }: Search) => ({ unit: unit.code, tenant, period, on, known });
  return (
    <Link to={'/unit' as never} search={there as never}>
      {unit.name}
    </Link>
  );
}
