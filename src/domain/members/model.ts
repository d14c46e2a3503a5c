import type { FoldContext, SubjectModel } from '#/kernel/facts/model.ts';
import type { Segment, Track } from '#/kernel/facts/state.ts';
import { type FactRow, type FactRows, type FactTable, rangeText } from '#/kernel/facts/table.ts';
import { earlier, later } from '#/kernel/tree/lines.ts';
import { addDays, type Day } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';
import { toldRow } from './event-rows.ts';
import { flaggedRow } from './flagged-rows.ts';
import { fault } from './life.ts';
import { follow, join, unitOn } from './resolve.ts';
import { type StandingSpell, standingSpells } from './standing-spells.ts';
import { memberEventTable, standingTable, transferFlagTable } from './tables.ts';
import { exemption, type Stay, standing, stay, suspension, type Transit, transit } from './tracks.ts';

/** Events that tell the standing before and after; the model finds their units. */
const toldBy = new Map([
  [memberEventTable.name, toldRow],
  [transferFlagTable.name, flaggedRow],
]);

/**
 * Turns the tracks of a person into rows. Where the acts name a unit that ended, its successor stands: a spell that
 * crosses the end is cut there, the later row enters as `reorganised` by the act that ended the unit.
 */
export const personModel: SubjectModel = {
  type: 'person',
  tables: [],
  finish: (state, context) => {
    const stood = state
      .segments(standing)
      .flatMap((segment) => located(segment, () => standingSpells(segment, context)));
    const rows: FactRows = {};
    const add = (table: FactTable, row: FactRow) => {
      rows[table.name] ??= [];
      rows[table.name]?.push(row);
    };
    const spell = (table: FactTable, span: { from: Day | null; to: Day | null }, actId: string, columns: object) =>
      add(table, {
        act_id: actId,
        [table.subjectColumn]: state.subject.id,
        valid: rangeText(span.from, span.to),
        ...columns,
      } as FactRow);
    for (const one of stood) spell(standingTable, one, one.actId, { unit_id: one.unitId, ...one.columns });
    for (const { track, key, segments } of state.tracks.values()) {
      if (track.name === standing.name) continue;
      for (const [index, segment] of segments.entries()) {
        const columns = track.columns(segment.value, key);
        const from = index === 0 && track.fromTheBeginning === true ? null : segment.from;
        for (const part of parts(track, segment, stood, context))
          spell(track.table, { from: part.from ?? from, to: part.to }, segment.actId, { ...part.units, ...columns });
      }
    }
    for (const { table, row } of state.events) {
      const by = toldBy.get(row.told === undefined ? '' : table.name);
      add(
        table,
        by === undefined
          ? placedRow(table, row, stood, context)
          : located({ actId: row.act_id }, () => by(row, state.subject.id, stood, context)),
      );
    }
    return rows;
  },
};

interface Part {
  /** Null: from where the spell begins. */
  from: Day | null;
  to: Day | null;
  units: Record<string, string | null>;
}

/** The rows of one spell, with the unit columns that its table has. */
function parts(
  track: Track<unknown>,
  segment: Segment<unknown>,
  stood: readonly StandingSpell[],
  context: FoldContext,
): Part[] {
  switch (track.name) {
    case transit.name:
      return located(segment, () => transitParts(segment as Segment<Transit>, context));
    case stay.name:
      return located(segment, () => stayParts(segment as Segment<Stay>, stood, context));
    case exemption.name:
    case suspension.name:
      return whileStanding(segment as Segment<{ until: Day | null }>, stood);
    default:
      if (track.whileMember === true) return whileMember(segment, stood);
      return [{ from: null, to: segment.to, units: {} }];
  }
}

function transitParts({ from, to, value }: Segment<Transit>, context: FoldContext): Part[] {
  const from_unit_id = unitOn({ unit: value.from }, from, context);
  if (value.to === null) return [{ from, to, units: { from_unit_id, to_unit_id: null } }];
  return lastingly(value.to, from, to, context).map(({ unitId, ...span }) => ({
    ...span,
    units: { from_unit_id, to_unit_id: unitId },
  }));
}

/** At home wherever the person stands meanwhile, however the unit of the first day has ended; with the host or its successor. */
function stayParts({ from, to, value }: Segment<Stay>, stood: readonly StandingSpell[], context: FoldContext): Part[] {
  const hosts = value.host === null ? [{ from, to, unitId: null }] : lastingly(value.host, from, to, context);
  if (value.home === null)
    return hosts.map(({ unitId, ...span }) => ({ ...span, units: { unit_id: null, host_unit_id: unitId } }));
  const parts: Part[] = [];
  for (const home of stood)
    for (const host of hosts) {
      const span = { from: later(home.from, host.from) as Day, to: earlier(home.to, host.to) };
      const units = { unit_id: home.unitId, host_unit_id: host.unitId };
      if (span.to === null || span.from < span.to) parts.push({ ...span, units });
    }
  return parts;
}

/** A unit and its successors; after the last one ended without a successor, still that one. */
function lastingly(unitId: string, from: Day, to: Day | null, { successions }: FoldContext) {
  const spells: { from: Day; to: Day | null; unitId: string | null }[] = [];
  for (const one of follow(successions, unitId, from, to))
    join(spells, { from: one.from, to: one.to, unitId: one.unitId ?? spells.at(-1)?.unitId ?? unitId });
  return spells;
}

/** Only a member is exempt or suspended, where he or she stands; what has a last day lapses after it. */
function whileStanding({ from, to, value }: Segment<{ until: Day | null }>, stood: readonly StandingSpell[]): Part[] {
  const lapses = value.until === null || value.until >= '9999-12-31' ? null : addDays(value.until, 1);
  const end = earlier(to, lapses);
  const spells: { from: Day; to: Day | null; unitId: string }[] = [];
  for (const one of stood) {
    const span = { from: later(one.from, from) as Day, to: earlier(one.to, end), unitId: one.unitId };
    if (span.to === null || span.from < span.to) join(spells, span);
  }
  return spells.map(({ unitId, ...span }) => ({ ...span, units: { unit_id: unitId } }));
}

/** Cut to the days of the membership in which it began, wherever that was: who comes back does not come back into it. */
function whileMember({ from, to }: Segment<unknown>, stood: readonly StandingSpell[]): Part[] {
  const spells: { from: Day; to: Day | null; unitId: null }[] = [];
  for (const one of stood) {
    const span = { from: later(one.from, from) as Day, to: earlier(one.to, to) };
    if (span.to === null || span.from < span.to) join(spells, { ...span, unitId: null });
  }
  return spells.slice(0, 1).map((span) => ({ from: span.from, to: span.to, units: {} }));
}

/**
 * An event of another part about a person counts where that person stands on its day or, no longer a member, last stood:
 * in what that unit has become by then, for a unit that has ended counts nowhere.
 */
function placedRow(
  { placedOn }: FactTable,
  row: FactRow,
  stood: readonly StandingSpell[],
  context: FoldContext,
): FactRow {
  if (placedOn === undefined || (row.unit_id ?? null) !== null) return row;
  const day = String(row[placedOn]);
  const spell = stood.findLast(({ from }) => from <= day);
  return { ...row, unit_id: spell === undefined ? null : unitOn({ unit: spell.unitId }, day, context) };
}

/** place() knows only units and days; whoever mends a fault needs the act that put the person there. */
function located<T>({ actId }: { actId: string }, find: () => T): T {
  try {
    return find();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw fault({ id: actId }, error.code, error.fields[0]?.field ?? 'unit', error.message);
  }
}
