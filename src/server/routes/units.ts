import { sql } from 'kysely';
import { z } from 'zod';
import { dayField } from '#/platform/contract/fields.ts';
import { today } from '#/platform/day.ts';
import { route } from '../api.ts';
import { findRoom, findUnit, scopePath } from '../find-unit.ts';
import { unitLabel } from './shapes.ts';

const child = unitLabel.extend({
  id: z.string(),
  kind: z.string().nullable(),
  type: z.string().nullable(),
  hasChildren: z.boolean(),
});

/** A page of units by code; `after` is the last code of the page before. */
export const listUnits = route({
  method: 'GET',
  path: '/api/units',
  summary: {
    vi: 'Đơn vị cấp dưới trực tiếp của một đơn vị vào một ngày; không nêu đơn vị: các gốc của sổ',
    en: 'Direct subordinates of a unit on a day; without a unit the roots of the register',
  },
  permission: 'signed-in',
  input: z.strictObject({
    unit: z.string().optional(),
    on: dayField.optional(),
    tenant: z.string().optional(),
    scope: z.string().optional(),
    after: z.string().default(''),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: z.object({ on: dayField, units: z.array(child), next: z.string().nullable() }),
  handler: async ({ unit, on, tenant, scope, after, limit }, { installation, actor }) => {
    const day = on ?? today(installation.clock);
    const place = { tenant, scope };
    const found =
      unit === undefined ? await roots(installation, place) : await findUnit(installation, unit, day, place);
    return found.room.read({ actor, scope: found.scope }, async ({ db }) => {
      const { rows } = await sql<z.infer<typeof child>>`
        select l.unit_id as id, c.code, n.name, k.kind, k.type,
          exists (select from unit_parent p where p.parent_id = l.unit_id and p.valid @> ${day}::date) as has_children
        from unit_life l
        join unit_code c on c.unit_id = l.unit_id and c.valid @> ${day}::date
        join unit_name n on n.unit_id = l.unit_id and n.valid @> ${day}::date
        left join unit_kind k on k.unit_id = l.unit_id and k.valid @> ${day}::date
        left join unit_parent p on p.unit_id = l.unit_id and p.valid @> ${day}::date
        join unit_scope s on s.unit_id = l.unit_id
        where l.valid @> ${day}::date and c.code > ${after} and strpos(s.path, ${found.scope}) > 0
          and ${found.unitId === null ? sql`p.parent_id is null` : sql`p.parent_id = ${found.unitId}::uuid`}
        order by c.code limit ${limit + 1}`.execute(db);
      const units = rows.slice(0, limit);
      return { on: day, units, next: rows.length > limit ? (units.at(-1)?.code ?? null) : null };
    });
  },
});

async function roots(installation: Parameters<typeof findRoom>[0], place: Parameters<typeof findRoom>[1]) {
  const room = await findRoom(installation, place);
  return { room, unitId: null, scope: await scopePath(installation, room, place.scope) };
}
