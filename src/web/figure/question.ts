import { useSearch } from '@tanstack/react-router';
import type { Search } from '../address.ts';
import { type Period, readPeriod } from '../period/period.ts';
import { usePlace } from '../place.ts';

/** What is asked about the opened figure: its own unit and period where it has them, otherwise the page's. */
export interface OpenedQuestion {
  unit: string;
  tenant: string | undefined;
  period: Period;
  arg: string[] | undefined;
  knownAt: string | undefined;
  /** The unit of the page, where another is walked to. */
  pageUnit: string | null;
}

export function useOpenedQuestion(): OpenedQuestion {
  const { arg, ofUnit, ofPeriod }: Search = useSearch({ strict: false });
  const place = usePlace();
  const period = (ofPeriod === undefined ? null : readPeriod(ofPeriod)) ?? place.period;
  const unit = ofUnit ?? place.unit ?? '';
  return {
    unit,
    tenant: place.tenant,
    period,
    arg,
    knownAt: place.known ?? undefined,
    pageUnit: unit === place.unit ? null : place.unit,
  };
}

/** The question as the API takes it. */
export function asked({ unit, tenant, period, arg, knownAt }: OpenedQuestion) {
  return { unit, tenant, from: period.from, to: period.to, arg, knownAt };
}
