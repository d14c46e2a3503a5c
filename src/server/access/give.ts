import type { z } from 'zod';
import type { delegateGrant, endGrant as endContract, GrantShown, giveGrant } from '#/kernel/access/grant-contract.ts';
import { endGrant, type Granted, grantNamed, grantRole } from '#/kernel/access/grants.ts';
import { addDays, type Day, today } from '#/platform/day.ts';
import { wholeTenant } from '#/platform/db/transaction.ts';
import { Problem, wrongField } from '#/platform/errors.ts';
import type { Api } from '../api.ts';
import { noSuchCapacity } from '../capacity.ts';
import { findRoom, findUnit } from '../find-unit.ts';
import type { Room } from '../workplace.ts';
import { mustBeRole } from './must-be-role.ts';
import { lastDay, shownGrants } from './shown.ts';

/** Grants a role within the giver's own place; never to oneself, except by the operator. */
export async function give(
  { login, role, unit, from, to, reason, tenant }: z.output<typeof giveGrant.input>,
  api: Api,
): Promise<GrantShown> {
  const { installation } = api;
  mustBeRole(installation.roles, role);
  const on = today(installation.clock);
  const placed = unit === null ? await wholeRegister(api, tenant) : await findUnit(installation, unit, on, { tenant });
  return write(api, placed, { login, role, from: from ?? on, to, reason, delegatedFrom: null });
}

/** Passes the role that one works in on: for a time, no wider and no longer than one holds it, and only once. */
export async function delegate(
  { login, unit, from, to, reason }: z.output<typeof delegateGrant.input>,
  api: Api,
): Promise<GrantShown> {
  const { installation, seat } = api;
  const { capacity } = seat;
  if (capacity === null) throw noSuchCapacity(); // the operator grants, and holds nothing that could be passed on
  const { grant, role, tenant } = capacity;
  if (grant.delegatedFrom !== null)
    throw new Problem('grant.delegated-on', 'What was passed on to you is not passed on again.', { status: 403 });
  const on = today(installation.clock);
  const first = from ?? on;
  const last = lastDay(grant);
  if (first < grant.from || (last !== null && to > last))
    throw wrongField('to', 'grant.too-long', `You hold the role from ${grant.from} to ${last ?? '…'}: no longer.`);
  const placed =
    unit === undefined
      ? { room: await installation.room(tenant), unitId: grant.unitId }
      : await findUnit(installation, unit, on, { tenant });
  return write(api, placed, { login, role: role.role, from: first, to, reason, delegatedFrom: grant.id });
}

/** Ends a grant in one's own place, or what one has passed on. Throws `grant.unknown`, `grant.ended`, `permission.missing`. */
export async function end({ id, reason, tenant }: z.output<typeof endContract.input>, api: Api): Promise<GrantShown> {
  const { installation, seat, actor, may } = api;
  const room = await findRoom(installation, { tenant });
  const on = today(installation.clock);
  return room.write({ actor }, async (tx) => {
    const grant = await grantNamed(tx, id, on);
    if (grant === null || !isUnder(grant.path, room.path))
      throw new Problem('grant.unknown', 'There is no such grant.', { status: 404 });
    const isOwn = grant.delegatedFrom !== null && grant.delegatedFrom === seat.capacity?.grant.id;
    if (!isOwn && !may('grants.manage')) throw seat.refuse('grants.manage');
    await endGrant(tx, id, { by: actor, at: installation.clock.now().toISOString(), reason });
    return shownOne(api, room, tx, id);
  });
}

type Wished = Pick<Granted, 'role' | 'from' | 'reason' | 'delegatedFrom'> & { login: string; to: Day | null };

async function write(
  api: Api,
  { room, unitId }: { room: Room; unitId: string | null },
  { login, to, ...wished }: Wished,
): Promise<GrantShown> {
  const { installation, seat, actor } = api;
  if (to !== null && to < wished.from)
    throw wrongField('to', 'period.empty', `From ${wished.from} to ${to} there is no day.`);
  const account = await api.accountNamed(login);
  if (account === null) throw wrongField('login', 'account.unknown', `There is no account "${login}".`);
  if (!seat.isOperator && account.id === seat.person?.accountId)
    throw new Problem('grant.own', 'Nobody grants a role to themselves.', { status: 403 });
  const at = installation.clock.now().toISOString();
  const until = to === null ? null : addDays(to, 1);
  return room.write({ actor }, async (tx) => {
    const id = await grantRole(tx, { ...wished, account, unitId, until, by: actor, at });
    return shownOne(api, room, tx, id);
  });
}

async function wholeRegister({ installation }: Api, tenant: string | undefined) {
  const room = await findRoom(installation, { tenant });
  if (room.path !== wholeTenant)
    throw new Problem('grant.too-wide', 'Nobody grants a role wider than their own place.', { status: 403 });
  return { room, unitId: null };
}

async function shownOne(
  { installation: { roles, clock } }: Api,
  room: Room,
  tx: Parameters<typeof grantNamed>[0],
  id: string,
): Promise<GrantShown> {
  const on = today(clock);
  const grant = await grantNamed(tx, id, on);
  const [shown] = await shownGrants(tx, grant === null ? [] : [grant], { tenant: room.tenant.code, roles, on });
  return shown as GrantShown;
}

const isUnder = (path: string, place: string): boolean => place !== '' && path.startsWith(place);
