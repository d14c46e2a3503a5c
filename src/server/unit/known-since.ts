import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import type { Frame } from '#/kernel/figures/frame.ts';
import type { Day } from '#/platform/day.ts';
import { membersOn, openedOnDay } from '#/reports/register-days.ts';
import type { Span } from './periods.ts';

/** What the register can tell of times before the asked day: nothing was nothing, or nobody wrote it down. */
export interface Known {
  /** Null: before every time that is asked about. */
  openedOn: Day | null;
  /** Whether it has anybody on one of the days it was asked for. */
  has: (day: Day) => boolean;
}

export async function knownOn(frame: Frame, catalogue: Catalogue, days: readonly Day[]): Promise<Known> {
  const openedOn = await openedOnDay(frame, catalogue, frame.on);
  const counts = await membersOn(frame, catalogue, days);
  const some = new Set(days.filter((_, i) => (counts[i] as number) > 0));
  return { openedOn, has: (day) => some.has(day) };
}

/** Whether the register was open all through a time, with anybody in it. */
export function isWhole({ openedOn, has }: Known, { from, to }: Span): boolean {
  return openedOn === null ? has(to) : openedOn <= from;
}
