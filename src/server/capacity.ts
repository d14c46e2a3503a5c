import { type Grant, grantNamed, grantsOf } from '#/kernel/access/grants.ts';
import {
  mayPropose,
  mayRecord,
  type PermissionText,
  type Role,
  type Roles,
  type SensitiveClass,
} from '#/kernel/access/roles.ts';
import { type Day, today } from '#/platform/day.ts';
import { type Tx, wholeTenant } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { isUuid } from '#/platform/ids.ts';
import type { Caller } from '#/platform/server/app.ts';
import { unitsCalled } from './access/units-called.ts';
import { bounded } from './bounded.ts';
import type { Bound, Workplace } from './workplace.ts';

/** An account that has signed in. */
export interface Person {
  accountId: string;
  login: string;
  /** The session was opened with more than a password. */
  hasSecondFactor: boolean;
}

/** One grant, as what its holder works. */
export interface Capacity {
  /** The tenant's code and the grant's id: one look-up finds it. */
  id: string;
  tenant: string;
  role: Role;
  grant: Grant;
  unit: { code: string; name: string } | null;
}

/** Who calls, in which capacity: what a handler may be asked for in their name. */
export interface Seat extends Caller {
  /** Null: the operator, who owns the data folder. */
  person: Person | null;
  /** Null: the operator's, which is everything; or none is chosen. */
  capacity: Capacity | null;
  isOperator: boolean;
  bound: Bound;
  mayRecord: (kind: string) => boolean;
  mayPropose: (kind: string) => boolean;
  mayReveal: (what: SensitiveClass) => boolean;
  /** Throws `capacity.none`, `second-factor.needed`, `permission.missing`, with what the capacity is. */
  refuse: (permission: string) => Problem;
  /** Remembers for the session as what it goes on. */
  choose: (capacityId: string) => Promise<void>;
}

/** What carries a call, beside who it is. */
export interface Carried {
  session: string | null;
  choose: (capacityId: string) => Promise<void>;
}

/** Everything, everywhere: of whoever owns the data folder. */
export function operatorSeat(actor: string, session: string | null): Seat {
  return {
    actor,
    session,
    person: null,
    capacity: null,
    isOperator: true,
    bound: { tenant: null, path: wholeTenant },
    may: () => true,
    mayRecord: () => true,
    mayPropose: () => true,
    mayReveal: () => true,
    refuse: () => noSuchCapacity(), // never asked: nothing is refused
    choose: async () => {
      throw noSuchCapacity();
    },
  };
}

/** Nobody's, on a public route. */
export const noSeat: Seat = {
  actor: 'nobody',
  session: null,
  person: null,
  capacity: null,
  isOperator: false,
  bound: { tenant: '', path: '' }, // no tenant has the empty code, and no row lies under the empty path
  may: () => false,
  mayRecord: () => false,
  mayPropose: () => false,
  mayReveal: () => false,
  refuse: (permission) => refusal(null, false, { name: permission, vi: permission, en: permission }),
  choose: async () => {
    throw noSuchCapacity();
  },
};

/** The grants by which an account works today, in every tenant. Read before there is a scope: they decide what it is. */
export async function capacitiesOf(
  whole: Workplace,
  { accountId, login }: Pick<Person, 'accountId' | 'login'>,
): Promise<Capacity[]> {
  const on = today(whole.clock);
  const found = await Promise.all(
    (await whole.tenants()).map(async ({ code }) => {
      const room = await whole.room(code);
      return room.read({ actor: login }, async (tx) => {
        const capacities: Capacity[] = [];
        for (const grant of await grantsOf(tx, accountId, on)) {
          const role = whole.roles.get(grant.role);
          if (role !== null) capacities.push(await described(tx, code, role, grant, on));
        }
        return capacities;
      });
    }),
  );
  return found.flat();
}

/** The capacity of that id, if it is this account's and holds today. */
export async function capacityNamed(
  whole: Workplace,
  { accountId, login }: Pick<Person, 'accountId' | 'login'>,
  id: string,
): Promise<Capacity | null> {
  const { tenant, grantId } = partsOf(id);
  const room = isUuid(grantId) ? await whole.room(tenant).catch(unlessUnknown) : null;
  if (room === null) return null;
  const on = today(whole.clock);
  return room.read({ actor: login }, async (tx) => {
    const grant = await grantNamed(tx, grantId, on);
    const role = grant === null ? null : whole.roles.get(grant.role);
    if (grant === null || role === null || !grant.holds || grant.accountId !== accountId) return null;
    return described(tx, tenant, role, grant, on);
  });
}

/**
 * Where a signed-in account works: in the capacity that its session has chosen; where none was, in the only one it holds.
 * Looked up at every request, so that a grant that is ended ends at once: nobody goes on in another without knowing it.
 */
export async function seatOf(whole: Workplace, person: Person, chosen: string | null, carried: Carried): Promise<Seat> {
  const capacity = chosen === null ? await onlyOne(whole, person) : await capacityNamed(whole, person, chosen);
  return seated(person, capacity, whole.roles, carried);
}

async function onlyOne(whole: Workplace, person: Person): Promise<Capacity | null> {
  const [first, ...others] = await capacitiesOf(whole, person);
  return others.length === 0 ? (first ?? null) : null;
}

/** The installation as somebody in this seat may use it. */
export function workplaceOf(whole: Workplace, { bound, capacity, mayRecord, mayReveal }: Seat): Workplace {
  return bounded(whole, bound, { mayRecord, role: capacity?.role ?? nobody, holds: mayReveal });
}

const nobody = { vi: 'chưa chọn', en: 'none chosen' };

/** A seat in a capacity; none where several are held and none is chosen. */
function seated(person: Person, capacity: Capacity | null, roles: Roles, { session, choose }: Carried): Seat {
  const role = capacity?.role;
  const isStrongEnough = role !== undefined && (!role.secondFactor || person.hasSecondFactor);
  return {
    actor: person.login,
    session,
    person,
    capacity,
    isOperator: false,
    bound: capacity === null ? noSeat.bound : { tenant: capacity.tenant, path: capacity.grant.path },
    may: (permission) => isStrongEnough && role.permissions.has(permission),
    mayRecord: (kind) => isStrongEnough && mayRecord(role, kind),
    mayPropose: (kind) => isStrongEnough && mayPropose(role, kind),
    mayReveal: (what) => isStrongEnough && role.sensitive.has(what),
    refuse: (permission) => refusal(capacity, isStrongEnough, textOf(roles, permission)),
    choose,
  };
}

async function described(tx: Tx, tenant: string, role: Role, grant: Grant, on: Day): Promise<Capacity> {
  const unit = grant.unitId === null ? undefined : (await unitsCalled(tx, [grant.unitId], on)).get(grant.unitId);
  return { id: `${tenant}/${grant.id}`, tenant, role, grant, unit: unit ?? null };
}

function partsOf(id: string): { tenant: string; grantId: string } {
  const at = id.lastIndexOf('/');
  return { tenant: id.slice(0, Math.max(at, 0)), grantId: id.slice(at + 1) };
}

function unlessUnknown(error: unknown): null {
  if (error instanceof Problem && error.code === 'tenant.unknown') return null;
  throw error;
}

export function noSuchCapacity(): Problem {
  return new Problem('capacity.unknown', 'You hold no such role today.', { status: 404 });
}

function textOf({ permissions }: Roles, name: string): Said {
  return permissions.find((one) => one.name === name) ?? { name, vi: name, en: name };
}

type Said = Pick<PermissionText, 'name' | 'vi' | 'en'>;

function refusal(capacity: Capacity | null, isStrongEnough: boolean, { name, vi, en }: Said): Problem {
  if (capacity === null)
    return new Problem('capacity.none', 'You hold no role here today, or have not chosen one.', {
      status: 403,
      vi: 'Đồng chí chưa được giao vai trò nào vào hôm nay, hoặc chưa chọn vai trò để làm việc.',
    });
  const { role, unit } = capacity;
  if (!isStrongEnough)
    return new Problem('second-factor.needed', `The role "${role.en}" needs a second factor at sign-in.`, {
      status: 403,
      vi: `Vai trò “${role.vi}” phải đăng nhập bằng hai bước.`,
    });
  const [placeEn, placeVi] = unit === null ? ['', ''] : [` at ${unit.name}`, ` tại ${unit.name}`];
  return new Problem('permission.missing', `The role "${role.en}"${placeEn} may not: ${en} (${name}).`, {
    status: 403,
    vi: `Vai trò “${role.vi}”${placeVi} không có quyền “${vi}” (${name}).`,
  });
}
