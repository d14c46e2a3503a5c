import { sql } from 'kysely';
import type { Frame } from '#/kernel/figures/frame.ts';

/** Whether the unit has, on the last day, a superior below the province: then the lines c) are printed. */
export async function isBelowSuperior({ tx, facts, unitId, on }: Frame): Promise<boolean> {
  const { rows } = await sql`
    select from ${facts.table('unitLine', 'l')}
    join ${facts.table('unitKind', 'k')} on k.unit_id = l.ancestor_id and k.valid @> ${on}::date
    where l.unit_id = ${unitId}::uuid and l.depth > 0 and l.valid @> ${on}::date and k.kind not in ('provincial', 'central')
    limit 1`.execute(tx);
  return rows.length > 0;
}
