import { memberSince } from '#/domain/members/api.ts';
import type { Segment, SubjectState, Track } from '#/kernel/facts/state.ts';
import type { Day, PartialDay } from '#/platform/day.ts';
import type { leavingReasons, Post, waysIn } from './contract.ts';
import { postTable } from './tables.ts';

export interface Holding {
  how: (typeof waysIn)[number];
  term: string | null;
  /** For somebody who came into the register in office: since when, as far as it is known. */
  heldSince: PartialDay | null;
  ratifiedOn: Day | null;
  /** How and by which act it ended; null while it lasts, and where the membership ended it. */
  left: { as: (typeof leavingReasons)[number]; actId: string } | null;
}

/** One post in one unit; several are held side by side. Nobody holds one longer than he or she is a member. */
export const holding: Track<Holding> = {
  name: 'post',
  table: postTable,
  columns: ({ how, term, heldSince, ratifiedOn, left }, key) => {
    const [unit_id, post] = key.split(' ') as [string, string];
    const ended = { left_as: left?.as ?? null, left_act_id: left?.actId ?? null };
    return { unit_id, post, how, term, held_since: heldSince, ratified_on: ratifiedOn, ...ended };
  },
  whileMember: true,
};

export function keyOf({ unit, post }: { unit: string; post: Post }): string {
  return `${unit} ${post}`;
}

/** The spell that is open and was not broken by the end of a membership: who comes back does not come back into office. */
export function heldNow(state: SubjectState, key: string, day: Day): Segment<Holding> | null {
  const last = state.segments(holding, key).at(-1);
  if (last === undefined || last.to !== null) return null;
  const since = memberSince(state, day);
  return since !== null && since <= last.from ? last : null;
}
