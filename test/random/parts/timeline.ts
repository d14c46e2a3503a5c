import type { ActInput } from '#/kernel/journal/act.ts';
import { addDays } from '#/platform/day.ts';
import { holding, Model } from '../../hunt/model.ts';

/** Who and what stood where on which day, by the model of the hunt: plain state, day after day, no spells. */
export class Timeline {
  private readonly moments: { day: string; model: Model }[] = [];

  constructor(acts: readonly ActInput[]) {
    const model = new Model();
    for (const act of holding(acts)) {
      const day = act.effectiveOn as string;
      model.apply(act);
      if (this.moments.at(-1)?.day === day) this.moments.pop();
      const now = new Model();
      now.units = structuredClone(model.units);
      now.people = structuredClone(model.people);
      this.moments.push({ day, model: now });
    }
  }

  get days(): string[] {
    return this.moments.map(({ day }) => day);
  }

  /** Who stood nowhere for a time and came back. */
  get returned(): string[] {
    const gone = new Set<string>();
    const back = new Set<string>();
    for (const { model } of this.moments)
      for (const [person] of model.people)
        if (model.standsIn(person) === null) gone.add(person);
        else if (gone.has(person)) back.add(person);
    return [...back];
  }

  /** Everybody and everything there ever was. */
  get end(): Model {
    return (this.moments.at(-1) as { model: Model }).model;
  }

  on(day: string): Model {
    return this.moments.findLast((moment) => moment.day <= day)?.model ?? new Model();
  }

  exists(unit: string, day: string): boolean {
    const found = this.on(day).units.get(unit);
    return found !== undefined && found.ended === undefined;
  }

  /** Established by then, whether it has ended or not. */
  wasThere(unit: string, day: string): boolean {
    return this.on(day).units.has(unit);
  }

  /** Whether `unit` is the asked one or lies under it. */
  isUnder(unit: string, asked: string, day: string): boolean {
    return this.exists(unit, day) && this.on(day).chain(unit).includes(asked);
  }

  standsIn(person: string, day: string): string | null {
    return this.on(day).standsIn(person);
  }

  /** Where somebody stands or last stood, in what that unit has become by the day. */
  lastStood(person: string, day: string): string | null {
    const moment = this.moments.findLast((one) => one.day <= day && one.model.standsIn(person) !== null);
    return moment === undefined ? null : this.on(day).now(moment.model.standsIn(person) as string);
  }

  private lastSuperior(unit: string, day: string): string | null {
    const ended = this.on(day).units.get(unit)?.ended;
    return ended === undefined ? null : (this.on(addDays(ended.day, -1)).units.get(unit)?.parent ?? null);
  }

  /** The unit itself or, when it has ended, the last superior it had, in what that has become. */
  orSuperior(unit: string, day: string): string | null {
    if (this.on(day).units.get(unit)?.ended === undefined) return unit;
    const superior = this.lastSuperior(unit, day);
    return superior === null ? null : this.on(day).now(superior);
  }

  /** The same; where a superior has left no successor, its own last superior, and so on. */
  orSuperiors(unit: string, day: string): string | null {
    if (this.on(day).units.get(unit)?.ended === undefined) return unit;
    const superior = this.lastSuperior(unit, day);
    return superior === null ? null : this.heir(superior, day);
  }

  /** Who has taken over from a unit by the day: a successor, or the last superior where it left none. */
  heir(unit: string, day: string): string | null {
    const ended = this.on(day).units.get(unit)?.ended;
    if (ended === undefined) return unit;
    return ended.successor !== null ? this.heir(ended.successor, day) : this.orSuperiors(unit, day);
  }

  /** The first day on which somebody who stood somewhere on `day` no longer stood anywhere; null: still does. */
  leftAfter(person: string, day: string): string | null {
    return this.moments.find((one) => one.day > day && one.model.standsIn(person) === null)?.day ?? null;
  }
}
