import type { ActInput } from '#/kernel/journal/act.ts';
import * as contract from '#/kernel/journal/rehearse-contract.ts';
import type { Route } from '#/platform/contract/route.ts';
import { type Api, route } from '../api.ts';
import { findRoom, scopePath } from '../find-unit.ts';
import { rehearseActs } from './rehearse.ts';

const rehearse = route(contract.rehearseActs, async ({ tenant, scope, acts }, { installation, actor }) => {
  const room = await findRoom(installation, { tenant, scope });
  const path = scope === undefined ? undefined : await scopePath(installation, room, scope);
  return rehearseActs(installation, room, { actor, scope: path, acts: acts as ActInput[] });
});

/** Recording an act: trying it out, and drafts of it. */
export const recordingRoutes: readonly Route<Api>[] = [rehearse];
