import type { ActInput } from '#/kernel/journal/act.ts';
import type { Day } from '#/platform/day.ts';

/** A line as a test reads it. */
export interface Line {
  id: string;
  kind: string;
  effectiveOn: Day;
  paper: { issuer: string; number: string; issuedOn: Day };
  person: string | Record<string, string>;
  unit: string | Record<string, string>;
  [field: string]: unknown;
}

interface CountedPerson {
  /** The unit it counts in: a cell; on the way the nearest common superior; null outside. */
  place: string | null;
  /** Where the letter leads, and from where. */
  letter: { from: string; to: string } | null;
  lastPlace: string | null;
  admittedOn: string | null;
}

/**
 * A plain count over journal lines, for tests: neither kernel nor database, so that a fault there is not repeated here.
 * Throws where a line names what no earlier line brought in, or what the course of a person or unit does not allow.
 */
export interface Count {
  units: Map<string, { kind: string; parent: string | null; successor?: string | null }>;
  persons: Map<string, CountedPerson>;
}

/** The count after all lines up to and including a day. `each` sees every line after it was taken. */
export function recount(lines: Iterable<ActInput>, upTo: Day, each?: (line: Line, count: Count) => void): Count {
  const count: Count = { units: new Map(), persons: new Map() };
  for (const line of lines as unknown as Iterable<Line>) {
    if (line.effectiveOn > upTo) break;
    const take = steps[line.kind] ?? (line.person === undefined ? unitIsThere : personIsMember);
    take(count, line);
    each?.(line, count);
  }
  return count;
}

/** The unit with all above it, through successors. */
export function lineOf(count: Count, code: string): string[] {
  const { parent, successor } = unitOf(count, code);
  if (successor !== undefined) return successor === null ? [code] : lineOf(count, successor);
  return parent === null ? [code] : [code, ...lineOf(count, parent)];
}

/** Members of the unit and of all under it. */
export function membersOf(count: Count, code: string): string[] {
  const places = new Map<string, boolean>();
  return [...count.persons]
    .filter(([, { place }]) => place !== null && isUnder(count, place, code, places))
    .map(([person]) => person);
}

function isUnder(count: Count, place: string, code: string, known: Map<string, boolean>): boolean {
  const answer = known.get(place) ?? lineOf(count, place).includes(code);
  known.set(place, answer);
  return answer;
}

/** Living units under that one, itself left out. */
export function unitsUnder(count: Count, code: string): [string, string][] {
  const living = [...count.units].filter(([, { successor }]) => successor === undefined);
  return living
    .filter(([other]) => other !== code && lineOf(count, other).includes(code))
    .map(([other, { kind }]) => [other, kind]);
}

function fail(line: Line, why: string): never {
  throw new Error(`${why}: ${JSON.stringify(line)}`);
}

function unitOf(count: Count, code: unknown) {
  const unit = count.units.get(code as string);
  if (unit === undefined) throw new Error(`no earlier line brings in the unit ${code}`);
  return unit;
}

function living(count: Count, line: Line, code: unknown): string {
  if (unitOf(count, code).successor !== undefined) fail(line, `${code} has ended`);
  return code as string;
}

export function personOf(count: Count, code: unknown): CountedPerson {
  const person = count.persons.get(code as string);
  if (person === undefined) throw new Error(`no earlier line brings in the person ${code}`);
  return person;
}

function member(count: Count, line: Line): CountedPerson {
  const person = personOf(count, line.person);
  if (person.place === null) fail(line, 'not a member');
  return person;
}

function unitIsThere(count: Count, line: Line): void {
  living(count, line, line.unit);
}

function personIsMember(count: Count, line: Line): void {
  member(count, line);
}

function enter(count: Count, line: Line, cell: unknown, admittedOn?: Day): void {
  const place = cell === null ? null : living(count, line, cell);
  if (typeof line.person === 'string') {
    const known = personOf(count, line.person);
    if (known.place !== null) fail(line, 'a member already');
    Object.assign(known, { place, admittedOn: admittedOn ?? known.admittedOn });
    return;
  }
  const { code, admittedOn: earlier = null } = line.person;
  if (count.persons.has(code as string)) fail(line, 'twice the same person');
  count.persons.set(code as string, { place, letter: null, lastPlace: null, admittedOn: admittedOn ?? earlier });
}

function leave(count: Count, line: Line): void {
  const person = member(count, line);
  Object.assign(person, { place: null, lastPlace: person.place });
}

function establish(count: Count, line: Line, { code, kind, parent }: Record<string, string>): void {
  if (count.units.has(code as string)) fail(line, 'twice the same unit');
  const above = parent === undefined ? null : living(count, line, parent);
  count.units.set(code as string, { kind: kind as string, parent: above });
}

function end(count: Count, line: Line, code: unknown, successor: unknown): void {
  if (successor !== undefined) living(count, line, successor);
  unitOf(count, living(count, line, code)).successor = (successor as string | undefined) ?? null;
}

const steps: Record<string, (count: Count, line: Line) => void> = {
  'unit.established': (count, line) => establish(count, line, line.unit as Record<string, string>),
  'unit.merged': (count, line) => {
    for (const unit of line.units as string[]) end(count, line, unit, line.into);
  },
  'unit.ended': (count, line) => end(count, line, line.unit, line.successor),
  'unit.dissolved': (count, line) => end(count, line, line.unit, line.successor),
  'unit.moved': (count, line) => {
    unitOf(count, living(count, line, line.unit)).parent = living(count, line, line.parent);
  },
  'unit.retyped': (count, line) => {
    unitOf(count, living(count, line, line.unit)).kind = line.unitKind as string;
  },
  'unit.upgraded': (count, line) => {
    unitOf(count, living(count, line, line.unit)).kind = line.unitKind as string;
  },
  'unit.split': (count, line) => {
    for (const unit of line.into as Line['unit'][]) establish(count, line, unit as Record<string, string>);
    for (const { person, to } of (line.assign ?? []) as { person: string; to: string }[])
      member(count, { ...line, person }).place = living(count, line, to);
  },
  'member.registered': (count, line) => enter(count, line, line.cell),
  'admission.approved': (count, line) => {
    living(count, line, line.cell);
    enter(count, line, null);
  },
  'member.admitted': (count, line) => enter(count, line, line.cell, line.effectiveOn),
  'member.temporarilyReceived': (count, line) => {
    living(count, line, line.host);
    enter(count, line, null);
  },
  'member.transferred': (count, line) => {
    member(count, line).place = living(count, line, line.to);
  },
  'transfer.issued': (count, line) => {
    const person = member(count, line);
    if (person.letter !== null) fail(line, 'a letter already');
    if (line.to === undefined) return leave(count, line);
    const from = person.place as string;
    const target = lineOf(count, living(count, line, line.to));
    person.letter = { from, to: line.to as string };
    person.place = lineOf(count, from).find((unit) => target.includes(unit)) ?? null;
  },
  'transfer.received': (count, line) => {
    if (typeof line.person !== 'string') return enter(count, line, line.cell);
    const person = member(count, line);
    if (person.letter?.to !== line.cell) fail(line, 'no such letter');
    Object.assign(person, { place: living(count, line, line.cell), letter: null });
  },
  'transfer.cancelled': (count, line) => {
    const person = member(count, line);
    if (person.letter === null) fail(line, 'no letter');
    Object.assign(person, { place: person.letter?.from, letter: null });
  },
  'transfer.confirmed': (count, line) => {
    if (personOf(count, line.person).place !== null) fail(line, 'a member still');
  },
  'member.restored': (count, line) => {
    const person = personOf(count, line.person);
    if (person.place !== null || person.lastPlace === null) fail(line, 'nothing to restore');
    person.place = person.lastPlace;
  },
  'member.died': leave,
  'member.left': leave,
  'member.expelled': leave,
  'member.nameRemoved': leave,
};
