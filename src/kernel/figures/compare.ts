import type { Kysely } from 'kysely';
import type { DB } from '#/platform/db/types.gen.ts';
import { Problem } from '#/platform/errors.ts';
import type { Catalogue } from './catalogue.ts';
import { type DeclaredLine, declaredIn } from './declared.ts';
import type { CountFigure, FigureQuestion, ListEntry } from './figure.ts';
import { inFrame } from './frame.ts';
import { countedRows, declaredEntries, type ListedRow, toEntries } from './list.ts';

/** The difference of two evaluations of one figure, name by name: `a` − `onlyA` + `onlyB` = `b`. */
export interface Comparison {
  figure: string;
  a: number;
  b: number;
  onlyA: ListEntry[];
  onlyB: ListEntry[];
  /** In both, but under another unit. */
  moved: { a: ListEntry; b: ListEntry }[];
}

interface Side {
  value: number;
  /** By id; declared lines with a prefix, an act's id may also be that of a row. */
  entries: Map<string, { entry: ListEntry; unitId: string }>;
}

/** Compares two questions about one count figure (another day, unit, or another day of knowing). */
export async function compareFigure(
  tx: Kysely<DB>,
  catalogue: Catalogue,
  a: FigureQuestion,
  b: FigureQuestion,
): Promise<Comparison> {
  if (a.figure !== b.figure) throw new Problem('figure.not-the-same', 'A figure is compared with itself only.');
  const [left, right] = [await evaluate(tx, catalogue, a), await evaluate(tx, catalogue, b)];
  const both = [...left.entries].flatMap(([id, x]) => {
    const y = right.entries.get(id);
    return y === undefined ? [] : [{ x, y }];
  });
  return {
    figure: a.figure,
    a: left.value,
    b: right.value,
    onlyA: missingFrom(right, left),
    onlyB: missingFrom(left, right),
    moved: both.filter(({ x, y }) => x.unitId !== y.unitId).map(({ x, y }) => ({ a: x.entry, b: y.entry })),
  };
}

async function evaluate(tx: Kysely<DB>, catalogue: Catalogue, question: FigureQuestion): Promise<Side> {
  const { figure, args } = catalogue.ask(question.figure, question.args);
  if (figure.type !== 'count')
    throw new Problem('figure.not-a-count', `${figure.name} is not a count: it has no one list to compare.`);
  return inFrame(tx, question, async (frame) => {
    const lines = await declaredIn(frame, figure, args);
    const rows = await toEntries(frame, figure as CountFigure, await countedRows(frame, figure, args));
    const declared = await declaredEntries(frame, lines);
    return side(rows, declared, lines);
  });
}

function side(rows: (ListEntry & { row: ListedRow })[], declared: ListEntry[], lines: DeclaredLine[]): Side {
  const named = rows.map(({ row, ...entry }) => [entry.id, { entry, unitId: row.unitId }] as const);
  const told = declared.map((entry, i) => [`declared ${entry.id}`, { entry, unitId: lines[i]?.unitId ?? '' }] as const);
  const amount = lines.reduce((sum, line) => sum + line.amount, 0);
  return { value: rows.length + amount, entries: new Map([...named, ...told]) };
}

function missingFrom(one: Side, other: Side): ListEntry[] {
  return [...other.entries].filter(([id]) => !one.entries.has(id)).map(([, { entry }]) => entry);
}
