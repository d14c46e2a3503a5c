import { type Day, earliest } from '#/platform/day.ts';
import type { PersonRecord } from '../people.ts';
import { type BlocCell, cellLivesOn } from './tree.ts';

/** A person in a cell over a span. */
export interface Stay {
  cell: BlocCell;
  from: Day;
  /** First day elsewhere. */
  to: Day | null;
}

/** Somebody who at some time is a member in the bloc. */
export interface Career {
  code: string;
  serial: number;
  record: PersonRecord;
  stays: Stay[];
  /** The ceremony, where it is known to the day. */
  admittedOn: Day | null;
  /** From when on official; null: never, as far as this journal goes. */
  officialOn: Day | null;
  /** The decision about it, where this journal has it. */
  recognisedOn: Day | null;
  /** A working day some weeks after the day of pension. */
  retiresOn: Day;
  /** Went to a street of the same register with the pension: a member still, but not of the bloc. */
  isPensioned: boolean;
  /** The year in which there was a measure of discipline. */
  blamedIn: number | null;
  /** Away for a time or excused for a time: not convened to meetings. */
  absences: { from: Day; to: Day; isExcused: boolean }[];
}

const at = ({ stays }: Career, on: Day): Stay | undefined =>
  stays.find(({ from, to }) => from <= on && (to === null || on < to));

export const cellOn = (career: Career, on: Day): BlocCell | null => at(career, on)?.cell ?? null;

export const isOfficialOn = ({ officialOn }: Career, on: Day): boolean => officialOn !== null && officialOn <= on;

export const isAwayOn = ({ absences }: Career, on: Day): boolean =>
  absences.some(({ from, to }) => from <= on && on < to);

/** Whether somebody belongs to the bloc on every day from one to the other, wherever in it. */
export function remains({ stays }: Career, from: Day, to: Day): boolean {
  let day = from;
  for (const stay of stays) {
    if (stay.from > day) break;
    if (stay.to === null || stay.to > to) return true;
    if (stay.to > day) day = stay.to;
  }
  return false;
}

export const bornOn = ({ record }: Career): Day => earliest(record.born);

/** Whether somebody belongs to the bloc on a day, also between letter and receipt. */
export const isMemberOn = ({ stays }: Career, on: Day): boolean => {
  const last = stays.at(-1);
  return last !== undefined && (stays[0] as Stay).from <= on && (last.to === null || on < last.to);
};

/** Everybody who ever stood in a cell of the bloc; while the flows are drafted also who stands where now. */
export class Company {
  readonly all: Career[] = [];
  readonly #now = new Map<BlocCell, Career[]>();
  readonly #ever = new Map<BlocCell, Set<Career>>();
  #size = 0;

  /** Members now. */
  get size(): number {
    return this.#size;
  }

  enter(career: Career, cell: BlocCell, on: Day): void {
    if (career.stays.length === 0) this.all.push(career);
    career.stays.push({ cell, from: on, to: null });
    listOf(this.#now, cell).push(career);
    const ever = this.#ever.get(cell) ?? new Set();
    this.#ever.set(cell, ever.add(career));
    this.#size += 1;
  }

  leave(career: Career, on: Day): void {
    const stay = career.stays.at(-1) as Stay;
    stay.to = on;
    const list = listOf(this.#now, stay.cell);
    list.splice(list.indexOf(career), 1);
    this.#size -= 1;
  }

  move(career: Career, cell: BlocCell, on: Day, arrivesOn = on): void {
    this.leave(career, on);
    this.enter(career, cell, arrivesOn);
  }

  /** Who stands in the cell now. */
  in(cell: BlocCell): readonly Career[] {
    return listOf(this.#now, cell);
  }

  /** Who stands in the cell on a day; asked when the flows are drafted. */
  on(cell: BlocCell, day: Day): Career[] {
    if (!cellLivesOn(cell, day)) return [];
    return [...(this.#ever.get(cell) ?? [])].filter((career) => cellOn(career, day) === cell);
  }
}

function listOf(lists: Map<BlocCell, Career[]>, cell: BlocCell): Career[] {
  let list = lists.get(cell);
  if (list === undefined) {
    list = [];
    lists.set(cell, list);
  }
  return list;
}
