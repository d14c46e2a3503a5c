import { type RawBuilder, sql } from 'kysely';
import type { Day } from '#/platform/day.ts';
import { countedIn } from './counted.ts';
import type { DeclaredLine } from './declared.ts';
import type { CountFigure, ListEntry } from './figure.ts';
import { type Frame, isOn } from './frame.ts';
import { unitLabels } from './unit-labels.ts';

/** What stands in the list in place of names that nobody has (design §2.3). */
const DECLARED_LABEL = 'số liệu do đơn vị báo cáo, không mở danh sách';

/** A row of a list before its unit is named. */
export interface ListedRow {
  id: string;
  subjectId: string;
  unitId: string;
  actId: string;
  day: Day;
  since: Day | null;
  label: string | null;
  why?: string;
}

/** The rows that a count figure counts, each once, with the subject's name where the asker may see it. */
export async function countedRows(
  frame: Frame,
  figure: CountFigure,
  args: Record<string, string>,
): Promise<ListedRow[]> {
  return withLabels(frame, figure, await countedIn(frame, figure, args));
}

/**
 * Puts the subject's name of the row's day beside rows of `rowsInPlace`. Left-joined: a row whose name is hidden from
 * the asker, or that has none, counts all the same.
 */
export async function withLabels(frame: Frame, figure: CountFigure, rows: RawBuilder<unknown>): Promise<ListedRow[]> {
  const { table } = frame.facts;
  const isVisible = sql`strpos(p.scope, ${frame.viewerScope}) > 0`;
  const person = sql`left join ${table('personRecord', 'p')} on p.person_id = c.subject_id and ${isOn(sql`p.valid`, sql`c.day`)} and ${isVisible}`;
  const name = figure.of === 'unit' ? sql`null` : sql`p.name`;
  const label = figure.labelled ? sql`coalesce(c.own_label, ${name})` : name;
  const { rows: listed } = await sql<ListedRow>`select c.*, ${label} as label
    from (${rows}) c ${figure.of === 'unit' ? sql`` : person}`.execute(frame.tx);
  return listed;
}

/** Names the units of rows (and the rows themselves where they are units), and puts them in order: unit, name, day. */
export async function toEntries<R extends ListedRow>(
  frame: Frame,
  figure: CountFigure,
  rows: readonly R[],
): Promise<(ListEntry & { row: R })[]> {
  const isNamed = figure.of === 'person';
  const labelOf = await unitLabels(
    frame.facts,
    rows.flatMap((row) => (isNamed ? [row.unitId] : [row.unitId, row.subjectId])),
  );
  return rows
    .map((row) => ({
      id: String(row.id),
      // An act is about a person or a unit; a name that is hidden is not looked for among units.
      label: row.label ?? (isNamed ? null : labelOf(row.subjectId, row.day).name || null),
      unit: labelOf(row.unitId, row.day),
      on: row.since,
      act: row.actId,
      row,
    }))
    .sort(
      (a, b) =>
        order(a.unit.code, b.unit.code) ||
        order(a.label ?? '', b.label ?? '') ||
        order(a.on ?? '', b.on ?? '') ||
        order(a.id, b.id),
    );
}

/** One line for each declared count. */
export async function declaredEntries(frame: Frame, lines: readonly DeclaredLine[]): Promise<ListEntry[]> {
  if (lines.length === 0) return [];
  const labelOf = await unitLabels(
    frame.facts,
    lines.map((line) => line.unitId),
  );
  const entries = lines.map(({ actId, unitId, amount, on }) => ({
    id: actId,
    label: DECLARED_LABEL,
    unit: labelOf(unitId, on),
    on,
    act: actId,
    declared: amount,
  }));
  // By day and unit: ids are random, and the same question is answered in the same order.
  return entries.sort((a, b) => order(a.on, b.on) || order(a.unit.code, b.unit.code) || order(a.id, b.id));
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
