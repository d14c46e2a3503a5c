import * as contract from '#/domain/members/correction-contract.ts';
import type { Route } from '#/platform/contract/route.ts';
import { type Api, route } from '../api.ts';
import { ask } from './ask.ts';
import { correctable } from './correctable.ts';
import { decide } from './decide.ts';
import { evidenceRoutes } from './evidence.ts';
import { read } from './read.ts';
import { reveal } from './reveal.ts';
import { correctionRows, rightsOver, shown } from './rows.ts';
import { seenBy } from './seen.ts';

const list = route(contract.listCorrections, async ({ state, ...place }, api) => {
  const seen = await seenBy(api, place);
  return seen.read(async (tx) => {
    const rows = await correctionRows(tx, { person: seen.isOwnOnly ? seen.own : null, state });
    const rights = await rightsOver(tx, rows, seen, api);
    return { corrections: rows.map((row) => shown(row, rights)) };
  });
});

/** Requests that a record be corrected, from the asking to the act. */
export const correctionRoutes: readonly Route<Api>[] = [
  list,
  route(contract.listCorrectable, correctable),
  route(contract.readCorrection, read),
  route(contract.askCorrection, ask),
  route(contract.decideCorrection, decide),
  route(contract.revealCorrection, reveal),
  ...evidenceRoutes,
];
