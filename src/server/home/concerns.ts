import type { Rulebook } from '#/kernel/rulebook/rulebook.ts';
import { citation } from '#/kernel/rulebook/rulebook.ts';
import { addDays, type Day } from '#/platform/day.ts';
import type { Attention, Concern } from '#/reports/home/contract.ts';
import type { Period } from '#/reports/period.ts';
import { nextRound, type Spans } from './spans.ts';

/** What is looked for, by which figure, over which days. */
export interface Looked {
  concern: Concern;
  sort: Attention['sort'];
  figure: string;
  args: Record<string, string>;
  /** Null: on the day. */
  over: Period | null;
  /** The rule that sets the deadline. */
  rule?: string;
  /** The kind of act that settles it. */
  act: string | null;
  /** Many are looked at to find them: their number and the first of them come out of one look. */
  isBroad?: true;
}

/** So many days ahead a probation that ends is told: the cell has to meet before. */
const AHEAD = 60;

export function concernsOf({ on, month, lastMonth }: Spans): Looked[] {
  const look = (
    concern: Concern,
    sort: Looked['sort'],
    figure: string,
    more: Partial<Pick<Looked, 'args' | 'over' | 'rule' | 'act' | 'isBroad'>> = {},
  ): Looked => ({ concern, sort, figure, args: {}, over: null, act: null, ...more });
  const ahead = { from: on, to: addDays(on, AHEAD) };
  const year = { from: `${on.slice(0, 4)}-01-01`, to: `${on.slice(0, 4)}-12-31` };
  return [
    look('probations-overdue', 'late', 'probations-overdue', { act: 'member.recognised', rule: 'probation.months' }),
    look('transfers-not-received', 'late', 'transfers-not-received', {
      act: 'transfer.received',
      rule: 'transfer.receipt.days',
    }),
    look('stays-overdue', 'late', 'temporary-stays-overdue', { act: 'member.temporaryReturned' }),
    look('meetings-missed', 'late', 'cells-without-regular-meeting', {
      over: lastMonth,
      act: 'meeting.held',
      rule: 'meeting.regular.months',
    }),
    look('strengthening-overdue', 'late', 'strengthening-cases-overdue', { act: 'strengthening.closed' }),
    look('petitions-overdue', 'late', 'petitions-overdue', { act: 'petition.settled' }),
    look('terms-overdue', 'late', 'terms-overdue', { act: 'post.assumed' }),
    look('meetings-this-month', 'soon', 'cells-without-regular-meeting', {
      over: month,
      act: 'meeting.held',
      rule: 'meeting.regular.months',
    }),
    look('probations-due', 'soon', 'probations-due', {
      over: ahead,
      act: 'member.recognised',
      rule: 'probation.months',
      isBroad: true,
    }),
    look('badges-due', 'soon', 'badges-due', {
      over: nextRound(on).honours,
      act: 'badge.awarded',
      rule: 'badge.years',
      isBroad: true,
    }),
    look('terms-ending', 'soon', 'terms-ending', { over: year, act: 'post.assumed' }),
    look('outside-cells', 'odd', 'members-outside-cells', { act: 'member.transferred' }),
    look('secretaries-missing', 'odd', 'units-without-secretary', { act: 'post.assumed' }),
    look('cell-secretaries-missing', 'odd', 'units-without-secretary', { args: { kind: 'cell' }, act: 'post.assumed' }),
    look('records-incomplete', 'odd', 'records-incomplete', { act: 'member.updated', isBroad: true }),
  ];
}

/** "208-QĐ/TW, 26/7/2026": what sets the deadline on the day, or what the figure goes by. */
export function instrumentOf(
  rulebook: Rulebook,
  { rule: key }: Looked,
  ofFigure: string | undefined,
  on: Day,
): string | null {
  const rule = key === undefined ? null : rulebook.rule(key, on);
  return rule === null ? (ofFigure ?? null) : citation(rule);
}
