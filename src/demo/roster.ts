import type { Day } from '#/platform/day.ts';
import { oldCardNumber } from './numbers.ts';
import { makePerson, type PersonRecord, type PersonSpec } from './people.ts';
import { type Mix, type ProfileName, profiles } from './profiles.ts';
import { between, pick, type Random, random } from './random.ts';

/** A cell with members, of a body or itself a grassroots organisation. */
export interface Cell {
  code: string;
  name: string;
  profile: ProfileName;
  founded: Day;
}

/** A grassroots organisation: a body over cells, or a cell of its own (then `cells` holds just that). */
export interface Grassroots {
  code: string;
  name: string;
  /** Where its committee sits: "xã Hải An". */
  place: string;
  kind: 'grassroots-body' | 'grassroots-cell';
  type: string;
  founded: Day;
  cells: Cell[];
}

/** What the case needs a member to be, settled before the member is made up. */
export type Fate = Partial<Pick<PersonSpec, 'status' | 'admittedOn' | 'decidedOn' | 'ages'>>;

/** A cell with its members of the opening day: serial numbers first … first+size−1. */
export interface Place {
  cell: Cell;
  organisation: Grassroots;
  first: number;
  size: number;
  /** Members after the flows drafted so far; kept by whoever drafts them. */
  now: number;
  /** As many as it could have at one time, whenever those leave who leave. */
  most: number;
}

export interface RosterPlan {
  seed: number;
  /** Day of the opening balance. */
  opening: Day;
  /** Before the serial number in a person's code. */
  prefix: string;
  mix: Mix;
  /** Where a place has a mix of its own. */
  mixOf?: (organisation: Grassroots) => Mix;
  /** Added to the serial number for citizen, card and dossier numbers: several rosters of one register share none. */
  numbersFrom?: number;
  /** Every cell with the number of its members, in the order in which they are registered. */
  sizes: readonly (readonly [Grassroots, Cell, number])[];
}

/** Whole numbers in the proportion of the weights that make up the total. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let running = 0;
  let given = 0;
  return weights.map((weight) => {
    running += weight;
    const share = Math.round((total * running) / whole) - given;
    given += share;
    return share;
  });
}

/** Somebody comes to stay. */
export function arrive(place: Place): void {
  place.now += 1;
  place.most += 1;
}

/** The members of the opening day: nobody is kept, everybody can be made again from the serial number. */
export class Roster {
  readonly places: readonly Place[];
  readonly total: number;
  readonly #plan: RosterPlan;
  readonly #fates = new Map<number, Fate>();

  constructor(plan: RosterPlan) {
    this.#plan = plan;
    let first = 1;
    this.places = plan.sizes.map(([organisation, cell, size]) => {
      first += size;
      return { cell, organisation, first: first - size, size, now: size, most: size };
    });
    this.total = first - 1;
  }

  get mix(): Mix {
    return this.#plan.mix;
  }

  mixOf({ organisation }: Place): Mix {
    return this.#plan.mixOf?.(organisation) ?? this.#plan.mix;
  }

  placeOf(serial: number): Place {
    let low = 0;
    let high = this.places.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.places[middle] as Place).first <= serial) low = middle;
      else high = middle - 1;
    }
    return this.places[low] as Place;
  }

  /** The place of a cell by its code. */
  place(code: string): Place {
    const found = this.places.find(({ cell }) => cell.code === code);
    if (found === undefined) throw new Error(`no cell ${code}`);
    return found;
  }

  code(serial: number): string {
    return `${this.#plan.prefix}-${String(serial).padStart(5, '0')}`;
  }

  /** Somebody of the opening day whom nothing has been settled about, in a place that suits; now something is. */
  take(r: Random, suits: (place: Place) => boolean, fate: Fate): { serial: number; code: string; place: Place } {
    for (let tries = 0; tries < 1_000_000; tries += 1) {
      const serial = between(r, 1, this.total);
      const place = this.placeOf(serial);
      if (this.#fates.has(serial) || !suits(place)) continue;
      this.#fates.set(serial, fate);
      return { serial, code: this.code(serial), place };
    }
    throw new Error('nobody suits');
  }

  /** As `take`, in one of these places. */
  takeFrom(r: Random, places: readonly Place[], fate: Fate): { serial: number; code: string; place: Place } {
    for (let tries = 0; tries < 10_000; tries += 1) {
      const place = pick(r, places);
      const serial = between(r, place.first, place.first + place.size - 1);
      if (place.size === 0 || this.#fates.has(serial)) continue;
      this.#fates.set(serial, fate);
      return { serial, code: this.code(serial), place };
    }
    throw new Error('nobody suits');
  }

  /** The number of an eight-digit card, for somebody who has none yet. */
  cardNumber(serial: number): string {
    return oldCardNumber((this.#plan.numbersFrom ?? 0) + serial);
  }

  /** Whether nothing has been settled about somebody of the opening day. */
  isFree(serial: number): boolean {
    return !this.#fates.has(serial);
  }

  /** A member of the opening day. */
  member(serial: number): PersonRecord {
    const fate = this.#fates.get(serial) ?? {};
    return this.newcomer(serial, this.placeOf(serial), { status: 'official', on: this.#plan.opening, ...fate });
  }

  /** Somebody who comes later. */
  newcomer(
    serial: number,
    place: Place,
    fate: Fate & Pick<PersonSpec, 'status' | 'on'>,
    mix = this.mixOf(place),
  ): PersonRecord {
    const { seed, numbersFrom = 0 } = this.#plan;
    const profile = profiles[place.cell.profile];
    const spec = { code: this.code(serial), serial: numbersFrom + serial, profile, mix, ...fate };
    return makePerson(random(seed, 3, serial), spec);
  }

  /** Of the eldest, every second one has been exempt from work and meetings for some time. */
  isExempt(serial: number, { born }: PersonRecord): boolean {
    const bornBefore = String(Number(this.#plan.opening.slice(0, 4)) - 78);
    return born < bornBefore && random(this.#plan.seed, 8, serial)() < 0.5;
  }
}
