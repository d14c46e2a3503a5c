import type { ActForm } from '#/kernel/journal/draft-contract.ts';
import { actFromRow, toLine } from '#/kernel/journal/line.ts';
import { schemaPaths, visitPath } from '#/kernel/journal/schema-paths.ts';
import { Problem } from '#/platform/errors.ts';
import { isUuid } from '#/platform/ids.ts';
import type { Room, Workplace } from '../workplace.ts';

type Body = Record<string, unknown>;

/** A recorded act as its form shows it: units by the code they had then. Throws `act.unknown`. */
export async function actForm(
  { register }: Workplace,
  room: Room,
  asker: { actor: string; scope: string },
  id: string,
): Promise<ActForm> {
  const { row, codes } = await room.read(asker, async ({ client }) => {
    const found = (await client.query('select * from act where id = $1', [id])).rows[0];
    const ids =
      found === undefined ? [] : (JSON.stringify(found).match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []);
    const named = await client.query(
      `select distinct on (unit_id) unit_id, code from unit_code where unit_id = any($1::uuid[])
       order by unit_id, valid @> $2::date desc, upper(valid) desc nulls first`,
      [ids, found?.effective_on ?? '2000-01-01'],
    );
    return { row: found, codes: new Map<string, string>(named.rows.map((one) => [one.unit_id, one.code])) };
  });
  const kind = row === undefined ? undefined : register.kinds.get(row.kind);
  if (kind === undefined) throw new Problem('act.unknown', 'There is no such act.', { status: 404 });
  const line = structuredClone(toLine(actFromRow(row))) as Body;
  const codeOf = (value: unknown) => (isUuid(value) ? (codes.get(value) ?? value) : value);
  for (const { path, meta } of schemaPaths(kind.schema))
    if (meta.refers === 'unit')
      visitPath(line, path, (value, { container, key }) => {
        (container as Body)[key as string] = codeOf(value);
      });
  const actor = line.actor as Body | null | undefined;
  return { kind: kind.kind, line: actor == null ? line : { ...line, actor: { ...actor, unit: codeOf(actor.unit) } } };
}
