import { sealedClasses } from '#/kernel/access/class-words.ts';
import type { Sight } from '#/kernel/access/grant-contract.ts';
import type { Role } from '#/kernel/access/roles.ts';

/** Which parts of what lies in its place a role can read; a role that there is no longer reads nothing. */
export function sightOf(role: Pick<Role, 'permissions' | 'sensitive'> | null): Sight {
  const may = (permission: string) => role?.permissions.has(permission) ?? false;
  const classes = [...(role?.sensitive ?? [])];
  return {
    record: may('members.read'),
    journal: may('journal.read'),
    attachments: may('attachments.read'),
    reveals: may('members.reveal') ? classes : [],
    unseals: may('members.unseal') ? classes.filter((one) => sealedClasses.has(one)) : [],
  };
}
