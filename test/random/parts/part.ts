import type { ActInput } from '#/kernel/journal/act.ts';
import { addDays } from '#/platform/day.ts';
import type { Timeline } from './timeline.ts';

export type Dice = (below: number) => number;

/** The fields that the acts of these parts have, each in all its forms at once. */
export type Told = ActInput & {
  id: string;
  effectiveOn: string;
  unit: string;
  person: string;
  actor: { unit: string; body: string };
  paper?: { issuer: string; number: string; issuedOn?: string };
  // biome-ignore lint/suspicious/noExplicitAny: each kind has its own fields; a wrong one shows as a wrong count
  [field: string]: any;
};

/** One thing that counts: `id` as the list has it, where (null: nowhere) and, for a flow, when. */
export interface Item {
  id: string;
  at: string | null;
  day: string;
  amount?: number;
}

/** What an independent recount needs: the acts that hold, and who stood where. */
export interface Recounted {
  told: readonly Told[];
  time: Timeline;
  args: Record<string, string>;
  /** The asked unit, and the last day of the question (for a stock, the day). */
  unit: string;
  on: string;
}

export type Recount = (of: Recounted) => Item[];

/** A part of the work: how acts of its kinds may be drawn, and what its figures must say of them. */
export interface RandomPart {
  name: string;
  draw: (draw: Draw) => Omit<ActInput, 'id'>;
  /** By figure. */
  figures: Readonly<Record<string, { args?: Record<string, readonly string[]>; recount: Recount }>>;
}

/** Draws days, units and persons of a played world: mostly ones that fit, sometimes any. */
export class Draw {
  readonly roll: Dice;
  readonly time: Timeline;
  readonly told: readonly Told[];
  readonly day: string;

  constructor(roll: Dice, time: Timeline, told: readonly Told[]) {
    this.roll = roll;
    this.time = time;
    this.told = told;
    this.day = this.someDay();
  }

  pick<T>(list: readonly T[]): T {
    return list[this.roll(Math.max(1, list.length))] as T;
  }

  maybe<T>(value: T): T | undefined {
    return this.roll(2) === 0 ? value : undefined;
  }

  /** Often a day on which something happens, or the one before or after it. */
  someDay(): string {
    const days = this.time.days.filter((day) => day >= '2018-01-01');
    const last = days.at(-1) ?? '2018-01-01';
    if (this.roll(3) === 0) return addDays(this.pick(days) ?? last, this.roll(3) - 1);
    return addDays('2018-01-01', this.roll(span('2018-01-01', last) + 100));
  }

  unit(...kinds: string[]): string {
    const { units } = this.time.on(this.day);
    const some = [...units].filter(([, { kind }]) => kinds.length === 0 || kinds.includes(kind));
    const living = some.filter(([, { ended }]) => ended === undefined);
    const ended = some.filter((one) => one[1].ended !== undefined);
    // The very day of the end is where one goes wrong.
    const endsToday = some.filter(([, { ended }]) => ended?.day === this.day);
    if (endsToday.length > 0 && this.roll(2) === 0) return this.pick(endsToday)[0];
    if (this.roll(8) === 0) return this.pick([...this.time.end.units.keys()]);
    return this.pick(ended.length > 0 && this.roll(3) === 0 ? ended : living)?.[0] ?? this.pick([...units.keys()]);
  }

  person(): string {
    const all = [...this.time.end.people.keys()];
    const members = all.filter((one) => this.time.standsIn(one, this.day) !== null);
    const returned = this.time.returned;
    if (returned.length > 0 && this.roll(4) === 0) return this.pick(returned);
    return this.pick(members.length > 0 && this.roll(4) > 0 ? members : all);
  }

  /** A body that acts: of the unit itself, of one above it or, now and then, of any. */
  actor(): { unit: string; body: string } {
    const bodies = ['committee', 'standing-committee', 'inspection-commission', 'advisory-department', 'cell'];
    return { unit: this.pick([...this.time.on(this.day).units.keys()]), body: this.pick(bodies) };
  }

  paper(issuedOn = this.day): NonNullable<Told['paper']> {
    return { issuer: 'Tỉnh ủy Thử', number: `${this.roll(900)}-QĐ/TU`, issuedOn };
  }

  /** One of the acts so far, of these kinds. */
  earlier(...kinds: string[]): Told | undefined {
    return this.pick(this.told.filter(({ kind }) => kinds.includes(kind)));
  }

  later(day: string): string {
    return addDays(day, this.roll(4) === 0 ? this.roll(2) : this.roll(300));
  }
}

function span(from: string, to: string): number {
  return Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
}

/** Whether an act says what the args ask; an arg that it does not have asks nothing of it. */
export const says = (act: Told, args: Record<string, string>, ...names: string[]): boolean =>
  names.every((name) => args[name] === undefined || act[name] === args[name]);

/** Each act of a kind counts once, on its day, at its unit. */
export const atUnit =
  (kind: string, having: (act: Told, of: Recounted) => boolean = () => true): Recount =>
  (of) =>
    of.told
      .filter((act) => act.kind === kind && having(act, of))
      .map(({ id, unit, effectiveOn }) => ({ id, at: unit, day: effectiveOn }));

/** The same; one whose unit has ended counts with the last superior. */
export const atUnitOrSuperior =
  (kind: string, having?: (act: Told, of: Recounted) => boolean): Recount =>
  (of) =>
    atUnit(kind, having)(of).map((item) => ({ ...item, at: of.time.orSuperior(item.at as string, item.day) }));

/** Each act of a kind counts once, on its day, where its person stands or last stood. */
export const atPerson =
  (kind: string, having: (act: Told, of: Recounted) => boolean = () => true): Recount =>
  (of) =>
    of.told
      .filter((act) => act.kind === kind && having(act, of))
      .map(({ id, person, effectiveOn }) => ({ id, at: of.time.lastStood(person, effectiveOn), day: effectiveOn }));

export const both =
  (...recounts: Recount[]): Recount =>
  (of) =>
    recounts.flatMap((recount) => recount(of));
