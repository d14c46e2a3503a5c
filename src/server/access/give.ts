import type { z } from 'zod';
import type { delegateGrant, endGrant as endContract, GrantShown, giveGrant } from '#/kernel/access/grant-contract.ts';
import { askGrant, requestNamed } from '#/kernel/access/grant-requests.ts';
import { endGrant, type Granted, grantNamed, grantRole } from '#/kernel/access/grants.ts';
import { addDays, type Day, today } from '#/platform/day.ts';
import { type Tx, wholeTenant } from '#/platform/db/transaction.ts';
import { Problem, wrongField } from '#/platform/errors.ts';
import type { Api } from '../api.ts';
import { noSuchCapacity } from '../capacity.ts';
import { findRoom, findUnit } from '../find-unit.ts';
import { pathOfUnit } from '../in-sight.ts';
import type { Room } from '../workplace.ts';
import { mustBeRole } from './must-be-role.ts';
import { noteRole } from './note-role.ts';
import { askerIn, type GrantAsker, hasSecondPerson } from './second-person.ts';
import { lastDay, shownRequests } from './shown.ts';
import { shownOne } from './shown-one.ts';

/** Grants a role within the giver's own place; never to oneself, except by the operator. What takes two people waits for the second. */
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
    await noteRole(tx, api, room, 'role-ended', grant);
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
    const asker = await askerIn(tx, seat);
    const granted = { ...wished, account, unitId, until, by: actor, at, giver: asker?.accountId ?? null };
    const noted = { accountId: account.id, role: wished.role, unitId };
    if (asker !== null && wished.delegatedFrom === null && (await mustWait(tx, api, asker, noted))) {
      const id = await askGrant(tx, { ...granted, asker: asker.accountId, lentBy: asker.lentBy });
      await noteRole(tx, api, room, 'role-asked', noted);
      return shownAsked(api, room, tx, id);
    }
    const id = await grantRole(tx, granted);
    await noteRole(tx, api, room, wished.delegatedFrom === null ? 'role-granted' : 'role-passed-on', noted);
    return shownOne(api, room, tx, id);
  });
}

/** Whether what the role shows or gives takes a second person, and there is one. */
async function mustWait(
  tx: Tx,
  { installation: { roles, clock } }: Api,
  asker: GrantAsker,
  { role, unitId }: { role: string; unitId: string | null },
): Promise<boolean> {
  if (roles.get(role)?.takesTwo !== true) return false;
  const path = unitId === null ? wholeTenant : await pathOfUnit(tx, unitId);
  return hasSecondPerson(tx, asker, path ?? wholeTenant, { roles, on: today(clock) });
}

async function shownAsked(
  { installation: { roles, clock } }: Api,
  room: Room,
  tx: Tx,
  id: string,
): Promise<GrantShown> {
  const request = await requestNamed(tx, id, room.path);
  const told = { tenant: room.tenant.code, roles, on: today(clock) };
  const [shown] = await shownRequests(tx, request === null ? [] : [request], told);
  return shown as GrantShown;
}

async function wholeRegister({ installation }: Api, tenant: string | undefined) {
  const room = await findRoom(installation, { tenant });
  if (room.path !== wholeTenant)
    throw new Problem('grant.too-wide', 'Nobody grants a role wider than their own place.', { status: 403 });
  return { room, unitId: null };
}

const isUnder = (path: string, place: string): boolean => place !== '' && path.startsWith(place);
