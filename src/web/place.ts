import { useNavigate, useSearch } from '@tanstack/react-router';
import { type Day, today } from '#/platform/day.ts';
import type { PlaceSearch, Search } from './address.ts';
import { type Period, readPeriod, writePeriod, yearPeriod } from './period/period.ts';

/** Where and when the page is: what its address says. */
export interface Place {
  /** Null until a unit is chosen or the first one is found. */
  unit: string | null;
  tenant: string | undefined;
  period: Period;
  /** The day on which the unit's code is looked up: the last of the period. */
  on: Day;
  /** The day of pages that show one day: the one chosen, else today, or the last day of a period that does not hold today. */
  day: Day;
  /** A moment in the past, or null: as known now. */
  known: string | null;
}

export function usePlace(): Place {
  const search: Search = useSearch({ strict: false });
  const period =
    (search.period === undefined ? null : readPeriod(search.period)) ?? yearPeriod(Number(thisDay().slice(0, 4)));
  return {
    unit: search.unit ?? null,
    tenant: search.tenant,
    period,
    on: period.to,
    day: search.on ?? dayIn(period),
    known: search.known ?? null,
  };
}

/** Goes to another place on the same page; what stands open over it stays only where it is asked for. */
export function useGoTo(): (place: PlaceSearch & { periodOf?: Period }, options?: { replace?: boolean }) => void {
  const navigate = useNavigate();
  return ({ periodOf, ...place }, { replace } = {}) => {
    const period = periodOf === undefined ? place : { ...place, period: writePeriod(periodOf) };
    void navigate({ to: '.', search: (before: Search) => ({ ...before, ...period }), replace } as never);
  };
}

/** What every question to the server says about the place. */
export function askedAt({ unit, tenant, period, known }: Place & { unit: string }) {
  return { unit, tenant, from: period.from, to: period.to, knownAt: known ?? undefined };
}

function dayIn({ from, to }: Period): Day {
  const now = thisDay();
  return from <= now && now <= to ? now : to;
}

/** Today in Viet Nam. */
export function thisDay(): Day {
  return today({ now: () => new Date() });
}
