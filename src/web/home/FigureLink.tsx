import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { opening } from '../opened.ts';

interface FigureLinkProps {
  of: { figure: string; args: Record<string, string>; from: string | null; to: string };
  /** The unit, where it is not the page's. */
  unit?: string;
  label?: string;
  className?: string;
  children: ReactNode;
}

/** A number that opens its list: of the day, or of the period it was counted over. */
export function FigureLink({ of: { figure, args, from, to }, unit, label, className, children }: FigureLinkProps) {
  const search = opening({ open: figure, args, ofUnit: unit, ofPeriod: `${from ?? to}..${to}` });
  return (
    <Link to="." search={search} aria-label={label} className={className} resetScroll={false}>
      {children}
    </Link>
  );
}
