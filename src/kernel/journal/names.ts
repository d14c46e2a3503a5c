import type { PoolClient } from 'pg';
import { type FieldProblem, Problem } from '#/platform/errors.ts';
import { derivedId, isUuid } from '#/platform/ids.ts';
import { parseRange } from '../facts/table.ts';
import type { Prepared } from './prepare.ts';
import { schemaPaths, visitPath } from './schema-paths.ts';

type SubjectWord = 'unit' | 'person';

interface Candidate {
  id: string;
  from: string | null;
  to: string | null;
}

/**
 * The names of one batch: what its own acts bring in, and what the register knows. Turns codes into ids.
 * A code that the batch introduces wins over one that the register holds; a register code is read on the act's day.
 */
export class Names {
  readonly #introduced = { unit: new Map<string, string>(), person: new Map<string, string>() };
  /** Ids that the batch brings in; true: derived from an act, so that the register cannot know it yet. */
  readonly #newIds = { unit: new Map<string, boolean>(), person: new Map<string, boolean>() };
  readonly #known = { unit: new Map<string, Candidate[]>(), person: new Map<string, Candidate[]>() };
  readonly #knownIds = { unit: new Set<string>(), person: new Set<string>() };
  /** The line of the file that brings in a code. */
  readonly #lines = { unit: new Map<string, number>(), person: new Map<string, number>() };

  /** Gives every unit and person that the act brings in its id, and remembers its code. */
  introduce(act: Prepared, problems: FieldProblem[]): void {
    for (const { path, meta } of schemaPaths(act.kind.schema)) {
      const word = meta.introduces;
      if (word === undefined) continue;
      visitPath(act.body, path, (value, place) => {
        if (typeof value !== 'object' || value === null) return;
        const subject = value as { id?: string; code?: string };
        // An id that the line gives may be known already: a correction repeats whom the first act brought in.
        const isDerived = subject.id === undefined;
        subject.id ??= derivedId(act.id, place.path.join('.'));
        this.#newIds[word].set(subject.id, isDerived);
        if (subject.code !== undefined) this.#remember(word, subject.code, subject.id, act, place.path, problems);
      });
    }
    const { unit, code } = act.body;
    if (act.kind.recodes === true && typeof unit === 'string' && typeof code === 'string') {
      const id = isUuid(unit) ? unit : this.#introduced.unit.get(unit);
      if (id !== undefined) this.#introduced.unit.set(code, id);
    }
  }

  #remember(
    word: SubjectWord,
    code: string,
    id: string,
    act: Prepared,
    path: readonly string[],
    problems: FieldProblem[],
  ) {
    const other = this.#introduced[word].get(code);
    if (other === undefined && act.line !== null) this.#lines[word].set(code, act.line);
    if (other === undefined || other === id) this.#introduced[word].set(code, id);
    else
      problems.push({
        ...where(act),
        field: [...path, 'code'].join('.'),
        code: 'code.duplicate',
        message: `The code "${code}" is given to two different ${word}s in this file.`,
      });
  }

  /** Whether the register cannot know the person yet: the id follows from an act of this batch. */
  isNew(personId: string): boolean {
    return this.#newIds.person.get(personId) === true;
  }

  /** Loads from the register what the acts refer to and the batch does not bring in. */
  async load(client: PoolClient, acts: readonly Prepared[]): Promise<void> {
    const codes = { unit: new Set<string>(), person: new Set<string>() };
    const ids = { unit: new Set<string>(), person: new Set<string>() };
    for (const act of acts)
      eachReference(act, (word, text) => {
        if (isUuid(text)) {
          if (!this.#newIds[word].has(text) && !this.#knownIds[word].has(text)) ids[word].add(text);
        } else if (!this.#introduced[word].has(text) && !this.#known[word].has(text)) codes[word].add(text);
      });
    for (const word of ['unit', 'person'] as const) {
      if (ids[word].size > 0) {
        const { rows } = await client.query(idQueries[word], [[...ids[word]]]);
        for (const row of rows) this.#knownIds[word].add(row.id);
      }
      if (codes[word].size > 0) {
        const { rows } = await client.query(codeQueries[word], [[...codes[word]]]);
        for (const row of rows) {
          const span = row.valid === null ? { from: null, to: null } : parseRange(row.valid);
          this.#known[word].set(row.code, [...(this.#known[word].get(row.code) ?? []), { id: row.id, ...span }]);
        }
      }
    }
  }

  /** Codes that the batch brings in and that are somebody else's in the register: asked once a key has refused the batch. */
  async clashes(client: PoolClient): Promise<FieldProblem[]> {
    const found: FieldProblem[] = [];
    for (const word of ['unit', 'person'] as const) {
      const others = await this.#otherHolders(client, word);
      // A unit that has given its code up is not in the way, unless all have.
      const still = others.filter((row) => row.valid === null || parseRange(row.valid).to === null);
      for (const code of new Set((still.length > 0 ? still : others).map((row) => row.code as string))) {
        const line = this.#lines[word].get(code);
        const message = `The code "${code}" is another ${word}'s.`;
        found.push({ ...(line === undefined ? {} : { line }), field: `${word}.code`, code: 'code.duplicate', message });
      }
    }
    return found;
  }

  /** Asked in pieces: the codes of a whole city's members are too long a parameter. */
  async #otherHolders(client: PoolClient, word: SubjectWord) {
    const introduced = this.#introduced[word];
    const codes = [...introduced.keys()];
    const others: { code: string; id: string; valid: string | null }[] = [];
    for (let i = 0; i < codes.length; i += 10_000) {
      const { rows } = await client.query(codeQueries[word], [codes.slice(i, i + 10_000)]);
      for (const row of rows) if (introduced.get(row.code) !== row.id) others.push(row);
    }
    return others;
  }

  /** Replaces every reference of the act by the id it means; reports those that mean nothing, or several things. */
  resolve(act: Prepared, problems: FieldProblem[]): void {
    const { effectiveOn } = act.envelope;
    eachReference(act, (word, text, put, field) => {
      const id = this.#find(word, text, effectiveOn);
      if (typeof id === 'string') put(id);
      else problems.push({ ...where(act), field, code: id.code, message: id.message });
    });
  }

  #find(word: SubjectWord, text: string, on: string): string | Problem {
    if (isUuid(text)) {
      if (this.#newIds[word].has(text) || this.#knownIds[word].has(text)) return text;
      return new Problem(`${word}.unknown`, `There is no ${word} with the id ${text}.`);
    }
    const introduced = this.#introduced[word].get(text);
    if (introduced !== undefined) return introduced;
    const known = this.#known[word].get(text) ?? [];
    const then = known.filter(({ from, to }) => (from === null || from <= on) && (to === null || on < to));
    const candidates = new Set((then.length > 0 ? then : known).map(({ id }) => id));
    if (candidates.size === 1) return [...candidates][0] as string;
    if (candidates.size === 0) return new Problem(`${word}.unknown`, `There is no ${word} with the code "${text}".`);
    return new Problem('code.ambiguous', `The code "${text}" means several ${word}s: ${[...candidates].join(', ')}.`);
  }
}

const idQueries = {
  unit: 'select distinct unit_id as id from unit_life where unit_id = any($1::uuid[])',
  person: 'select person_id as id from person where person_id = any($1::uuid[])',
};

const codeQueries = {
  unit: 'select code, unit_id as id, valid from unit_code where code = any($1::text[])',
  person: 'select code, person_id as id, null as valid from person where code = any($1::text[])',
};

/** Every unit or person that the act refers to (the acting unit included), with a way to replace the text. */
export function eachReference(
  act: Pick<Prepared, 'kind' | 'body' | 'envelope'>,
  visit: (word: SubjectWord, text: string, put: (id: string) => void, field: string) => void,
): void {
  for (const { path, meta } of schemaPaths(act.kind.schema)) {
    const word = meta.refers;
    if (word === undefined) continue;
    visitPath(act.body, path, (value, { container, key, path: real }) => {
      if (typeof value !== 'string') return; // the other form of the field: a subject that the act brings in
      visit(
        word,
        value,
        (id) => {
          container[key] = id;
        },
        real.join('.'),
      );
    });
  }
  const actor = act.envelope.actor;
  if (actor?.unit)
    visit(
      'unit',
      actor.unit,
      (id) => {
        actor.unit = id;
      },
      'actor.unit',
    );
}

/** Where a fault lies: the line of the file, or the act. */
export function where(act: Pick<Prepared, 'line' | 'id'>): Pick<FieldProblem, 'line' | 'actId'> {
  return act.line === null ? { actId: act.id } : { line: act.line, actId: act.id };
}
