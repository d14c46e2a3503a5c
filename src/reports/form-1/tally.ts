import { sql } from 'kysely';
import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import { countNamed } from '#/kernel/figures/evaluate.ts';
import type { CountFigure } from '#/kernel/figures/figure.ts';
import { type Frame, frameOn } from '#/kernel/figures/frame.ts';
import { addDays, type Day } from '#/platform/day.ts';
import { log } from '#/platform/log.ts';
import type { Period } from '../period.ts';
import { movements } from './movements.ts';
import { openingDay, registrationDays } from './registrations.ts';
import { decreases, type FormRow, increases, type MovementLine } from './rows.ts';

/** The numbers of one period. */
export interface Tally {
  of: (row: FormRow) => number;
  /** Members on the eve of the period, on its last day, and how many of each movement between. */
  eve: number;
  end: number;
  counts: ReadonlyMap<MovementLine, number>;
  /** The day on which the register opened, where it lies in the period. */
  openedOn: Day | null;
}

/** Whether anything is known of the period: somebody stood in the unit, or came, or left. */
export function isKnown({ eve, end, counts }: Tally): boolean {
  return eve > 0 || end > 0 || counts.size > 0;
}

/** The figure of members, whose list on a day is the row's list. */
export function membersFigure(catalogue: Catalogue): CountFigure {
  return catalogue.get('members') as CountFigure;
}

/**
 * The numbers of each period. Should a registration not be matched by the standing that it began, the movements are
 * counted again with nothing left out, and an alarm is raised; numbers that still do not add up are a bug.
 */
export async function tallies(frame: Frame, catalogue: Catalogue, periods: readonly Period[]): Promise<Tally[]> {
  const days = await registrationDays(frame, catalogue, periods);
  const opening = await openingDay(
    frame,
    days.map(({ day }) => day),
  );
  const ends = await endsOf(frame, catalogue, periods);
  const made = async (registered: Day[] | 'each') => {
    const moved = await count(frame, periods, registered);
    return periods.map((period, i) => tallyOf(period, ends[i] as Ends, moved.get(i) ?? new Map(), days, opening));
  };
  const fast = await made(days.map(({ day }) => day));
  if (fast.every(addsUp)) return fast;
  log.error(
    { alarm: 'form-1.registration', unitId: frame.unitId, periods },
    'a registration and the standing that it began disagree',
  );
  const full = await made('each');
  if (full.every(addsUp)) return full;
  throw new Error(`Form 1 of unit ${frame.unitId} does not add up over ${JSON.stringify(periods)}`);
}

interface Ends {
  eve: number;
  end: number;
}

async function endsOf(frame: Frame, catalogue: Catalogue, periods: readonly Period[]): Promise<Ends[]> {
  const members = membersFigure(catalogue);
  const on = (day: Day) => countNamed(frameOn(frame, { on: day, from: null, to: null }), members, {});
  const ends: Ends[] = [];
  for (const { from, to } of periods) ends.push({ eve: await on(addDays(from, -1)), end: await on(to) });
  return ends;
}

type Counts = Map<MovementLine, number>;

async function count(
  frame: Frame,
  periods: readonly Period[],
  registered: Day[] | 'each',
): Promise<Map<number, Counts>> {
  const bounds = sql.join(periods.map(({ from, to }, i) => sql`(${sql.lit(i)}, ${from}::date, ${to}::date)`));
  const { rows } = await sql<{ period: number; line: MovementLine; count: number }>`
    select p.no as period, m.line, count(*) as count
    from ${await movements(frame, periods, registered)} m
    join (values ${bounds}) p (no, first, last) on m.day between p.first and p.last
    group by p.no, m.line`.execute(frame.tx);
  const counted = new Map<number, Counts>();
  for (const { period, line, count } of rows) counted.set(period, (counted.get(period) ?? new Map()).set(line, count));
  return counted;
}

function tallyOf(
  { from, to }: Period,
  ends: Ends,
  moved: Counts,
  days: readonly { day: Day; count: number }[],
  opening: Day | null,
): Tally {
  const counts = new Map(moved);
  for (const { day, count } of days) {
    if (day < from || day > to) continue;
    const line = day === opening ? 'opening' : 'B5';
    counts.set(line, (counts.get(line) ?? 0) + count);
  }
  const openedOn = opening !== null && opening >= from && opening <= to ? opening : null;
  const sum = (lines: readonly MovementLine[]) => lines.reduce((total, line) => total + (counts.get(line) ?? 0), 0);
  const of = ({ row, lines }: FormRow) => {
    if (row === 'A') return ends.eve + sum(lines);
    return row === 'D' ? ends.end : sum(lines);
  };
  return { of, ...ends, counts, openedOn };
}

function addsUp({ eve, end, counts }: Tally): boolean {
  const sum = (lines: readonly MovementLine[]) => lines.reduce((total, line) => total + (counts.get(line) ?? 0), 0);
  return eve + sum(['opening', ...increases]) - sum(decreases) === end;
}
