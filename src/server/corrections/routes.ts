import * as contract from '#/domain/members/correction-contract.ts';
import type { Route } from '#/platform/contract/route.ts';
import { type Api, route } from '../api.ts';
import { ask, one } from './ask.ts';
import { decide, reveal } from './decide.ts';
import { correctionRows, shown } from './rows.ts';
import { seenBy } from './seen.ts';

const list = route(contract.listCorrections, async ({ state, ...place }, api) => {
  const seen = await seenBy(api, place);
  const { vault } = await seen.room.journal();
  const rows = await seen.read((tx) => correctionRows(tx, { person: seen.isOwnOnly ? seen.own : null, state }));
  return { corrections: rows.map((row) => shown(row, vault, api)) };
});

const read = route(contract.readCorrection, async ({ id, ...place }, api) => one(await seenBy(api, place), id, api));

/** Requests that a record be corrected, from the asking to the act. */
export const correctionRoutes: readonly Route<Api>[] = [
  list,
  read,
  route(contract.askCorrection, ask),
  route(contract.decideCorrection, decide),
  route(contract.revealCorrection, reveal),
];
