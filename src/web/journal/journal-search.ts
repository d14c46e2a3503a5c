import { actOrders, actSources } from '#/kernel/journal/list-contract.ts';
import { type Day, isDay } from '#/platform/day.ts';

/** What the address of the journal says beside the place. */
export interface JournalSearch {
  order?: (typeof actOrders)[number];
  /** The whole register, not only the unit of the place. */
  all?: string;
  kind?: string;
  person?: string;
  /** Words of a paper: number, issuer, abstract. */
  q?: string;
  by?: string;
  effectiveFrom?: Day;
  effectiveTo?: Day;
  recordedFrom?: Day;
  recordedTo?: Day;
  withdrawn?: 'yes' | 'no';
  source?: (typeof actSources)[number];
  import?: string;
  cursor?: string;
}

export const noFilters: Record<Exclude<keyof JournalSearch, 'order'>, undefined> = {
  all: undefined,
  kind: undefined,
  person: undefined,
  q: undefined,
  by: undefined,
  effectiveFrom: undefined,
  effectiveTo: undefined,
  recordedFrom: undefined,
  recordedTo: undefined,
  withdrawn: undefined,
  source: undefined,
  import: undefined,
  cursor: undefined,
};

export function readJournalSearch(raw: Record<string, unknown>): JournalSearch {
  const found: JournalSearch = {
    order: actOrders.find((order) => order === raw.order),
    all: text(raw.all),
    kind: text(raw.kind),
    person: text(raw.person),
    q: text(raw.q),
    by: text(raw.by),
    effectiveFrom: day(raw.effectiveFrom),
    effectiveTo: day(raw.effectiveTo),
    recordedFrom: day(raw.recordedFrom),
    recordedTo: day(raw.recordedTo),
    withdrawn: raw.withdrawn === 'yes' || raw.withdrawn === 'no' ? raw.withdrawn : undefined,
    source: actSources.find((source) => source === raw.source),
    import: text(raw.import),
    cursor: text(raw.cursor),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function day(value: unknown): Day | undefined {
  return isDay(value) ? value : undefined;
}
