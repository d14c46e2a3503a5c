import type { CapacityShown, GrantShown } from '#/kernel/access/grant-contract.ts';
import type { GrantRequest } from '#/kernel/access/grant-requests.ts';
import type { Grant } from '#/kernel/access/grants.ts';
import type { Roles } from '#/kernel/access/roles.ts';
import { addDays, type Day } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import type { Capacity, Person } from '../capacity.ts';
import { unitsCalled } from './units-called.ts';

/** Grants as they are told, with what their roles and units are called today. */
export async function shownGrants(
  tx: Tx,
  grants: readonly Grant[],
  { tenant, roles, on }: { tenant: string; roles: Roles; on: Day },
): Promise<GrantShown[]> {
  const called = await unitsCalled(
    tx,
    grants.map(({ unitId }) => unitId),
    on,
  );
  return grants.map((grant) => ({
    id: grant.id,
    tenant,
    login: grant.login,
    role: grant.role,
    title: titleOf(roles, grant.role),
    unit: grant.unitId === null ? null : (called.get(grant.unitId) ?? { code: '', name: '' }),
    from: grant.from,
    to: lastDay(grant),
    holds: grant.holds,
    grantedBy: grant.grantedBy,
    grantedAt: new Date(grant.grantedAt).toISOString(),
    reason: grant.reason,
    delegatedFrom: grant.delegatedFrom,
    ended:
      grant.endedAt === null
        ? null
        : { at: new Date(grant.endedAt).toISOString(), by: grant.endedBy ?? '', reason: grant.endReason ?? '' },
    state: 'active',
    approvedBy: grant.approvedBy,
    byOne: isByOne(grant, roles),
  }));
}

/** Requests as they are told: like the grants that they would be. */
export async function shownRequests(
  tx: Tx,
  requests: readonly GrantRequest[],
  { tenant, roles, on }: { tenant: string; roles: Roles; on: Day },
): Promise<GrantShown[]> {
  const called = await unitsCalled(
    tx,
    requests.map(({ unitId }) => unitId),
    on,
  );
  return requests.map((one) => ({
    ...{ id: one.id, tenant, login: one.login, role: one.role, title: titleOf(roles, one.role), reason: one.reason },
    unit: one.unitId === null ? null : (called.get(one.unitId) ?? { code: '', name: '' }),
    ...{ from: one.from, to: lastDay(one), holds: false, grantedBy: one.askedBy, delegatedFrom: null, ended: null },
    grantedAt: new Date(one.askedAt).toISOString(),
    state: one.isApproved === false ? 'refused' : 'waiting',
    ...{ approvedBy: null, byOne: false },
  }));
}

/** Given by an account alone, though it takes two: there was no second one, or nobody asked for one yet. */
function isByOne({ giverAccount, approvedBy, delegatedFrom, role }: Grant, roles: Roles): boolean {
  return giverAccount !== null && approvedBy === null && delegatedFrom === null && roles.get(role)?.takesTwo === true;
}

/** A capacity as its holder is told of it. */
export function shownCapacity({ id, tenant, role, grant, unit }: Capacity, person: Person): CapacityShown {
  return {
    ...{ id, tenant, unit, role: role.role, title: { vi: role.vi, en: role.en } },
    from: grant.from,
    to: lastDay(grant),
    isDelegated: grant.delegatedFrom !== null,
    needsSecondFactor: role.secondFactor && !person.hasSecondFactor,
  };
}

export const lastDay = ({ until }: Pick<Grant, 'until'>): Day | null => (until === null ? null : addDays(until, -1));

/** A role that is in the file no longer is called by its name, and gives no right. */
export function titleOf(roles: Roles, role: string): { vi: string; en: string } {
  const { vi, en } = roles.get(role) ?? { vi: role, en: role };
  return { vi, en };
}
