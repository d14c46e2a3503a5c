import { useNavigate } from '@tanstack/react-router';
import type { FigureTab, OpenedSearch, Search } from './address.ts';

/** The parts of an address that say what stands open over the page, all of them empty. */
export const nothingOpened: Record<keyof OpenedSearch, undefined> = {
  open: undefined,
  arg: undefined,
  ofUnit: undefined,
  ofPeriod: undefined,
  tab: undefined,
};

/** A figure or a row of a report, to be opened over the page. */
export interface ToOpen {
  /** A figure's name, or `report/row`. */
  open: string;
  args?: Record<string, string>;
  ofUnit?: string;
  ofPeriod?: string;
  tab?: FigureTab;
}

/** The search of a link that opens a figure over the page it stands on. */
export function opening({ open, args, ofUnit, ofPeriod, tab }: ToOpen): (before: Search) => Search {
  return (before) => ({ ...before, open, arg: pairsOf(args), ofUnit, ofPeriod, tab });
}

/** Arguments as an address and the API take them; none is no argument at all. */
export function pairsOf(args: Record<string, string> = {}): string[] | undefined {
  const pairs = Object.entries(args).map(([key, value]) => `${key}=${value}`);
  return pairs.length > 0 ? pairs : undefined;
}

/** Closes what stands open. */
export function useClose(): () => void {
  const navigate = useNavigate();
  return () => void navigate({ to: '.', search: (before: Search) => ({ ...before, ...nothingOpened }) } as never);
}
