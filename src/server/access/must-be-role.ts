import type { Roles } from '#/kernel/access/roles.ts';
import { wrongField } from '#/platform/errors.ts';

/** Throws `role.unknown`, with the roles that there are. */
export function mustBeRole(roles: Roles, role: string): void {
  if (roles.get(role) !== null) return;
  const known = roles.all.map((one) => one.role).join(', ');
  throw wrongField('role', 'role.unknown', `There is no role "${role}"; there are ${known}.`);
}
