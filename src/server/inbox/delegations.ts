import { addDays } from '#/platform/day.ts';
import { titleOf } from '../access/shown.ts';
import { unitsCalled } from '../access/units-called.ts';
import type { Source } from './source.ts';

/** So many days ahead it is told that a role ends: time enough to grant it again. */
const ahead = 14;

interface Ending {
  id: string;
  login: string;
  role: string;
  unit: string | null;
  by: string;
  since: string;
  last: string;
}

/** Roles that end soon: one's own, and what one has passed on. */
export const delegations: Source = {
  name: 'delegations',
  needs: 'register.read',
  lines: async ({ installation, room, actor, seat, on }) => {
    const own = seat.capacity?.grant.id;
    if (own === undefined) return [];
    return room.read({ actor }, async (tx) => {
      const { rows } = await tx.client.query<Ending>(
        `select g.id, g.login, g.role, g.unit_id as unit, g.granted_by as by, lower(g.valid)::text as since, (upper(g.valid) - 1)::text as last
         from role_grant g where (g.id = $1 or g.delegated_from = $1) and g.ended_at is null
           and g.valid @> $2::date and upper(g.valid) <= $3::date order by upper(g.valid), g.id`,
        [own, on, addDays(on, ahead + 1)],
      );
      const called = await unitsCalled(
        tx,
        rows.map(({ unit }) => unit),
        on,
      );
      return rows.map(({ id, login, role, unit, by, since, last }) => {
        const { vi, en } = titleOf(installation.roles, role);
        const what =
          id === own
            ? { vi: `Vai trò của mình sắp hết hạn: ${vi}`, en: `Your role ends soon: ${en}` }
            : { vi: `Ủy quyền sắp hết hạn: ${vi}`, en: `A delegation ends soon: ${en}` };
        const about = unit === null ? null : (called.get(unit) ?? null);
        return {
          ...{ source: 'delegations', id, what, by, since, note: null, due: last, isWaiting: true },
          about: login,
          unit: about,
          opens: { page: 'access' } as const,
        };
      });
    });
  },
};
