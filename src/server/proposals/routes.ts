import * as contract from '#/kernel/journal/proposal-contract.ts';
import type { Route } from '#/platform/contract/route.ts';
import { type Api, route } from '../api.ts';
import { giveBack, record, withdraw } from './decide.ts';
import { propose } from './propose.ts';
import { read } from './read.ts';
import { openProposals, ownProposals } from './rows.ts';
import { readingAt } from './seat-at.ts';
import { isTheirs } from './shown.ts';

const listProposals = route(contract.listProposals, async ({ tenant, box }, api) => {
  const { actor, seat } = api;
  const { room, show } = await readingAt(api, tenant);
  return room.read({ actor }, async (tx) => {
    const rows =
      box === 'out'
        ? await ownProposals(tx, actor)
        : (await openProposals(tx, actor)).filter((row) => isTheirs(row, seat, room.path));
    return { proposals: await show(tx, rows) };
  });
});

/** Entry by one and approval by another: proposing an act, and deciding on it. */
export const proposalRoutes: readonly Route<Api>[] = [
  route(contract.makeProposal, propose),
  listProposals,
  route(contract.readProposal, read),
  route(contract.recordProposal, record),
  route(contract.returnProposal, giveBack),
  route(contract.withdrawProposal, withdraw),
];
