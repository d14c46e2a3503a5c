import type { Journal } from '#/kernel/journal/posting.ts';
import type { Seat } from '../capacity.ts';

/** The journal for trying out, and for drafts of, what somebody may propose: nothing that is tried out is recorded. */
export function asProposer(journal: Journal, { mayPropose }: Pick<Seat, 'mayPropose'>): Journal {
  const { bound } = journal;
  return bound === undefined
    ? journal
    : { ...journal, bound: { ...bound, mayRecord: mayPropose, needsTwo: undefined } };
}

/** The journal for recording what somebody else has proposed: the second person is there. */
export function asDecider(journal: Journal): Journal {
  const { bound } = journal;
  return bound === undefined ? journal : { ...journal, bound: { ...bound, needsTwo: undefined } };
}
