import { type Hindrance, settleNational } from '#/exchange/national/settle.ts';
import type { Day } from '#/platform/day.ts';
import { type Draft, put, take } from '../columns.ts';
import type { SheetPlan } from '../plan.ts';
import { readAddress } from './addresses.ts';

type Parts = Record<string, Record<string, string> | undefined>;

/**
 * Puts together what several columns said of one thing: full names, addresses in one text, numbers whose scheme shows in
 * their digits; then the status, and the day. Returns what says that the row is no member to register.
 */
export function assemble(
  draft: Draft,
  plan: SheetPlan,
  status: string | undefined,
  opening: Day | undefined,
): Hindrance | null {
  const hindrance = settleNational(draft);
  const { name, address } = draft as { name?: Record<string, string>; address?: Parts };
  if (name !== undefined) put(draft, ['person', 'name'], [name.family, name.given].filter(Boolean).join(' '));
  for (const [field, parts] of Object.entries(address ?? {})) joinAddress(draft, field, parts ?? {});
  delete draft.name;
  delete draft.address;
  sortCards(draft);
  draft.status ??= status ?? fallback(draft, plan);
  if (draft.status === undefined) delete draft.status;
  if (draft.effectiveOn === undefined && opening !== undefined) draft.effectiveOn = opening;
  return hindrance;
}

function joinAddress(draft: Draft, field: string, { whole, district }: Record<string, string>): void {
  const told = (take(draft, ['person', field]) ?? {}) as Record<string, string>;
  const address: Record<string, string> = { ...(whole === undefined ? {} : readAddress(whole)), ...told };
  if (district !== undefined)
    address.detail = address.detail === undefined ? district : `${address.detail}, ${district}`;
  put(draft, ['person', field], address);
}

function sortCards(draft: Draft): void {
  const cards = draft.cards as Parts | undefined;
  if (cards === undefined) return;
  const { any, ...known } = cards;
  if (any !== undefined) {
    const scheme = any.number?.length === 12 ? 'card-12' : 'card-8';
    known[scheme] = { ...any, ...known[scheme] };
  }
  for (const [scheme, card] of Object.entries(known)) {
    if (card?.number !== undefined) continue;
    // The day of a card whose number nobody wrote down: no card, and yet not lost.
    if (card?.issuedOn !== undefined) put(draft, ['person', 'details', 'cardIssuedOnAsWritten'], card.issuedOn);
    delete known[scheme];
  }
  draft.cards = known;
}

function fallback(draft: Draft, { status }: SheetPlan): string | undefined {
  if (status !== 'by-official-date') return status;
  return take(draft, ['person', 'officialOn']) === undefined ? 'probationary' : 'official';
}
