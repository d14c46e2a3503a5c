import type { ActInput } from '#/kernel/journal/act.ts';

/** Where somebody stands: in a unit, between two units, or sent outside (`away`: the unit left by letter). */
export type Place = { unit: string } | { from: string; to: string } | { away: string };

export interface Unit {
  kind: string;
  name: string;
  code: string;
  parent: string | null;
  /** First day on which it is no longer there, and who follows. */
  ended?: { day: string; successor: string | null };
}

export interface Person {
  place: Place | null;
  status: 'official' | 'probationary';
  gone?: string;
  exempt: boolean;
  stay: boolean;
}

/** The fields that these kinds have, each in all its forms at once. */
interface Line {
  kind: string;
  effectiveOn: string;
  unit: string & NewUnit;
  units: string[];
  into: string & NewUnit[];
  name: string;
  code: string;
  unitKind?: string;
  parent: string;
  ends?: boolean;
  successor?: string;
  assign?: { person: string; to: string }[];
  person: string & { id: string };
  cell: string;
  to?: string;
  status: Person['status'];
}

interface NewUnit {
  id: string;
  code: string;
  name: string;
  kind: string;
  parent?: string;
}

const order = [
  ['unit.established'],
  ['unit.renamed', 'unit.recoded', 'unit.retyped', 'unit.upgraded', 'unit.downgraded'],
  ['unit.moved'],
  ['unit.split'],
  ['unit.merged', 'unit.consolidated', 'unit.dissolved', 'unit.ended'],
  ['member.registered', 'member.admitted', 'member.readmitted', 'member.temporarilyReceived'],
  ['transfer.issued'],
  ['transfer.received', 'member.transferred', 'transfer.cancelled', 'transfer.confirmed'],
  ['member.exemptionEnded', 'member.temporaryReturned'],
  ['member.exempted', 'member.temporarilyTransferred', 'member.updated', 'member.recognised'],
  ['member.corrected'],
  ['member.died', 'member.expelled', 'member.left', 'member.nameRemoved'],
  ['member.restored'],
];

/** The place of a kind among the acts of one day. */
export const rankOf = (kind: string): number => {
  const at = order.findIndex((kinds) => kinds.includes(kind));
  if (at === -1) throw new Error(`the model does not know ${kind}`);
  return at;
};

/** What a journal says, told again without spells, folds or a database: plain state, day after day. Shares no code with the kernel. */
export class Model {
  units = new Map<string, Unit>();
  people = new Map<string, Person>();

  /** The unit itself, or whoever followed it by now. */
  now(unit: string): string {
    const successor = this.units.get(unit)?.ended?.successor;
    return successor ? this.now(successor) : unit;
  }

  living(...kinds: string[]): string[] {
    return [...this.units].filter(([, u]) => !u.ended && kinds.includes(u.kind)).map(([id]) => id);
  }

  children(unit: string): string[] {
    return [...this.units].filter(([, u]) => !u.ended && u.parent === unit).map(([id]) => id);
  }

  chain(unit: string): string[] {
    const parent = this.units.get(unit)?.parent;
    return parent ? [unit, ...this.chain(parent)] : [unit];
  }

  /** The unit in which somebody counts now; null where nobody here counts the person. */
  standsIn(person: string): string | null {
    const place = this.people.get(person)?.place;
    if (!place || 'away' in place) return null;
    if ('unit' in place) return place.unit;
    const above = this.chain(place.to);
    return this.chain(place.from).find((unit) => above.includes(unit)) ?? null;
  }

  /** Everybody who counts in a unit or under it, in order. */
  members(unit: string, having: (person: Person) => boolean = () => true): string[] {
    return [...this.people]
      .filter(([id, person]) => {
        const at = this.standsIn(id);
        return at !== null && this.chain(at).includes(unit) && having(person);
      })
      .map(([id]) => id)
      .toSorted();
  }

  apply(act: ActInput): void {
    const line = act as unknown as Line;
    const effect = effects[line.kind];
    if (effect === undefined) throw new Error(`the model does not know ${line.kind}`);
    effect(this, line);
  }

  unit(id: string): Unit {
    return this.units.get(id) as Unit;
  }

  person(id: string): Person {
    return this.people.get(id) as Person;
  }

  begin({ id, code, name, kind, parent }: NewUnit): void {
    this.units.set(id, { kind, name, code, parent: parent ? this.now(parent) : null });
  }

  enter(id: string, cell: string, status: Person['status']): void {
    this.people.set(id, { place: { unit: this.now(cell) }, status, exempt: false, stay: false });
  }

  assign({ assign = [] }: Pick<Line, 'assign'>): void {
    for (const { person, to } of assign) (this.people.get(person) as Person).place = { unit: this.now(to) };
  }

  end(unit: string, successor: string | null, day: string): void {
    (this.units.get(unit) as Unit).ended = { day, successor };
    for (const one of this.units.values()) if (one.parent !== null && !one.ended) one.parent = this.now(one.parent);
    for (const person of this.people.values()) {
      const { place } = person;
      if (place === null) continue;
      if ('unit' in place) person.place = { unit: this.now(place.unit) };
      else if ('from' in place) person.place = { from: this.now(place.from), to: this.now(place.to) };
    }
  }
}

type Effect = (model: Model, line: Line) => void;
const nothing: Effect = () => {};

const ends: Effect = (model, line) => {
  model.assign(line);
  model.end(line.unit, line.successor ?? null, line.effectiveOn);
};

const leaves: Effect = (model, { kind, person }) => {
  Object.assign(model.person(person), { place: null, gone: kind, exempt: false, stay: false });
};

const goesTo = (model: Model, person: string, unit: string): void => {
  Object.assign(model.person(person), { place: { unit: model.now(unit) }, stay: false });
};

const changes =
  (change: Partial<Person>): Effect =>
  (model, { person }) => {
    Object.assign(model.person(person), change);
  };

const regrade =
  (usual: string): Effect =>
  (model, { unit, unitKind }) => {
    model.unit(unit).kind = unitKind ?? usual;
  };

const effects: Readonly<Record<string, Effect>> = {
  'unit.established': (model, { unit }) => model.begin(unit),
  'unit.renamed': (model, { unit, name }) => Object.assign(model.unit(unit), { name }),
  'unit.recoded': (model, { unit, code }) => Object.assign(model.unit(unit), { code }),
  'unit.upgraded': regrade('grassroots-body'),
  'unit.downgraded': regrade('grassroots-cell'),
  'unit.moved': (model, { unit, parent }) => Object.assign(model.unit(unit), { parent: model.now(parent) }),
  'unit.split': (model, line) => {
    for (const unit of line.into as NewUnit[]) model.begin(unit);
    if (line.ends) ends(model, line);
    else model.assign(line);
  },
  'unit.merged': (model, line) => {
    model.assign(line);
    for (const unit of line.units) model.end(unit, line.into, line.effectiveOn);
  },
  'unit.consolidated': (model, line) => {
    model.begin(line.unit);
    model.assign(line);
    for (const unit of line.units) model.end(unit, line.unit.id, line.effectiveOn);
  },
  'unit.dissolved': ends,
  'unit.ended': ends,
  'member.registered': (model, { person, cell, status }) => model.enter(person.id, cell, status),
  'member.admitted': (model, { person, cell }) => model.enter(person.id, cell, 'probationary'),
  'member.readmitted': (model, { person, cell }) => model.enter(person, cell, 'probationary'),
  'member.restored': (model, { person, cell }) => model.enter(person, cell, model.person(person).status),
  'transfer.issued': (model, { person, to }) => {
    const { unit } = model.person(person).place as { unit: string };
    model.person(person).place = to ? { from: unit, to: model.now(to) } : { away: unit };
  },
  'transfer.received': (model, { person, cell, status }) => {
    if (typeof person !== 'string') return model.enter((person as { id: string }).id, cell, status);
    const { place } = model.person(person);
    if (place !== null && 'away' in place) model.person(person).exempt = false;
    return goesTo(model, person, cell);
  },
  'transfer.cancelled': (model, { person }) => {
    const place = model.person(person).place as { from: string } | { away: string };
    model.person(person).place = { unit: model.now('away' in place ? place.away : place.from) };
  },
  'member.transferred': (model, { person, to }) => goesTo(model, person, to as string),
  'member.exempted': changes({ exempt: true }),
  'member.exemptionEnded': changes({ exempt: false }),
  'member.temporarilyTransferred': changes({ stay: true }),
  'member.temporaryReturned': changes({ stay: false }),
  'member.updated': nothing,
  'member.died': leaves,
  'member.expelled': leaves,
  'member.left': leaves,
  'member.nameRemoved': leaves,
};

/** The acts in the order in which they take effect, without what was withdrawn. */
export function holding(acts: readonly ActInput[]): ActInput[] {
  const by = new Map<string, ActInput[]>();
  for (const act of acts)
    if (typeof act.withdraws === 'string') by.set(act.withdraws, [...(by.get(act.withdraws) ?? []), act]);
  const holds = (act: ActInput): boolean => !(by.get(act.id as string) ?? []).some(holds);
  return acts
    .filter((act) => act.kind !== 'act.withdrawn' && holds(act))
    .toSorted((a, b) => {
      if (a.effectiveOn !== b.effectiveOn) return (a.effectiveOn as string) < (b.effectiveOn as string) ? -1 : 1;
      return rankOf(a.kind) - rankOf(b.kind);
    });
}

/** The state at the end of a day. */
export function modelOn(acts: readonly ActInput[], day: string): Model {
  const model = new Model();
  for (const act of holding(acts)) if ((act.effectiveOn as string) <= day) model.apply(act);
  return model;
}
