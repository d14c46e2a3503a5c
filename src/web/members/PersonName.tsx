interface PersonNameProps {
  person: string;
  name: string;
  tabIndex?: number;
  className?: string;
}

/** A member by name. */
export function PersonName({ name, className }: PersonNameProps) {
  return <span className={className}>{name}</span>;
}
