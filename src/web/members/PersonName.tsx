import { Link } from '@tanstack/react-router';
import { keepPlace } from '../address.ts';

interface PersonNameProps {
  person: string;
  name: string;
  tabIndex?: number;
  className?: string;
}

/** A member by name, and the way to the member's page at the same place and time. */
export function PersonName({ person, name, tabIndex, className }: PersonNameProps) {
  return (
    <Link to="/members/$person" params={{ person }} search={keepPlace} tabIndex={tabIndex} className={className}>
      {name}
    </Link>
  );
}
