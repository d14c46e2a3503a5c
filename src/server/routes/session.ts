import { readFileSync } from 'node:fs';
import * as contract from '#/kernel/access/contract.ts';
import { twoPeople } from '#/kernel/journal/two-people.ts';
import { loadRulebook } from '#/kernel/rulebook/load.ts';
import { endSession as endAccountSession } from '#/platform/accounts/sessions.ts';
import type { Door } from '#/platform/accounts/sign-in.ts';
import type { Visit } from '#/platform/accounts/visit.ts';
import { today } from '#/platform/day.ts';
import { operatorEnded } from '../accounts/operator.ts';
import { route } from '../api.ts';
import type { Workplace } from '../workplace.ts';

export const health = route(contract.health, async (_input, { installation }) => {
  await installation.answers();
  return { status: 'ok' as const };
});

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

export const readSession = route(contract.readSession, async (_input, { installation, actor, seat }) => {
  const { roles, register, clock } = installation;
  const { capacity, isOperator, person } = seat;
  const needsTwo = capacity === null ? () => false : await needsTwoIn(installation, capacity.tenant);
  const alone = (kind: string) => seat.mayRecord(kind) && !needsTwo(kind);
  const kinds = [...register.kinds.keys()];
  return {
    ...{ actor, version, isOperator, today: today(clock) },
    role: capacity?.role.role ?? null,
    title: capacity === null ? null : { vi: capacity.role.vi, en: capacity.role.en },
    unit: capacity?.unit ?? null,
    tenant: capacity?.tenant ?? null,
    needsSecondFactor: capacity?.role.secondFactor === true && person?.hasSecondFactor === false,
    permissions: roles.permissions.map(({ name }) => name).filter(seat.may),
    permissionNames: Object.fromEntries(roles.permissions.map(({ name, vi, en }) => [name, { vi, en }])),
    records: kinds.filter(alone),
    proposes: kinds.filter((kind) => seat.mayPropose(kind) && !alone(kind)),
  };
});

export const endSession = route(contract.endSession, async (_input, api) => {
  const { sessions, session, door, visit, now, remember } = api;
  remember(null);
  if (session === null) return { ended: false, leaveAt: null };
  if (sessions.end(session)) return { ended: true, leaveAt: null };
  const method = await endAccountSession(door.hall, session, now());
  const isAtProvider = method?.startsWith('provider') === true;
  return { ended: method !== null, leaveAt: isAtProvider ? await leaveAt(door, visit) : null };
});

/** The rule that is in force today, read without the key: who one is has to be told even while that is missing. */
async function needsTwoIn(installation: Workplace, tenant: string): Promise<(kind: string) => boolean> {
  const room = await installation.room(tenant);
  const rulebook = await room.read({ actor: 'session' }, (tx) => loadRulebook(tx, null));
  return twoPeople(rulebook, today(installation.clock));
}

/** Otherwise the next one at this machine would be let in by the provider without being asked. */
const leaveAt = async ({ provider }: Door, { origin }: Visit) => (await provider?.leaveAt(`${origin}/`)) ?? null;

// A link makes an operator: whoever signed in with an account makes none, whatever their capacity.
export const makeLink = route(contract.makeLink, async (_input, { sessions, session, operator }) => {
  if (!(await operator.mayEnter()) || (session !== null && !sessions.isOpen(session))) throw operatorEnded();
  return { path: linkPath(sessions.invite()) };
});

/** The address at which a code opens a session. */
export function linkPath(code: string): string {
  return `/open?code=${code}`;
}

export const listTenants = route(contract.listTenants, async (_input, { installation, actor }) => {
  const tenants = await installation.tenants();
  return { tenants: await Promise.all(tenants.map(async ({ code, name }) => ({ code, name, ...(await span(code)) }))) };

  async function span(
    code: string,
  ): Promise<{ opensOn: string | null; latestOn: string | null; lastRecordedAt: string | null }> {
    const room = await installation.room(code);
    return room.read({ actor }, async ({ client }) => {
      const { rows } = await client.query(
        `select (select min(on_day) from member_event where event = 'registered') as "opensOn",
           (select max(on_day) from member_event where on_day <= $1) as "latestOn",
           (select last_recorded_at from journal_head where exists (select from act)) as "lastRecordedAt"`,
        [today(installation.clock)],
      );
      return rows[0];
    });
  }
});
