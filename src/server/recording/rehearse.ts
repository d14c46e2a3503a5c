import { factWords, recordWords } from '#/domain/words/fact-words.ts';
import { tableWords } from '#/domain/words/table-words.ts';
import type { FactRow } from '#/kernel/facts/table.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import type { Journal } from '#/kernel/journal/posting.ts';
import type {
  Rehearsed,
  RehearsedFact,
  RehearsedFigure,
  RehearsedProblem,
} from '#/kernel/journal/rehearse-contract.ts';
import { rehearse, type Touched } from '#/kernel/journal/rehearse-post.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import type { FieldProblem } from '#/platform/errors.ts';
import { uuidv7 } from '#/platform/ids.ts';
import { problemText } from '../problem-texts.ts';
import type { Room, Workplace } from '../workplace.ts';
import { changeAfter, changeBefore, type Seen } from './change.ts';
import { differing, type TableRow } from './touched-facts.ts';

/** A batch that somebody would like to record. */
export interface Wished {
  actor: string;
  /** The path that the asker may see; undefined: the whole tenant. */
  scope?: string;
  acts: readonly ActInput[];
  /** In place of the room's own: what the asker may try out. */
  journal?: Journal;
  /** Looks at the register with the acts in it, before they are taken back. */
  look?: (tx: Tx, touched: Touched) => Promise<void>;
}

/** Says what would come of recording the acts; records nothing. */
export async function rehearseActs(installation: Workplace, room: Room, wished: Wished): Promise<Rehearsed> {
  const acts = wished.acts.map((act): ActInput => (act.id === undefined ? { ...act, id: uuidv7() } : act));
  const told = problemOf(acts);
  const poster = { actor: wished.actor, scope: wished.scope, source: { via: 'screen' as const } };
  const outcome = await rehearse(wished.journal ?? (await room.journal()), poster, acts, {
    after: async (tx, touched) => {
      await wished.look?.(tx, touched);
      return changeAfter(tx, installation, touched);
    },
    before: changeBefore(installation),
  });
  if (!outcome.isPossible)
    return {
      isPossible: false,
      problems: outcome.problems.map(told),
      warnings: [],
      effects: noEffects,
      figures: [],
      actors: [],
    };
  const { before, after, warnings } = outcome;
  return {
    isPossible: true,
    problems: [],
    warnings: warnings.map(told),
    effects: effectsOf(before, after),
    figures: figuresOf(before, after),
    actors: after.actors.map(({ act, unitId, body }) => ({
      act,
      unit: unitId === null ? null : (after.unitNames.get(unitId) ?? null),
      body,
    })),
  };
}

const noEffects: Rehearsed['effects'] = { persons: [], units: [], more: 0 };

function problemOf(acts: readonly ActInput[]): (problem: FieldProblem) => RehearsedProblem {
  const places = new Map(acts.map(({ id }, i) => [id, i]));
  return (problem) => ({
    act: places.get(problem.actId) ?? (acts.length === 1 ? 0 : null),
    ...(problem.actId === undefined || places.has(problem.actId) ? {} : { actId: problem.actId }),
    ...(problem.field === undefined ? {} : { field: problem.field }),
    code: problem.code,
    message: { vi: problemText(problem, 'vi'), en: problemText(problem, 'en') },
    ...(problem.rule === undefined ? {} : { rule: problem.rule }),
  });
}

function effectsOf(before: Seen, after: Seen): Rehearsed['effects'] {
  const unitNamed = (id: string) => (after.unitNames.get(id) ?? before.unitNames.get(id))?.name ?? null;
  const sides = (was: readonly TableRow[], is: readonly TableRow[]) => {
    const [gone, come] = differing(was, is);
    const say = (rows: TableRow[], others: TableRow[]) => inOrder(rows).map((one) => factOf(one, others, unitNamed));
    return { before: say(gone, come), after: say(come, gone) };
  };
  const persons = after.told.persons.map((person) => ({
    person,
    name: after.personNames.get(person) ?? before.personNames.get(person) ?? null,
    ...sides(before.persons.get(person) ?? [], after.persons.get(person) ?? []),
  }));
  const units = after.told.units.map((unit) => ({
    unit,
    code: (after.unitNames.get(unit) ?? before.unitNames.get(unit))?.code ?? null,
    name: unitNamed(unit),
    ...sides(before.units.get(unit) ?? [], after.units.get(unit) ?? []),
  }));
  const isChanged = (one: { before: unknown[]; after: unknown[] }) => one.before.length + one.after.length > 0;
  return { persons: persons.filter(isChanged), units: units.filter(isChanged), more: after.told.more };
}

/** What one looks for first comes first: where a person stands, then what happened, then the record. */
const order = ['unit_life', 'standing', 'transit', 'temporary_stay', 'exemption', 'suspension', 'member_event'];
const placeOf = ({ table }: TableRow): number => (order.includes(table) ? order.indexOf(table) : order.length);

function inOrder(rows: readonly TableRow[]): TableRow[] {
  const since = ({ row }: TableRow) => String(row.valid ?? row.on_day ?? '');
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b) || (since(a) < since(b) ? -1 : 1));
}

function factOf(
  { table, row }: TableRow,
  others: readonly TableRow[],
  unitNamed: (id: string) => string | null,
): RehearsedFact {
  const words = table === 'person_record' ? recordWords(row, otherRecord(others)) : factWords(table, row, unitNamed);
  return { table, title: tableWords[table] ?? { vi: table, en: table }, words, act: row.act_id };
}

const otherRecord = (rows: readonly TableRow[]): FactRow | undefined =>
  rows.findLast(({ table }) => table === 'person_record')?.row;

function figuresOf(before: Seen, after: Seen): RehearsedFigure[] {
  return after.figures.flatMap((one, i): RehearsedFigure[] => {
    const was = before.figures[i]?.value ?? 0;
    const unit = after.unitNames.get(one.unitId) ?? before.unitNames.get(one.unitId);
    if (was === one.value || unit === undefined) return [];
    const { figure, title, time, from, to, value } = one;
    return [{ figure, title, time, unit, from, to, before: was, after: value }];
  });
}
