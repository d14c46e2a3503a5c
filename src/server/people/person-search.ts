import { sql } from 'kysely';
import type { PersonFound } from '#/domain/members/list-contract.ts';
import { isOn } from '#/kernel/figures/frame.ts';
import { factSource } from '#/kernel/figures/source.ts';
import { unitLabels } from '#/kernel/figures/unit-labels.ts';
import type { Placed } from './question.ts';
import { saysWhom } from './say-whom.ts';

type Found = Omit<PersonFound, 'unit'> & { unitId: string | null };

/** People of the register whom a text names: members of the day first, then by name. */
export async function searchPeople(
  { room, unitId, scope, on }: Placed,
  actor: string,
  { q, limit }: { q: string; limit: number },
): Promise<PersonFound[]> {
  return room.read({ actor, scope }, async ({ db }) => {
    const facts = factSource(db, null);
    const day = sql`${on}::date`;
    const under =
      unitId === null
        ? sql``
        : sql`and s.unit_id in (select l.unit_id from unit_line l where l.ancestor_id = ${unitId}::uuid and ${isOn(sql`l.valid`, day)})`;
    const { rows } = await sql<Found>`
      select m.person_id as person, p.code, m.name, m.born, s.unit_id, s.status
      from person_record m join person p on p.person_id = m.person_id
      ${unitId === null ? sql`left join` : sql`join`} standing s on s.person_id = m.person_id and ${isOn(sql`s.valid`, day)} ${under}
      where ${isOn(sql`m.valid`, day)} and strpos(m.scope, ${scope}) > 0 and ${saysWhom(facts, q, day)}
      order by s.unit_id is null, m.name_order collate "C", m.person_id limit ${limit}`.execute(db);
    const labelOf = await unitLabels(
      facts,
      rows.flatMap((row) => row.unitId ?? []),
    );
    return rows.map(({ unitId: at, ...row }) => ({ ...row, unit: at === null ? null : labelOf(at, on) }));
  });
}
