import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import * as contract from '#/domain/units/unit-contract.ts';
import { type Day, today } from '#/platform/day.ts';
import { wholeTenant } from '#/platform/db/transaction.ts';
import { route } from '../api.ts';
import { findRoom, findUnit, scopePath } from '../find-unit.ts';
import { searchUnits as search } from '../search-units.ts';

/** What a tree shows of each unit; `l` is its life. */
const columns = (day: Day): RawBuilder<unknown> => sql`
  l.unit_id as id, c.code, n.name, k.kind, k.type,
  exists (select from unit_parent p where p.parent_id = l.unit_id and p.valid @> ${day}::date) as has_children`;

/** The code and name of a day, and its kind where there is one. */
const labels = (day: Day): RawBuilder<unknown> => sql`
  join unit_code c on c.unit_id = l.unit_id and c.valid @> ${day}::date
  join unit_name n on n.unit_id = l.unit_id and n.valid @> ${day}::date
  left join unit_kind k on k.unit_id = l.unit_id and k.valid @> ${day}::date`;

export const listUnits = route(contract.listUnits, async (input, { installation, actor }) => {
  const { unit, on, tenant, scope, after, limit } = input;
  const day = on ?? today(installation.clock);
  const place = { tenant, scope };
  const found = unit === undefined ? await roots(installation, place) : await findUnit(installation, unit, day, place);
  return found.room.read({ actor, scope: found.scope }, async ({ db }) => {
    const { rows } = await sql<z.infer<typeof contract.child>>`
      select ${columns(day)} from unit_life l ${labels(day)}
      left join unit_parent p on p.unit_id = l.unit_id and p.valid @> ${day}::date
      join unit_scope s on s.unit_id = l.unit_id
      where l.valid @> ${day}::date and c.code > ${after} and strpos(s.path, ${found.scope}) > 0
        and ${found.unitId === null ? rootsOf(found.scope) : sql`p.parent_id = ${found.unitId}::uuid`}
      order by c.code limit ${limit + 1}`.execute(db);
    const units = rows.slice(0, limit);
    return { on: day, units, next: rows.length > limit ? (units.at(-1)?.code ?? null) : null };
  });
});

/** Of a part of the tree the unit that it is named by: others have a superior there. */
function rootsOf(scope: string): RawBuilder<unknown> {
  return scope === wholeTenant ? sql`p.parent_id is null` : sql`s.path = ${scope}`;
}

async function roots(installation: Parameters<typeof findRoom>[0], place: Parameters<typeof findRoom>[1]) {
  const room = await findRoom(installation, place);
  return { room, unitId: null, scope: await scopePath(installation, room, place.scope) };
}

export const readUnit = route(contract.readUnit, async ({ code, on, ...place }, { installation, actor }) => {
  const day = on ?? today(installation.clock);
  const { room, unitId, scope } = await findUnit(installation, code, day, place);
  const [found] = await search(room, { actor, scope }, { unitId, on: day, limit: 1 });
  if (found === undefined) throw new Error(`the directory has the unit ${code} and its register has not`);
  return found;
});

export const searchUnits = route(contract.searchUnits, async ({ q, on, limit, ...place }, { installation, actor }) => {
  const day = on ?? today(installation.clock);
  const isOneRoom = place.tenant !== undefined || place.scope !== undefined;
  const rooms = isOneRoom
    ? [await findRoom(installation, place)]
    : await Promise.all((await installation.tenants()).map(({ code }) => installation.room(code)));
  const found = await Promise.all(
    rooms.map(async (room) => {
      const scope = await scopePath(installation, room, place.scope);
      return search(room, { actor, scope }, { q, on: day, limit });
    }),
  );
  return { units: found.flat().slice(0, limit) };
});
