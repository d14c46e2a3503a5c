import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Day } from '#/platform/day.ts';
import { opening } from '../opened.ts';
import { useUnitPageText } from './unit-page-texts.ts';

interface FigureLinkProps {
  figure: string;
  args?: Record<string, string>;
  /** The time it is of; a stock is counted on the last day. */
  span: { from: Day; to: Day };
  ofUnit?: string;
  /** What the number is of, for those who cannot see where it stands. */
  label: string;
  children: ReactNode;
}

/** A number that opens into what stands behind it. */
export function FigureLink({ figure, args, span, ofUnit, label, children }: FigureLinkProps) {
  const say = useUnitPageText();
  return (
    <Link
      to="."
      search={opening({ open: figure, args, ofUnit, ofPeriod: spanText(span) }) as never}
      aria-label={say('opens', { label, value: typeof children === 'string' ? children : '' })}
    >
      {children}
    </Link>
  );
}

/** A span of days as an address says it; a whole year by its number. */
export function spanText({ from, to }: { from: Day; to: Day }): string {
  const year = from.slice(0, 4);
  return from === `${year}-01-01` && to === `${year}-12-31` ? year : `${from}..${to}`;
}
