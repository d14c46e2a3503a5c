import { addDays, type Day, today } from '#/platform/day.ts';
import { wholeTenant } from '#/platform/db/transaction.ts';
import { type FieldProblem, Problem } from '#/platform/errors.ts';
import { scopeWithin } from './bounded.ts';
import type { DirectoryEntry, Room, Workplace } from './workplace.ts';

/** Where a request is allowed to look, and where it looks. */
export interface Place {
  /** A tenant's code; without it the unit's code is looked up in the shared directory. */
  tenant?: string;
  /** A unit's code: only its subtree may be seen. */
  scope?: string;
}

export interface FoundUnit {
  room: Room;
  unitId: string;
  /** The path that the asker may see. */
  scope: string;
}

/** The unit that a code means on a day, with its tenant, if it lies under the caller's place. Throws `unit.unknown`, `code.ambiguous`, `tenant.unknown`. */
export async function findUnit(
  installation: Workplace,
  code: string,
  on: Day,
  { tenant, scope }: Place,
): Promise<FoundUnit> {
  if (tenant !== undefined) await installation.room(tenant); // a tenant that does not exist is not a unit that does not
  const entries = (await installation.directory(code)).filter(
    (entry) => tenant === undefined || entry.tenant === tenant,
  );
  const then = entries.filter((entry) => isIn(entry, on));
  const tenants = new Set(then.map((entry) => entry.tenant));
  if (tenants.size > 1) throw ambiguous(code, [...tenants]);
  const found = then[0];
  // What a narrow scope must not tell: that the code means something at another time or place.
  if (found === undefined)
    throw unknownUnit(code, on, scope === undefined && installation.bound.path === wholeTenant ? entries : []);
  const room = await installation.room(found.tenant);
  const path = await scopePath(installation, room, scope);
  if (path !== wholeTenant && !(await isUnder(room, found.unitId, path))) throw unknownUnit(code, on, []);
  return { room, unitId: found.unitId, scope: path };
}

/** The path of the unit whose subtree may be seen; all that the caller may see where none is named. Throws `unit.unknown`. */
export async function scopePath(installation: Workplace, room: Room, scope: string | undefined): Promise<string> {
  if (scope === undefined) return room.path;
  return room.openly('unit-places', 'scope', async ({ client }) => {
    // Today's unit of that code, else the last that had it; of those under the caller's place.
    const { rows } = await client.query(
      `select u.path from unit_code c join unit_scope u on u.unit_id = c.unit_id
       where c.code = $1 and strpos(u.path, nullif($3, '')) > 0
       order by c.valid @> $2::date desc, upper(c.valid) desc nulls first limit 1`,
      [scope, today(installation.clock), room.path],
    );
    if (rows.length === 0) throw unknownUnit(scope, today(installation.clock), [], 'scope');
    return scopeWithin(room.path, rows[0].path);
  });
}

/** The room a verb about a whole register works in: the one named, that of the scope's unit, or the only one. */
export async function findRoom(installation: Workplace, { tenant, scope }: Place): Promise<Room> {
  if (tenant !== undefined) return installation.room(tenant);
  const tenants = await installation.tenants();
  const [only, ...others] = tenants;
  if (only === undefined) throw new Problem('tenant.none', 'Nothing is recorded here yet.', { status: 404 });
  if (others.length === 0) return installation.room(only.code);
  if (scope !== undefined) return (await findUnit(installation, scope, today(installation.clock), {})).room;
  const list = tenants.map(({ code }) => code).join(', ');
  throw new Problem('tenant.ambiguous', `There are several tenants (${list}); name one with --tenant.`, {
    fields: tenants.map(({ code, name }) => ({
      field: 'tenant',
      code: 'tenant.ambiguous',
      message: `${code}: ${name}`,
    })),
  });
}

/** Days are compared as texts: they have all the same length. */
function isIn({ from, until }: DirectoryEntry, on: Day): boolean {
  return (from === null || from <= on) && (until === null || on < until);
}

async function isUnder(room: Room, unitId: string, path: string): Promise<boolean> {
  return room.openly('unit-places', 'scope', async ({ client }) => {
    const { rows } = await client.query('select from unit_scope where unit_id = $1 and strpos(path, $2) > 0', [
      unitId,
      path,
    ]);
    return rows.length > 0;
  });
}

function unknownUnit(code: string, on: Day, elsewhen: readonly DirectoryEntry[], field = 'unit'): Problem {
  const spans = elsewhen.map(({ from, until }) => ({ first: from, last: until === null ? null : addDays(until, -1) }));
  const hint = spans.map(({ first, last }) => `from ${first ?? '…'} to ${last ?? '…'}`).join(', ');
  const shown = (day: Day | null) => day?.split('-').reverse().join('/') ?? '…';
  const hintVi = spans.map(({ first, last }) => `từ ${shown(first)} đến ${shown(last)}`).join(', ');
  const message = `There is no unit with the code "${code}" on ${on}.${hint === '' ? '' : ` It means one ${hint}.`}`;
  const vi = `Không có đơn vị mang mã "${code}" vào ngày ${shown(on)}.${hintVi === '' ? '' : ` Mã này có ${hintVi}.`}`;
  return new Problem('unit.unknown', message, {
    status: 404,
    vi,
    fields: [{ field, code: 'unit.unknown', message, vi }],
  });
}

function ambiguous(code: string, tenants: readonly string[]): Problem {
  const fields = tenants.map(
    (tenant): FieldProblem => ({
      field: 'unit',
      code: 'code.ambiguous',
      message: `${code} of the tenant ${tenant}`,
      vi: `${code} của sổ ${tenant}`,
    }),
  );
  const message = `The code "${code}" means units of several tenants: ${tenants.join(', ')}. Name one with --tenant.`;
  const vi = `Mã "${code}" là của đơn vị ở nhiều sổ: ${tenants.join(', ')}. Hãy chọn một sổ.`;
  return new Problem('code.ambiguous', message, { status: 409, fields, vi });
}
