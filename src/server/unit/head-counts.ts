import { sql } from 'kysely';
import type { UnitHead } from '#/domain/units/page-contract.ts';
import { answerTogether } from '#/kernel/figures/together.ts';
import type { OpenUnit } from './open-unit.ts';

/** Members and cells as their figures count them, and the direct subordinates of the day. */
export async function countsOfHead({
  db,
  facts,
  unitId,
  on,
  catalogue,
  count,
}: OpenUnit): Promise<Pick<UnitHead, 'members' | 'cells' | 'children'>> {
  const points = ['members', 'cells'].map((figure) => ({ figure, args: {}, from: on, to: on }));
  const [members, cells] = await count((frame) => answerTogether(frame, catalogue, points));
  const { rows } = await sql<{ children: number }>`
    select count(*)::integer as children from ${facts.table('unitParent', 'p')}
    where p.parent_id = ${unitId}::uuid and p.valid @> ${on}::date`.execute(db);
  return {
    members: Number(members?.value?.numerator ?? 0),
    cells: Number(cells?.value?.numerator ?? 0),
    children: rows[0]?.children ?? 0,
  };
}
