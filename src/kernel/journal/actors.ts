import type { PoolClient } from 'pg';
import type { Register } from '../register.ts';
import type { LineCache } from '../tree/superior.ts';
import type { Subject } from './act.ts';
import type { Prepared } from './prepare.ts';
import { schemaPaths, visitPath } from './schema-paths.ts';

interface KindSpell {
  kind: string;
  from: string | null;
  to: string | null;
}

/** Finds who acted where a line does not say: the competent unit by the act's kind. */
export class Actors {
  readonly #register: Register;
  readonly #lines: LineCache;
  readonly #kinds = new Map<string, KindSpell[]>();
  /** Parents that acts of this batch give, before the tree is written. */
  readonly #parents = new Map<string, string>();
  /** Units that persons of this batch were put into. */
  readonly #places = new Map<string, string>();

  constructor(register: Register, lines: LineCache) {
    this.#register = register;
    this.#lines = lines;
  }

  /** Remembers parents that the act gives to the units it brings in. */
  notice(act: Prepared): void {
    for (const { path, meta } of schemaPaths(act.kind.schema))
      if (meta.introduces === 'unit')
        visitPath(act.body, path, (value) => {
          const unit = value as { id: string; parent?: string };
          if (unit.parent !== undefined) this.#parents.set(unit.id, unit.parent);
        });
  }

  /** Loads what the default needs for these acts: lines and kinds of the units they name, and where their people stand. */
  async load(client: PoolClient, acts: readonly { prepared: Prepared; subjects: readonly Subject[] }[]): Promise<void> {
    const open = acts.filter(({ prepared }) => !prepared.envelope.actor);
    const persons = new Set<string>();
    for (const { prepared, subjects } of open) {
      const unit = this.#unitIn(prepared, subjects);
      for (const { type, id } of subjects) {
        if (type !== 'person') continue;
        if (unit !== null) this.#places.set(id, unit);
        else if (!this.#places.has(id)) persons.add(id);
      }
    }
    if (persons.size > 0) {
      const { rows } = await client.query(
        'select distinct on (person_id) person_id, unit_id from standing where person_id = any($1::uuid[]) order by person_id, lower(valid) desc',
        [[...persons]],
      );
      for (const row of rows) this.#places.set(row.person_id, row.unit_id);
    }
    const units = new Set<string>();
    for (const { prepared, subjects } of open) {
      const unit = this.#unitOf(prepared, subjects);
      if (unit !== null) units.add(unit);
    }
    await this.#lines.load(client, units);
    const above = new Set([...units].flatMap((id) => this.#lines.of(id).map(({ ancestorId }) => ancestorId)));
    const missing = [...above].filter((id) => !this.#kinds.has(id));
    if (missing.length === 0) return;
    for (const id of missing) this.#kinds.set(id, []);
    const { rows } = await client.query(
      'select unit_id, kind, lower(valid)::text as from, upper(valid)::text as to from unit_kind where unit_id = any($1::uuid[])',
      [missing],
    );
    for (const row of rows) this.#kinds.get(row.unit_id)?.push(row);
  }

  /** The competent unit; null where it lies outside the register or nothing is known of the subject. */
  competent(act: Prepared, subjects: readonly Subject[]): string | null {
    const unit = this.#unitOf(act, subjects);
    if (unit === null) return null;
    const day = act.envelope.effectiveOn;
    const upwards = this.#lines.on(unit, day);
    switch (act.kind.competent) {
      case 'self':
        return unit;
      case 'superior':
        return this.#parents.get(unit) ?? upwards[1] ?? unit;
      case 'grassroots':
        return upwards.find((id) => this.#isGrassroots(id, day)) ?? unit;
      case 'above-grassroots': {
        const at = upwards.findIndex((id) => this.#isGrassroots(id, day));
        return upwards[at + 1] ?? upwards.at(-1) ?? unit;
      }
    }
  }

  #isGrassroots(unitId: string, day: string): boolean {
    const kind = this.#kinds
      .get(unitId)
      ?.find(({ from, to }) => (from === null || from <= day) && (to === null || day < to))?.kind;
    return kind !== undefined && this.#register.grassrootsKinds.has(kind);
  }

  #unitOf(act: Prepared, subjects: readonly Subject[]): string | null {
    const named = this.#unitIn(act, subjects);
    if (named !== null) return named;
    const person = subjects.find(({ type }) => type === 'person');
    return person === undefined ? null : (this.#places.get(person.id) ?? null);
  }

  #unitIn(act: Prepared, subjects: readonly Subject[]): string | null {
    const subject = subjects.find(({ type }) => type === 'unit');
    if (subject !== undefined) return subject.id;
    // Of a person: the cell that admits, the host of a stay, the unit of a post.
    const { cell, host, unit } = act.body;
    return [cell, host, unit].find((id) => typeof id === 'string') ?? null;
  }
}
