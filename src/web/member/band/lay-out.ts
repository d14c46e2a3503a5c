import type { Member, Spell } from '#/domain/members/member-contract.ts';
import { addDays, addMonths, type Day, daysBetween } from '#/platform/day.ts';

/** A spell as a bar: where it begins and how long it is, in parts of the whole axis from 0 to 1. */
export interface Bar {
  spell: Spell;
  start: number;
  length: number;
  /** Spells in one unit after another: neighbours differ in tint. */
  tint: 0 | 1;
}

export interface Lane {
  track: Spell['track'];
  bars: Bar[];
}

export interface BandLayout {
  from: Day;
  to: Day;
  lanes: Lane[];
  /** Until where the register knows nothing yet; 0: it knows from the beginning. */
  unknownUntil: number;
  ticks: { at: number; label: string }[];
}

/** So much of the axis at most stands for the time before the register, of which it tells nothing. */
const mostUnknown = 0.14;

/**
 * Bars on one axis, to the day asked for. Years before the register that it knows by the party age alone are one piece at
 * the beginning, no longer than `mostUnknown`: they would leave no room for what it tells. Overlapping posts get lanes of their own.
 */
export function layOutBand({ spells, partyAge, on }: Pick<Member, 'spells' | 'partyAge' | 'on'>): BandLayout | null {
  const [first] = spells.flatMap(({ from }) => from ?? []).toSorted();
  if (first === undefined) return null;
  const isOpening = spells.find(({ track, from }) => track === 'standing' && from === first)?.isOpening === true;
  const since = isOpening && partyAge !== null && partyAge.from < first ? partyAge.from : first;
  const end = addDays(on, 1);
  const unknownUntil = Math.min(mostUnknown, share(since, first, end, since));
  const part = (day: Day) =>
    day <= first
      ? unknownUntil * share(since, day, first, since)
      : unknownUntil + (1 - unknownUntil) * share(first, day, end, first);
  const lanes: (Lane & { until: Day })[] = [];
  for (const spell of spells) {
    const [from, until] = [spell.from ?? first, spell.to ?? end];
    const start = part(from);
    const bar: Bar = { spell, start, length: Math.max(0.003, part(until) - start), tint: 0 };
    const open = lanes.find((lane) => lane.track === spell.track && lane.until <= from);
    if (open === undefined) lanes.push({ track: spell.track, bars: [bar], until });
    else {
      open.bars.push({ ...bar, tint: tintAfter(open.bars.at(-1) as Bar, spell) });
      open.until = until;
    }
  }
  return { from: since, to: on, lanes, unknownUntil, ticks: ticksOf(first, on, part) };
}

/** How far a day lies between two others. */
function share(from: Day, day: Day, to: Day, least: Day): number {
  const whole = daysBetween(from, to);
  return whole <= 0 ? 0 : Math.min(1, Math.max(0, daysBetween(from, day < least ? least : day) / whole));
}

function tintAfter({ spell, tint }: Bar, next: Spell): 0 | 1 {
  return spell.unit?.code === next.unit?.code ? tint : tint === 0 ? 1 : 0;
}

const mostTicks = 10;

/** Beyond it a label ends outside of the axis. */
export const lastWithRoom = 0.85;

/** The first days of years, or of months where there are few years, far enough apart to be read. */
function ticksOf(from: Day, to: Day, part: (day: Day) => number): BandLayout['ticks'] {
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240].find((one) => months / one < mostTicks) ?? 600;
  const days = Array.from({ length: months + 1 }, (_, i) => addMonths(`${from.slice(0, 7)}-01`, i));
  const ticks = days
    .filter((day) => day > from && (Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) % step === 0)
    .map((day) => ({ at: part(day), label: step < 12 ? `${day.slice(5, 7)}/${day.slice(0, 4)}` : day.slice(0, 4) }));
  // A label stands to the right of its tick; one without room there would turn about and lie over its neighbour's.
  const roomy = ticks.filter(({ at }) => at <= lastWithRoom);
  return roomy.length > 0 ? roomy : ticks.slice(0, 1);
}
