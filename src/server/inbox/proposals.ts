import type { ProposalShown } from '#/kernel/journal/proposal-contract.ts';
import { addDays, dayOf } from '#/platform/day.ts';
import type { InboxLine } from '#/reports/inbox/contract.ts';
import { openProposals, ownProposals, type ProposalRow } from '../proposals/rows.ts';
import { isTheirs, shownProposals } from '../proposals/shown.ts';
import type { Asked, Source } from './source.ts';

/** What others have proposed and the unit, or one under it, is to decide. */
export const toDecide: Source = {
  name: 'proposals',
  needs: 'acts.propose',
  lines: async (asked) => {
    const { room, actor, seat, path } = asked;
    const shown = await shownOf(asked, (tx) =>
      openProposals(tx, actor).then((rows) => rows.filter((row) => isTheirs(row, seat, path))),
    );
    return shown.map((one) => lineOf(one, 'proposals', one.isOurs, null));

    async function shownOf(of: Asked, read: (tx: Parameters<typeof openProposals>[0]) => Promise<ProposalRow[]>) {
      const { vault } = await room.journal();
      return room.read({ actor }, async (tx) => shownProposals(tx, await read(tx), { ...of, vault }));
    }
  },
};

/** So many days a returned proposal is told of: by then it was taken up again, or it is given up. */
const told = 60;

/** One's own that were returned and not taken up again. */
export const returned: Source = {
  name: 'returned',
  needs: 'acts.propose',
  lines: async (asked) => {
    const { room, actor, on } = asked;
    const { vault } = await room.journal();
    const shown = await room.read({ actor }, async (tx) => {
      const all = await ownProposals(tx, actor);
      const again = new Set(all.map(({ followsId }) => followsId));
      const open = all.filter(
        ({ id, state, decidedAt }) =>
          state === 'returned' &&
          !again.has(id) &&
          decidedAt !== null &&
          dayOf(new Date(decidedAt)) >= addDays(on, -told),
      );
      return shownProposals(tx, open, { ...asked, vault });
    });
    return shown.map((one) => lineOf(one, 'returned', true, one.decided?.reason ?? null));
  },
};

function lineOf(one: ProposalShown, source: string, isWaiting: boolean, note: string | null): InboxLine {
  const { id, title, about, count, from, proposedBy, proposedAt, decided } = one;
  return {
    ...{ source, id, note, isWaiting, what: title, about, more: count - 1, unit: from },
    by: decided?.by ?? proposedBy,
    since: decided?.at ?? proposedAt,
    due: null,
    opens: { page: 'proposal', id },
  };
}
