import { Link } from '@tanstack/react-router';
import { keepPlace } from '../address.ts';
import { useMay } from '../session.ts';

/** Whose values are due; whoever may read the record goes there. */
export function Whom({ person, name }: { person: string; name: string }) {
  const may = useMay();
  if (!may('members.read')) return <strong>{name}</strong>;
  return (
    <Link to="/members/$person" params={{ person }} search={keepPlace}>
      {name}
    </Link>
  );
}
