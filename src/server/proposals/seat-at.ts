import type { ProposalShown } from '#/kernel/journal/proposal-contract.ts';
import { today } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import type { Api } from '../api.ts';
import { findRoom } from '../find-unit.ts';
import type { Room } from '../workplace.ts';
import { type ProposalRow, proposalRow, unknownProposal } from './rows.ts';
import { isTheirs, shownProposals } from './shown.ts';

/** Where somebody reads proposals, and how they are shown there. */
export interface Reading {
  room: Room;
  /** Throws `proposal.unknown` for what is neither one's own nor one's to decide. */
  find: (tx: Tx, id: string) => Promise<ProposalRow>;
  show: (tx: Tx, rows: readonly ProposalRow[]) => Promise<ProposalShown[]>;
  /** One, as it stands now. */
  one: (id: string) => Promise<ProposalShown>;
}

export async function readingAt(
  api: Pick<Api, 'installation' | 'seat' | 'actor'>,
  tenant: string | undefined,
): Promise<Reading> {
  const { installation, seat, actor } = api;
  const room = await findRoom(installation, { tenant });
  const { vault } = await room.journal();
  const unitId = seat.capacity?.grant.unitId ?? null;
  const reader = { installation, seat, actor, vault, on: today(installation.clock), path: room.path, unitId };
  const find = async (tx: Tx, id: string) => {
    const row = await proposalRow(tx, id);
    if (row === null || (row.proposedBy !== actor && !isTheirs(row, seat, room.path))) throw unknownProposal();
    return row;
  };
  const show = (tx: Tx, rows: readonly ProposalRow[]) => shownProposals(tx, rows, reader);
  const one = (id: string) =>
    room.read({ actor }, async (tx) => {
      const [shown] = await show(tx, [await find(tx, id)]);
      return shown as ProposalShown;
    });
  return { room, find, show, one };
}
