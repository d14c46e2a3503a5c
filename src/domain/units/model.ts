import type { FoldContext, SubjectModel } from '#/kernel/facts/model.ts';
import type { Segment, SubjectState } from '#/kernel/facts/state.ts';
import { lastUnit, type Placement, place } from '#/kernel/facts/succession.ts';
import { type FactRow, type FactRows, type FactTable, rangeText } from '#/kernel/facts/table.ts';
import { addDays, type Day } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';
import { fault } from './life.ts';
import { unitEventTable } from './tables.ts';
import { type Classified, kind, life, lifeOf, parent } from './tracks.ts';

/** Where the unit lay over a span, and the act that put it there. */
interface ParentSpell extends Placement {
  actId: string;
}

/**
 * Turns the tracks of a unit into rows. Only the superior needs more than the unit's own acts: while the one that was
 * named exists it is that one, then its successor, with the act that ended it as the source of the row.
 */
export const unitModel: SubjectModel = {
  type: 'unit',
  tables: [],
  life: lifeOf,
  finish: (state, context) => {
    checkSuccessor(state, context);
    const parents = state.segments(parent).flatMap((spell) => placed(spell, context));
    const rows: FactRows = {};
    for (const { track, key, segments } of state.tracks.values()) {
      if (track.name === parent.name) continue;
      for (const [index, spell] of segments.entries()) {
        const from = index === 0 && track.fromTheBeginning === true ? null : spell.from;
        add(rows, track.table, state, { ...spell, from }, track.columns(spell.value, key));
      }
    }
    for (const spell of parents) add(rows, parent.table, state, spell, { parent_id: spell.unitId });
    for (const { table, row } of state.events) {
      rows[table.name] ??= [];
      rows[table.name]?.push(
        table === unitEventTable ? told(row, state, parents) : placedRow(table, row, state, parents, context),
      );
    }
    return rows;
  },
};

function add(
  rows: FactRows,
  table: FactTable,
  state: SubjectState,
  spell: { from: Day | null; to: Day | null; actId: string },
  columns: Record<string, FactRow[string]>,
): void {
  const valid = rangeText(spell.from, spell.to);
  rows[table.name] ??= [];
  rows[table.name]?.push({ act_id: spell.actId, [table.subjectColumn]: state.subject.id, valid, ...columns });
}

function placed({ value, from, to, actId }: Segment<string>, { successions }: FoldContext): ParentSpell[] {
  try {
    return place(successions, value, from, to).map((spell) => ({ ...spell, actId: spell.becauseOf ?? actId }));
  } catch (error) {
    // place() knows only units and days; whoever mends this needs the act that put the unit there.
    if (!(error instanceof Problem)) throw error;
    throw fault({ id: actId }, error.code, 'parent', `The superior of this unit: ${error.message}`);
  }
}

/** Whoever takes over must be there to do so. A successor that ends on the same day passes on what it takes over. */
function checkSuccessor(state: SubjectState, { successions }: FoldContext): void {
  const last = state.segments(life).at(-1);
  const ending = last?.value.end ?? null;
  if (!last?.to || !ending?.successorId) return;
  const successor = successions.life(ending.successorId);
  const act = { id: ending.actId };
  if (successor === null || last.to < successor.from || (successor.to !== null && successor.to < last.to))
    throw fault(act, 'unit.not-alive', 'successor', `The successor does not exist on ${last.to}.`);
  if (successor.to !== last.to) return;
  try {
    place(successions, ending.successorId, last.to, addDays(last.to, 1));
  } catch (error) {
    // Its own successor may be missing, or lead back here: what it takes over would be lost.
    if (!(error instanceof Problem)) throw error;
    throw fault(act, error.code, 'successor', `The successor ends on ${last.to} too, and nobody takes over from it.`);
  }
}

/**
 * An event of another part about a unit counts at the unit or, when it has ended, with the last superior it had: in what
 * that has become by the day, for a superior that has ended too counts nowhere.
 */
function placedRow(
  { placedOn }: FactTable,
  row: FactRow,
  state: SubjectState,
  parents: readonly ParentSpell[],
  { successions }: FoldContext,
): FactRow {
  if (placedOn === undefined || (row.unit_id ?? null) !== null) return row;
  const { id } = state.subject;
  const to = lifeOf(state)?.to ?? null;
  const day = String(row[placedOn]);
  if (to === null || day < to) return { ...row, unit_id: id };
  const superior = parents.findLast((spell) => spell.from < to)?.unitId;
  return { ...row, unit_id: superior === undefined ? id : lastUnit(successions, superior, day) };
}

/** An event with what stood on the eve and on the day: an order among the acts of one day must not show in it. */
function told(row: FactRow, state: SubjectState, parents: readonly ParentSpell[]): FactRow {
  const day = row.on_day as Day;
  const kinds = state.segments(kind);
  const [before, after] = [onEveOf(kinds, day), onDay(kinds, day)].map((spell) => spell?.value) as (
    | Classified
    | undefined
  )[];
  return {
    kind_before: before?.kind ?? null,
    kind_after: after?.kind ?? null,
    zone: (after ?? before)?.zone ?? null,
    parent_before: onEveOf(parents, day)?.unitId ?? null,
    parent_after: onDay(parents, day)?.unitId ?? null,
    ...row,
  };
}

type Spell = { from: Day; to: Day | null };

function onEveOf<S extends Spell>(spells: readonly S[], day: Day): S | undefined {
  return spells.find(({ from, to }) => from < day && (to === null || day <= to));
}

function onDay<S extends Spell>(spells: readonly S[], day: Day): S | undefined {
  return spells.find(({ from, to }) => from <= day && (to === null || day < to));
}
