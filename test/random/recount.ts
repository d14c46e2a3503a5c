import type { ActInput } from '#/kernel/journal/act.ts';

/**
 * An independent recount of a journal: plain state, day after day, no spells, no database. It shares no code with the fold.
 * Knows the kinds that random journals use.
 */
export interface Snapshot {
  /** Who stands where at the end of the day (transit: the sending and receiving unit). */
  standing: Map<string, { unit: string } | { from: string; to: string }>;
  parents: Map<string, string | null>;
}

type NewUnit = { code: string; parent?: string };

/** The fields that these kinds have, each in all its forms at once. */
interface Line {
  id: string;
  kind: string;
  effectiveOn: string;
  withdraws?: string;
  unit: string & NewUnit;
  units: string[];
  into: string & NewUnit[];
  parent: string;
  person: string & { code: string };
  cell: string;
  to: string;
  assign?: { person: string; to: string }[];
}

const order: Record<string, number> = {
  'unit.established': 1,
  'unit.renamed': 2,
  'unit.moved': 3,
  'unit.split': 4,
  'unit.merged': 5,
  'member.registered': 10,
  'member.admitted': 10,
  'member.readmitted': 10,
  'member.restored': 10,
  'transfer.issued': 20,
  'transfer.received': 21,
  'member.transferred': 21,
};

/** The state at the end of each day on which something happened, by day. */
export function recount(acts: readonly ActInput[]): Map<string, Snapshot> {
  const withdrawn = new Set<string>();
  const lines = acts as unknown as readonly Line[];
  for (const act of lines.toReversed()) if (act.withdraws && !withdrawn.has(act.id)) withdrawn.add(act.withdraws);
  const holding = lines.filter((act) => !withdrawn.has(act.id) && act.kind !== 'act.withdrawn');
  const days = [...new Set(holding.map((act) => act.effectiveOn))].toSorted();
  const state = new State();
  const snapshots = new Map<string, Snapshot>();
  for (const day of days) {
    const today = holding.filter((act) => act.effectiveOn === day);
    today.sort((a, b) => (order[a.kind] ?? 50) - (order[b.kind] ?? 50));
    for (const act of today) state.apply(act);
    snapshots.set(day, state.snapshot());
  }
  return snapshots;
}

class State {
  parents = new Map<string, string | null>();
  successor = new Map<string, string>();
  standing = new Map<string, { unit: string } | { from: string; to: string }>();
  last = new Map<string, string>();

  apply(act: Line): void {
    switch (act.kind) {
      case 'unit.established':
        this.parents.set(act.unit.code, act.unit.parent ? this.now(act.unit.parent) : null);
        break;
      case 'unit.moved':
        this.parents.set(act.unit, this.now(act.parent));
        break;
      case 'unit.split':
        for (const unit of act.into as NewUnit[])
          this.parents.set(unit.code, unit.parent ? this.now(unit.parent) : null);
        this.assign(act);
        break;
      case 'unit.merged':
        this.assign(act);
        for (const unit of act.units) this.end(unit, act.into);
        break;
      case 'member.registered':
      case 'member.admitted':
        this.standing.set(act.person.code, { unit: this.now(act.cell) });
        break;
      case 'member.readmitted':
      case 'member.restored':
        this.standing.set(act.person, { unit: this.now(act.cell) });
        break;
      case 'member.transferred':
        this.standing.set(act.person, { unit: this.now(act.to) });
        break;
      case 'transfer.issued':
        this.standing.set(act.person, {
          from: (this.standing.get(act.person) as { unit: string }).unit,
          to: this.now(act.to),
        });
        break;
      case 'transfer.received':
        this.standing.set(act.person, { unit: this.now(act.cell) });
        break;
      case 'member.died':
      case 'member.expelled':
      case 'member.left':
      case 'member.nameRemoved':
        this.standing.delete(act.person);
        break;
      case 'member.recognised':
      case 'unit.renamed':
        break;
      default:
        throw new Error(`the recount does not know ${act.kind}`);
    }
  }

  now(unit: string): string {
    const next = this.successor.get(unit);
    return next === undefined ? unit : this.now(next);
  }

  assign(act: Line): void {
    for (const { person, to } of act.assign ?? []) this.standing.set(person, { unit: this.now(to) });
  }

  end(unit: string, into: string): void {
    this.successor.set(unit, into);
    this.parents.delete(unit);
    for (const [child, parent] of this.parents) if (parent === unit) this.parents.set(child, this.now(into));
    for (const [person, at] of this.standing) {
      if ('unit' in at) {
        if (at.unit === unit) this.standing.set(person, { unit: this.now(into) });
      } else this.standing.set(person, { from: this.now(at.from), to: this.now(at.to) });
    }
  }

  snapshot(): Snapshot {
    return { standing: new Map(this.standing), parents: new Map(this.parents) };
  }
}

/** A unit and all above it, itself first. */
export function upwards(parents: ReadonlyMap<string, string | null>, unit: string): string[] {
  const path: string[] = [];
  for (let at: string | null | undefined = unit; at != null && !path.includes(at); at = parents.get(at)) path.push(at);
  return path;
}

/** The members of a unit and of all under it, by code. A member in transit stands in the nearest common superior. */
export function membersOf(snapshot: Snapshot, unit: string): string[] {
  return [...snapshot.standing]
    .filter(([, at]) => {
      if ('unit' in at) return upwards(snapshot.parents, at.unit).includes(unit);
      const above = upwards(snapshot.parents, at.to);
      const common = upwards(snapshot.parents, at.from).find((one) => above.includes(one));
      return common !== undefined && upwards(snapshot.parents, common).includes(unit);
    })
    .map(([person]) => person)
    .toSorted();
}
