import { parseRange } from '#/kernel/facts/table.ts';
import { addDays, type Day } from '#/platform/day.ts';
import type { Facts } from '#test/facts.ts';

interface Spell {
  from: Day | null;
  to: Day | null;
  [column: string]: unknown;
}

const holds = ({ from, to }: Spell, day: Day) => (from === null || from <= day) && (to === null || day < to);

/** Form 1 counted anew from the rows, day by day and person by person: no SQL, no spans, no shortcuts. */
export class Form1Recount {
  readonly #tables: Record<string, Spell[]>;
  readonly #people: string[];

  constructor({ tables }: Facts) {
    this.#tables = Object.fromEntries(
      Object.entries(tables).map(([name, rows]) => [
        name,
        rows.map((row) => ({ ...row, ...parseRange(String(row.valid ?? '(,)')) })),
      ]),
    );
    this.#people = this.rows('person').map((row) => row.person_id as string);
  }

  rows(table: string): Spell[] {
    return this.#tables[table] ?? [];
  }

  /** The unit and all its superiors on a day; empty where it does not exist. */
  chain(unit: string, day: Day): string[] {
    if (!this.rows('unit_life').some((row) => row.unit_id === unit && holds(row, day))) return [];
    const parent = this.rows('unit_parent').find((row) => row.unit_id === unit && holds(row, day));
    return parent === undefined ? [unit] : [unit, ...this.chain(parent.parent_id as string, day)];
  }

  isUnder(unit: unknown, superior: string, day: Day): boolean {
    return typeof unit === 'string' && this.chain(unit, day).includes(superior);
  }

  kind(unit: string, day: Day): string {
    return this.rows('unit_kind').find((row) => row.unit_id === unit && holds(row, day))?.kind as string;
  }

  stands(person: string, unit: string, day: Day): boolean {
    return this.rows('standing').some(
      (row) => row.person_id === person && holds(row, day) && this.isUnder(row.unit_id, unit, day),
    );
  }

  members(unit: string, day: Day): string[] {
    return this.#people.filter((person) => this.stands(person, unit, day));
  }

  /** The first day on which anybody was registered in the tree of the unit's root, if somebody was registered in the unit then. */
  opening(unit: string, days: Day[]): Day | undefined {
    const registered = this.rows('member_event').filter((row) => row.event === 'registered');
    const into = (root: string) =>
      registered.filter((row) => this.isUnder(row.to_unit_id, root, row.on_day as Day)).map((row) => row.on_day as Day);
    const day = into(unit)
      .filter((on) => days.includes(on))
      .toSorted()[0];
    const root = day === undefined ? undefined : this.chain(unit, day).at(-1);
    return root === undefined || into(root).some((on) => on < (day as Day)) ? undefined : day;
  }

  line(event: Spell, sign: number, day: Day): string {
    const name = event.event as string;
    if (['transferred', 'letter-issued', 'received', 'transfer-cancelled'].includes(name))
      return (sign > 0 ? 'B2' : 'C5') + this.between(event, day);
    if (name === 'name-removed') return event.was_probationary ? 'C3-probationary' : 'C3-official';
    const fixed: Record<string, string> = {
      admitted: 'B1',
      readmitted: 'B1',
      restored: 'B3',
      registered: 'B5',
      died: 'C1',
      expelled: 'C2',
      left: 'C4',
    };
    return fixed[name] ?? (sign > 0 ? 'B4' : 'C6');
  }

  between({ place_kind, from_unit_id, to_unit_id }: Spell, day: Day): string {
    if (place_kind || !from_unit_id || !to_unit_id) return 'a';
    const above = this.chain(to_unit_id as string, day);
    const superior = this.chain(from_unit_id as string, day).find((unit) => above.includes(unit));
    if (superior === undefined) return 'a';
    return this.kind(superior, day) === 'provincial' ? 'b' : 'c';
  }

  /** Persons by line; `opening` are those of A that were registered in the period. */
  movements(unit: string, days: Day[], opening: Day | undefined): Map<string, string[]> {
    const lines = new Map<string, string[]>();
    const put = (line: string, person: string) => lines.set(line, [...(lines.get(line) ?? []), person]);
    for (const day of days) {
      for (const person of this.#people) {
        let rest = Number(this.stands(person, unit, day)) - Number(this.stands(person, unit, addDays(day, -1)));
        for (const event of this.rows('member_event')) {
          if (event.person_id !== person || event.on_day !== day || event.event === 'recognised') continue;
          const sign =
            Number(this.isUnder(event.to_unit_id, unit, day)) - Number(this.isUnder(event.from_unit_id, unit, day));
          rest -= sign;
          if (sign !== 0)
            put(event.event === 'registered' && day === opening ? 'opening' : this.line(event, sign, day), person);
        }
        for (; rest > 0; rest -= 1) put('B4', person);
        for (; rest < 0; rest += 1) put('C6', person);
      }
    }
    return lines;
  }
}

/** All days of a period. */
export function daysOf(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
