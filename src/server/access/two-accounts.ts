import { holding } from '#/kernel/access/roles.ts';
import { areTwo, isOnePerson, makersOf } from '#/kernel/access/second-person.ts';
import type { Workplace } from '../workplace.ts';

/**
 * Whether two logins are two people in every register: no ties to one person, and neither account made by the other or both by
 * one who makes administrators alone. Who has no account owns the data folder, and is nobody's creature.
 */
export async function areTwoAccounts(whole: Workplace, a: string, b: string): Promise<boolean> {
  if (a === b) return false;
  const managing = holding(whole.roles, 'grants.manage');
  for (const { code } of await whole.tenants()) {
    const room = await whole.room(code);
    const isTwo = await room.read({ actor: 'accounts' }, async (tx) => {
      if (await isOnePerson(tx, a, b)) return false;
      const { rows } = await tx.client.query<{ id: string }>('select id from public.account where login = any($1)', [
        [a, b],
      ]);
      const [one, other] = rows.map(({ id }) => id);
      if (one === undefined || other === undefined) return true;
      return areTwo(await makersOf(tx, [one, other], managing), one, other);
    });
    if (!isTwo) return false;
  }
  return true;
}
