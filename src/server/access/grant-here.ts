import { grantRole } from '#/kernel/access/grants.ts';
import { today } from '#/platform/day.ts';
import { findRoom, findUnit } from '../find-unit.ts';
import type { Installation } from '../installation.ts';
import { mustBeRole } from './must-be-role.ts';
import { noteRole } from './note-role.ts';

/** A role that whoever owns the data folder gives. */
export interface Wished {
  role: string;
  /** A unit's code; undefined: the whole register. */
  unit?: string | undefined;
  tenant?: string;
  reason: string;
}

/** Grants a role from today on, until it is ended. Throws `role.unknown`, `unit.unknown`, `tenant.unknown`. */
export async function grantHere(
  installation: Installation,
  account: { id: string; login: string },
  { role, unit, tenant, reason }: Wished,
): Promise<void> {
  mustBeRole(installation.roles, role);
  const on = today(installation.clock);
  const { room, unitId } =
    unit === undefined
      ? { room: await findRoom(installation, { tenant }), unitId: null }
      : await findUnit(installation, unit, on, { tenant });
  const by = 'sotay admin';
  const at = installation.clock.now().toISOString();
  const granted = { account, role, unitId, from: on, until: null, reason, by, giver: null, at, delegatedFrom: null };
  await room.write({ actor: by }, async (tx) => {
    await grantRole(tx, granted);
    await noteRole(tx, { installation, actor: by }, room, 'role-granted', { accountId: account.id, role, unitId });
  });
}
