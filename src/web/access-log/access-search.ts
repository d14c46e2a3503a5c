import { type AccessAction, accessActions } from '#/kernel/access/log-contract.ts';
import { type Day, isDay } from '#/platform/day.ts';

/** What the address of the access log says beside the place. */
export interface AccessSearch {
  /** The whole place of the reader, not only the unit of the page. */
  all?: string;
  person?: string;
  by?: string;
  action?: AccessAction;
  from?: Day;
  to?: Day;
  /** Sealed values that were opened, only. */
  notice?: string;
  cursor?: string;
}

export const noFilters: Record<keyof AccessSearch, undefined> = {
  all: undefined,
  person: undefined,
  by: undefined,
  action: undefined,
  from: undefined,
  to: undefined,
  notice: undefined,
  cursor: undefined,
};

/** Reads the page's own keys; what does not belong there is left out. */
export function readAccessSearch(raw: Record<string, unknown>): AccessSearch {
  const found: AccessSearch = {
    all: text(raw.all),
    person: text(raw.person),
    by: text(raw.by),
    action: accessActions.find((one) => one === raw.action),
    from: isDay(raw.from) ? raw.from : undefined,
    to: isDay(raw.to) ? raw.to : undefined,
    notice: text(raw.notice),
    cursor: text(raw.cursor),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
