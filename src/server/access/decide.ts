import type { z } from 'zod';
import type { approveGrant, GrantShown, refuseGrant, WaitingGrant } from '#/kernel/access/grant-contract.ts';
import { decideRequest, type GrantRequest, requestNamed, requestsUnder } from '#/kernel/access/grant-requests.ts';
import { grantRole } from '#/kernel/access/grants.ts';
import { today } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import type { Api } from '../api.ts';
import { findRoom } from '../find-unit.ts';
import { vietnamese } from '../problem-texts.ts';
import type { Room } from '../workplace.ts';
import { noteRole } from './note-role.ts';
import { whyNotSecond } from './second-person.ts';
import { shownRequests } from './shown.ts';
import { shownOne } from './shown-one.ts';

/** The second person says yes: what was asked for is granted, word for word, from this moment on. */
export async function approve({ id, tenant }: z.output<typeof approveGrant.input>, api: Api): Promise<GrantShown> {
  const { installation, seat, actor } = api;
  const { roles, clock } = installation;
  const room = await findRoom(installation, { tenant });
  const [on, at] = [today(clock), clock.now().toISOString()];
  return room.write({ actor }, async (tx) => {
    const request = await openRequest(tx, id, room);
    const problem = await whyNotSecond(tx, request, seat, { roles, on });
    if (problem !== null) throw problem;
    if (request.until !== null && request.until <= on)
      throw new Problem('grant.too-late', 'The last day of this role is over.', { status: 409 });
    await decideRequest(tx, id, { isApproved: true, by: actor, at, reason: null });
    const { accountId, login, askedBy, askerAccount, role, unitId, from, until, reason } = request;
    const account = { id: accountId, login };
    const given = { role, unitId, from, until, reason, by: askedBy, giver: askerAccount, delegatedFrom: null };
    await grantRole(tx, { id, account, ...given, at, approvedBy: actor });
    await noteRole(tx, api, room, 'role-approved', request);
    return shownOne(api, room, tx, id);
  });
}

/** Somebody says no, or who asked takes it back. */
export async function refuse(
  { id, reason, tenant }: z.output<typeof refuseGrant.input>,
  api: Api,
): Promise<GrantShown> {
  const { installation, actor } = api;
  const { roles, clock } = installation;
  const room = await findRoom(installation, { tenant });
  return room.write({ actor }, async (tx) => {
    const request = await openRequest(tx, id, room);
    await decideRequest(tx, id, { isApproved: false, by: actor, at: clock.now().toISOString(), reason });
    await noteRole(tx, api, room, 'role-refused', request);
    const told = { tenant: room.tenant.code, roles, on: today(clock) };
    const [shown] = await shownRequests(tx, [{ ...request, isApproved: false }], told);
    return shown as GrantShown;
  });
}

/** Nobody reads through more; who decides begins with the oldest. */
const mostWaiting = 200;

/** What waits under a path, and what the caller may do with it. */
export async function waitingUnder(tx: Tx, path: string, room: Room, api: Pick<Api, 'installation' | 'seat' | 'may'>) {
  const { installation, seat, may } = api;
  const { roles, clock } = installation;
  const on = today(clock);
  const requests = await requestsUnder(tx, path, mostWaiting);
  const shown = await shownRequests(tx, requests, { tenant: room.tenant.code, roles, on });
  const waiting: WaitingGrant[] = [];
  for (const [at, request] of requests.entries()) {
    const problem = may('grants.manage') ? await whyNotSecond(tx, request, seat, { roles, on }) : null;
    waiting.push({
      ...(shown[at] as GrantShown),
      mayApprove: may('grants.manage') && problem === null,
      mayRefuse: may('grants.manage'),
      whyNot: problem === null ? null : { en: problem.message, vi: vietnamese[problem.code] ?? problem.message },
    });
  }
  return waiting;
}

/** Throws `grant.unknown`, `grant.decided`. */
async function openRequest(tx: Tx, id: string, room: Room): Promise<GrantRequest> {
  const request = await requestNamed(tx, id, room.path);
  if (request === null) throw new Problem('grant.unknown', 'There is no such grant.', { status: 404 });
  if (request.isApproved !== null)
    throw new Problem('grant.decided', 'This request has been decided already.', { status: 409 });
  return request;
}
