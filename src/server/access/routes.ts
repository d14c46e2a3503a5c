import * as contract from '#/kernel/access/grant-contract.ts';
import { grantsFrom, grantsUnder } from '#/kernel/access/grants.ts';
import type { Route } from '#/platform/contract/route.ts';
import { today } from '#/platform/day.ts';
import { type Api, route } from '../api.ts';
import { noSuchCapacity } from '../capacity.ts';
import { findRoom, findUnit } from '../find-unit.ts';
import { pathOfUnit } from '../in-sight.ts';
import { approve, refuse, waitingUnder } from './decide.ts';
import { delegate, end, give } from './give.ts';
import { askerIn, hasSecondPerson } from './second-person.ts';
import { shownCapacity, shownGrants } from './shown.ts';
import { seenBy } from './sight.ts';
import { why } from './why.ts';

const listCapacities = route(contract.listCapacities, async (_input, { seat, capacities }) => {
  const { person, capacity } = seat;
  if (person === null) return { chosen: null, capacities: [] };
  return {
    chosen: capacity?.id ?? null,
    capacities: (await capacities(person)).map((one) => shownCapacity(one, person)),
  };
});

const chooseCapacity = route(contract.chooseCapacity, async ({ capacity: id }, { seat, capacities }) => {
  const { person } = seat;
  const chosen = person === null ? undefined : (await capacities(person)).find((one) => one.id === id);
  if (person === null || chosen === undefined) throw noSuchCapacity();
  await seat.choose(chosen.id);
  return shownCapacity(chosen, person);
});

/** Nobody reads through more; whoever manages them asks for a smaller unit. */
const mostGrants = 1_000;

const listGrants = route(contract.listGrants, async ({ unit, tenant }, api) => {
  const { installation, actor, seat, may } = api;
  const on = today(installation.clock);
  const { roles } = installation;
  const { room, unitId } =
    unit === undefined
      ? { room: await findRoom(installation, { tenant }), unitId: null }
      : await findUnit(installation, unit, on, { tenant });
  return room.read({ actor }, async (tx) => {
    // findUnit has judged it by that very path
    const path = unitId === null ? room.path : ((await pathOfUnit(tx, unitId)) as string);
    const grants = await grantsUnder(tx, path, on, mostGrants);
    const asker = may('grants.manage') ? await askerIn(tx, seat) : null;
    return {
      grants: await shownGrants(tx, grants, { tenant: room.tenant.code, roles, on }),
      waiting: await waitingUnder(tx, path, room, api),
      isAlone: asker !== null && !(await hasSecondPerson(tx, asker, path, { roles, on })),
    };
  });
});

const listDelegated = route(contract.listDelegated, async (_input, { installation, seat, actor }) => {
  const { capacity } = seat;
  if (capacity === null) return { grants: [], mayDelegate: false }; // the operator grants, and holds nothing to pass on
  const on = today(installation.clock);
  const room = await installation.room(capacity.tenant);
  return room.read({ actor }, async (tx) => {
    const grants = await grantsFrom(tx, capacity.grant.id, on);
    const { roles } = installation;
    return {
      grants: await shownGrants(tx, grants, { tenant: capacity.tenant, roles, on }),
      mayDelegate: capacity.grant.delegatedFrom === null,
    };
  });
});

/** Roles at places: mine, those of others, and what is seen by which. */
export const accessRoutes: readonly Route<Api>[] = [
  listCapacities,
  chooseCapacity,
  listGrants,
  listDelegated,
  route(contract.listRoles, (_input, { installation }) => ({
    roles: installation.roles.all.map(({ role, vi, en, what, takesTwo }) => ({
      ...{ role, what, takesTwo },
      title: { vi, en },
    })),
  })),
  route(contract.giveGrant, give),
  route(contract.delegateGrant, delegate),
  route(contract.approveGrant, approve),
  route(contract.refuseGrant, refuse),
  route(contract.endGrant, end),
  route(contract.readWhy, why),
  route(contract.readSeenBy, seenBy),
];
