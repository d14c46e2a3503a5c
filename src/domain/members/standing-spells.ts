import type { FoldContext } from '#/kernel/facts/model.ts';
import type { Segment } from '#/kernel/facts/state.ts';
import type { FactValue } from '#/kernel/facts/table.ts';
import type { Day } from '#/platform/day.ts';
import { spellsOf } from './resolve.ts';
import { type Standing, standing } from './tracks.ts';

/** A row of standing before it is written: a spell in one unit. */
export interface StandingSpell {
  from: Day;
  to: Day | null;
  unitId: string;
  actId: string;
  columns: Record<string, FactValue>;
}

/** The rows of one segment. In transit between two trees a member stands nowhere: those days have no row. */
export function standingSpells(segment: Segment<Standing>, context: FoldContext): StandingSpell[] {
  const { place, entry, exit } = segment.value;
  const all = spellsOf(place, segment.from, segment.to, context);
  return all.flatMap(({ from, to, unitId, becauseOf }, i) =>
    unitId === null
      ? []
      : {
          from,
          to,
          unitId,
          actId: i === 0 ? segment.actId : (becauseOf ?? segment.actId),
          columns: {
            ...standing.columns(segment.value, ''),
            entry: i === 0 ? entry : 'reorganised',
            exit: i === all.length - 1 ? exit : 'reorganised',
          },
        },
  );
}
