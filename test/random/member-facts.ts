import { addDays, type Day } from '#/platform/day.ts';
import { type Facts, handMadeFacts } from '#test/facts.ts';

/** One thing that happens; what exactly follows from the numbers and from what can happen then. */
export interface Step {
  /** In steps of 13 days from 1/1/2023, so that two or three years are covered. */
  time: number;
  what: number;
  who: number;
  where: number;
}

interface Unit {
  kind: string;
  level: number;
  parent: string | null;
  parentSince: Day;
  from: Day;
  to: Day | null;
  successor: string | null;
}

interface Place {
  unit: string;
  since: Day;
  entry: string;
  status: 'official' | 'probationary';
  /** Where a letter leads from and to. */
  transit: { from: string; to: string } | null;
}

type Next = Pick<Place, 'unit' | 'status' | 'transit'>;

interface Happened {
  event: string;
  /** Null: no member any more. */
  next: Next | null;
  more?: Record<string, string | boolean>;
}

const START = '2022-01-01';
const first: [string, string, number, string | null][] = [
  ['P', 'provincial', 0, null],
  ['Q', 'provincial', 0, null],
  ['D1', 'district', 1, 'P'],
  ['D2', 'district', 1, 'P'],
  ['D3', 'bloc', 1, 'Q'],
  ['G1', 'grassroots-body', 2, 'D1'],
  ['G2', 'grassroots-body', 2, 'D1'],
  ['G3', 'commune', 2, 'D2'],
  ['G4', 'commune', 2, 'D3'],
  ['c1', 'cell', 3, 'G1'],
  ['c2', 'cell', 3, 'G1'],
  ['c3', 'cell', 3, 'G2'],
  ['c4', 'cell', 3, 'G3'],
  ['c5', 'cell', 3, 'G4'],
];

/** Facts as the fold could have made them of those steps: trees that move and merge, members that come, go and move, several things on one day. */
export function memberFacts(steps: readonly Step[]): Facts {
  const play = new Play();
  // On one day unit acts come before person acts.
  const ordered = [...steps].sort((a, b) => a.time - b.time || Number(b.what % 10 < 3) - Number(a.what % 10 < 3));
  for (const step of ordered) play.take(step);
  return play.finish();
}

class Play {
  readonly facts = handMadeFacts();
  readonly units = new Map<string, Unit>();
  readonly places = new Map<string, Place>();
  readonly gone = new Map<string, 'out' | 'dead'>();

  constructor() {
    for (const [name, kind, level, parent] of first)
      this.units.set(name, { kind, level, parent, parentSince: START, from: START, to: null, successor: null });
  }

  take({ time, what, who, where }: Step): void {
    const day = addDays('2023-01-01', time * 13);
    const kind = what % 10;
    if (kind === 0) this.move(day, who, where);
    else if (kind === 1) this.end(day, who, where);
    else if (kind === 2) this.establish(day, who, where);
    else this.person(day, what, who, where);
  }

  alive(level: number): string[] {
    return [...this.units].filter(([, unit]) => unit.level === level && unit.to === null).map(([name]) => name);
  }

  unit(name: string): Unit {
    return this.units.get(name) as Unit;
  }

  reparent(name: string, parent: string, day: Day): void {
    const unit = this.unit(name);
    if (unit.parent !== null && unit.parentSince < day) this.facts.under(name, unit.parent, unit.parentSince, day);
    Object.assign(unit, { parent, parentSince: day });
  }

  move(day: Day, who: number, where: number): void {
    const level = 1 + (who % 3);
    const name = pick(this.alive(level), who);
    const parent = pick(this.alive(level - 1), where);
    if (name === undefined || parent === undefined || this.unit(name).parent === parent) return;
    this.reparent(name, parent, day);
    this.followTransits(day);
  }

  end(day: Day, who: number, where: number): void {
    const level = 1 + (who % 3);
    const name = pick(this.alive(level), who);
    const successor = pick(
      this.alive(level).filter((other) => other !== name),
      where,
    );
    if (name === undefined || successor === undefined || this.unit(name).from >= day || this.unit(successor).from > day)
      return;
    for (const [child, { parent, to }] of this.units)
      if (parent === name && to === null) this.reparent(child, successor, day);
    const unit = this.unit(name);
    if (unit.parentSince < day) this.facts.under(name, unit.parent as string, unit.parentSince, day);
    Object.assign(unit, { to: day, successor, parent: null });
    for (const [person, place] of this.places) {
      if (place.unit === name) this.stand(person, { ...place, unit: successor }, 'reorganised', day);
    }
    this.followTransits(day);
  }

  establish(day: Day, who: number, where: number): void {
    const parent = pick(this.alive(2), where);
    if (parent === undefined || this.units.size > 20) return;
    this.units.set(`n${who}-${this.units.size}`, {
      kind: 'cell',
      level: 3,
      parent,
      parentSince: day,
      from: day,
      to: null,
      successor: null,
    });
  }

  /** The superiors of a unit today, itself first. */
  chain(name: string): string[] {
    const parent = this.unit(name).parent;
    return parent === null ? [name] : [name, ...this.chain(parent)];
  }

  resolve(name: string): string {
    const { to, successor } = this.unit(name);
    return to === null ? name : this.resolve(successor as string);
  }

  superior(a: string, b: string): string | undefined {
    const above = this.chain(this.resolve(b));
    return this.chain(this.resolve(a)).find((unit) => above.includes(unit));
  }

  followTransits(day: Day): void {
    for (const [person, place] of this.places) {
      if (place.transit === null) continue;
      const superior = this.superior(place.transit.from, place.transit.to);
      if (superior !== undefined && superior !== place.unit)
        this.stand(person, { ...place, unit: superior }, 'reorganised', day);
    }
  }

  /** Ends the standing of before, writes it down unless it was of this day, and begins the next. */
  stand(person: string, next: Next | null, entry: string, day: Day): void {
    const before = this.places.get(person);
    if (before !== undefined && before.since < day) this.write(person, before, day);
    if (next === null) this.places.delete(person);
    else this.places.set(person, { unit: next.unit, status: next.status, transit: next.transit, since: day, entry });
  }

  write(person: string, place: Place, to: Day | null): void {
    this.facts.standing(person, place.unit, place.since, to, {
      status: place.status,
      entry: place.entry,
      in_transit: place.transit !== null,
    });
  }

  person(day: Day, what: number, who: number, where: number): void {
    const name = `p${who}`;
    const cell = pick(this.alive(3), where) as string;
    const place = this.places.get(name);
    const happened =
      place === undefined ? this.enter(name, cell, what % 3) : this.go(place, cell, (what * 7 + where) % 11);
    if (happened === null) return;
    const { event, next, more } = happened;
    if (next === null) this.gone.set(name, event === 'died' ? 'dead' : 'out');
    this.facts.event(name, day, event, place?.unit ?? null, next?.unit ?? null, more);
    this.stand(name, next, event, day);
  }

  /** Somebody outside comes in: for the first time, or again. */
  enter(name: string, unit: string, choice: number): Happened | null {
    const was = this.gone.get(name);
    if (was === 'dead') return null;
    if (was === undefined) this.facts.person(name);
    this.gone.set(name, 'out');
    const event = (
      was === undefined ? ['admitted', 'registered', 'received'] : ['readmitted', 'restored', 'transfer-cancelled']
    )[choice] as string;
    const status = choice === 0 ? 'probationary' : 'official';
    return {
      event,
      next: { unit, status, transit: null },
      more: event === 'received' ? { place_kind: 'province' } : {},
    };
  }

  /** What a member does, or what is done to the member. */
  go(place: Place, cell: string, choice: number): Happened | null {
    const { transit } = place;
    const leave = ['died', 'expelled', 'name-removed', 'left'][choice];
    if (leave !== undefined && (transit === null || choice === 0))
      return { event: leave, next: null, more: { was_probationary: place.status === 'probationary' } };
    if (transit !== null) {
      const [event, end] = choice < 7 ? ['received', transit.to] : ['transfer-cancelled', transit.from];
      return { event: event as string, next: { ...place, unit: this.resolve(end as string), transit: null } };
    }
    const superior = this.superior(place.unit, cell);
    if (choice === 4) return { event: 'letter-issued', next: null, more: { place_kind: 'army' } };
    if (choice === 5) return { event: 'recognised', next: { ...place, status: 'official' } };
    if (choice === 6) return { event: 'assigned', next: { ...place, unit: cell } };
    if (choice < 9 && superior !== undefined && cell !== place.unit)
      return { event: 'letter-issued', next: { ...place, unit: superior, transit: { from: place.unit, to: cell } } };
    return { event: 'transferred', next: { ...place, unit: cell } };
  }

  finish(): Facts {
    for (const [person, place] of this.places) this.write(person, place, null);
    for (const [name, { kind, from, to, successor, parent, parentSince }] of this.units) {
      this.facts.unit(name, kind, from, to === null ? {} : { to, successor: successor as string });
      if (parent !== null) this.facts.under(name, parent, parentSince);
    }
    return this.facts;
  }
}

function pick<T>(from: readonly T[], index: number): T | undefined {
  return from[index % Math.max(1, from.length)];
}
