import { z } from 'zod';
import { ambiguities, foldFacts, foldState } from '#/kernel/facts/fold.ts';
import type { FoldContext } from '#/kernel/facts/model.ts';
import type { UnitLife } from '#/kernel/facts/succession.ts';
import { type FactRow, type FactRows, parseRange } from '#/kernel/facts/table.ts';
import type { Act, ActInput } from '#/kernel/journal/act.ts';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { personRef, unitRef } from '#/kernel/journal/refs.ts';
import type { Register } from '#/kernel/register.ts';
import type { FieldProblem } from '#/platform/errors.ts';
import { memberActs } from './acts.ts';
import { assignPerson } from './api.ts';
import { personModel } from './model.ts';
import { memberTables } from './tables.ts';

// For tests: folds hand-made acts about one person as the kernel does, without a database.

/** Stands for any unit act that assigns people. */
const unitDivided = actKind({
  kind: 'unit.divided',
  rank: rank.unitDivides,
  title: { vi: '', en: '' },
  description: { vi: '', en: '' },
  schema: z.strictObject({ person: personRef(), to: unitRef() }),
  competent: 'self',
  subjects: ({ person }) => [{ type: 'person', id: person }],
  person: (state, act) => assignPerson(state, act as Act, act.body.to),
  example: {},
});

const register: Register = {
  parts: [],
  kinds: new Map([...memberActs, unitDivided].map((kind) => [kind.kind, kind])),
  tables: memberTables,
  models: { unit: { type: 'unit', tables: [], finish: () => ({}) }, person: personModel },
  figures: [],
  audits: [],
  derived: [],
  grassrootsKinds: new Set(),
};

/** The one person of these tests. */
export const P = '01890000-0000-7000-8000-000000000001';
export const someone = { id: P, name: 'Nguyễn Văn Mẫu', born: '1980-03-01', sex: 'male' };

/**
 * Province R with districts D and E; cells A, B, C of D, F of E; S stands apart, in no tree of theirs. A ended on
 * 1/6/2020 into B, C on 1/7/2020 with nobody after it, N began on 1/5/2020.
 */
const lives: Record<string, Partial<UnitLife>> = {
  R: {},
  D: {},
  E: {},
  S: {},
  A: { to: '2020-06-01', successorId: 'B', endActId: 'end-of-A' },
  B: {},
  C: { to: '2020-07-01', endActId: 'end-of-C' },
  F: {},
  N: { from: '2020-05-01' },
};
const lines: Record<string, string[]> = { A: ['D', 'R'], B: ['D', 'R'], C: ['D', 'R'], N: ['D', 'R'], F: ['E', 'R'] };
const upwards = (unit: string) => [unit, ...(lines[unit] ?? (unit === 'D' || unit === 'E' ? ['R'] : []))];

export const context: FoldContext = {
  successions: {
    life: (id) =>
      lives[id] === undefined
        ? null
        : { from: '2000-01-01', to: null, successorId: null, endActId: null, ...lives[id] },
  },
  commonSuperior: (a, b, from, to) => {
    const above = upwards(b);
    return [{ from, to, unitId: upwards(a).find((one) => above.includes(one)) ?? null }];
  },
};

/** An act of a day: `on('2020-01-05', 'member.died')`. Acts of one day and rank follow one another as written, by `id`. */
export function on(effectiveOn: string, kindName: string, fields: Record<string, unknown> = {}): ActInput {
  return { kind: kindName, effectiveOn, person: P, ...fields };
}

export function acts(inputs: readonly ActInput[]): Act[] {
  return inputs.map((input, i) => {
    const { kind: kindName, effectiveOn, paper, after, ...fields } = input;
    const kind = register.kinds.get(kindName);
    if (kind === undefined) throw new Error(`no such kind: ${kindName}`);
    return {
      id: `act-${String(i).padStart(2, '0')}`,
      kind: kindName,
      effectiveOn: effectiveOn as string,
      actor: { unit: null, body: 'committee' },
      paper: (paper as Act['paper'] | undefined) ?? null,
      withdraws: null,
      after: (after as string | undefined) ?? null,
      note: null,
      body: kind.schema.parse(fields) as Record<string, unknown>,
      recordedAt: '2026-11-23T00:00:00Z',
      recordedBy: 'test',
      source: { via: 'api' },
    };
  });
}

export interface Fold {
  rows: FactRows;
  problems: FieldProblem[];
}

export function fold(...inputs: ActInput[]): Fold {
  return foldActs(acts(inputs));
}

export function foldActs(list: readonly Act[]): Fold {
  const subject = { type: 'person', id: P } as const;
  const { rows, problems } = foldFacts(register, foldState(register, subject, list), context);
  return { rows, problems: problems.length > 0 ? problems : ambiguities(register, subject, list, context) };
}

/** The codes of the problems. */
export function codes(...inputs: ActInput[]): string[] {
  return fold(...inputs).problems.map(({ code }) => code);
}

/** Rows of a table with the ends of their spell, oldest first; without the columns every test would repeat. */
export function spells({ rows }: Fold, table: string): (FactRow & { from: string | null; to: string | null })[] {
  return (rows[table] ?? [])
    .map((row) => ({ ...row, ...parseRange(row.valid as string) }))
    .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
}

/** Standing as `A official [2020-01-01,2020-02-01) registered>died`. */
export function stood(folded: Fold): string[] {
  return spells(folded, 'standing').map(
    (row) =>
      `${row.unit_id}${row.in_transit ? '*' : ''} ${row.status} ${row.valid} ${row.entry}>${row.exit ?? ''} ${row.act_id}`,
  );
}

/** Events as `2020-01-01 died A→`, with @unit where it counts in a unit of neither end. */
export function events({ rows }: Fold): string[] {
  return (rows.member_event ?? []).map((row) => {
    const [from, to, unit] = [row.from_unit_id ?? '', row.to_unit_id ?? '', row.unit_id];
    return `${row.on_day} ${row.event} ${from}→${to}${unit === (row.to_unit_id ?? row.from_unit_id) ? '' : `@${unit}`}`;
  });
}
