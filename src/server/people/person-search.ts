import { type RawBuilder, sql } from 'kysely';
import type { PersonFound } from '#/domain/members/list-contract.ts';
import { isOn } from '#/kernel/figures/frame.ts';
import { factSource } from '#/kernel/figures/source.ts';
import { unitLabels } from '#/kernel/figures/unit-labels.ts';
import { type Tx, wholeTenant } from '#/platform/db/transaction.ts';
import { givenBeginnings } from '#/platform/names.ts';
import { unitsUnder } from './conditions.ts';
import { walked } from './page.ts';
import type { Placed } from './question.ts';
import { givenOf, LAST, lookUp, saysWhom } from './say-whom.ts';

type Found = Omit<PersonFound, 'unit'> & { unitId: string | null };

/**
 * People of the register whom a text names: members of the day first, and those first whose given name begins with its last
 * word, as people are called; then by name.
 */
export async function searchPeople(
  placed: Placed,
  actor: string,
  { q, limit }: { q: string; limit: number },
): Promise<PersonFound[]> {
  const { room, scope, on } = placed;
  return room.read({ actor, scope }, async (tx) => {
    const rows = (await amongTheGiven(tx, placed, q, limit)) ?? (await amongAll(tx, placed, q, limit));
    const units = rows.flatMap((row) => row.unitId ?? []);
    const labelOf = await unitLabels(factSource(tx.db, null), units);
    return rows.map(({ unitId: at, ...row }) => ({ ...row, unit: at === null ? null : labelOf(at, on) }));
  });
}

/** What many are called is found among the members of such a given name, in order; null: too few of them are called so. */
async function amongTheGiven(tx: Tx, placed: Placed, q: string, limit: number): Promise<Found[] | null> {
  // Under a narrow scope the walk would go by everybody who may not be seen.
  const isWide = placed.scope === wholeTenant;
  const beginnings = /\d/.test(q) || !isWide ? null : givenBeginnings(givenOf(q));
  if (beginnings === null) return null;
  const { scope, on, unitId } = placed;
  const facts = factSource(tx.db, null);
  const day = sql`${on}::date`;
  const there = sql`m.since <= ${day} and m.until > ${day}`;
  const under = unitId === null ? sql`` : sql`and m.unit_id in (${unitsUnder({ facts, on }, unitId)})`;
  // The end of a reading is looked at outside: with both ends PostgreSQL takes it for few rows, and sorts tens of thousands.
  const { rows } = await sql<Found>`
    select m.person_id as person, p.code, r.name, r.born, m.unit_id, m.status
    from (
      select m.* from unnest(${beginnings}::text[]) g (begins) cross join lateral (
        select m.* from roster m where ${there} and m.name_order collate "C" >= g.begins
        order by m.name_order collate "C", m.person_id limit ${walked}
      ) m where m.name_order collate "C" < g.begins || ${LAST} and strpos(m.scope, ${scope}) > 0 and ${saysWhom(facts, q, { day, found: null })} ${under}
      order by m.name_order collate "C", m.person_id limit ${limit}
    ) m join person p on p.person_id = m.person_id join person_record r on r.person_id = m.person_id and ${isOn(sql`r.valid`, day)}
    order by m.name_order collate "C", m.person_id`.execute(tx.db);
  return rows.length < limit ? null : rows;
}

async function amongAll({ db }: Tx, { unitId, scope, on }: Placed, q: string, limit: number): Promise<Found[]> {
  const facts = factSource(db, null);
  const day = sql`${on}::date`;
  const found = await lookUp(db, scope, q);
  const stands: RawBuilder<unknown> =
    unitId === null
      ? sql`left join standing s on s.person_id = m.person_id and ${isOn(sql`s.valid`, day)}`
      : sql`join standing s on s.person_id = m.person_id and ${isOn(sql`s.valid`, day)} and s.unit_id in (${unitsUnder({ facts, on }, unitId)})`;
  const { rows } = await sql<Found>`
    with named as materialized (
      select m.* from person_record m where ${isOn(sql`m.valid`, day)} and strpos(m.scope, ${scope}) > 0 and ${saysWhom(facts, q, { day, found })}
    )
    select m.person_id as person, p.code, m.name, m.born, s.unit_id, s.status
    from named m join person p on p.person_id = m.person_id ${stands}
    order by s.unit_id is null, not starts_with(split_part(m.name_key, ' ', -1), ${givenOf(q)}), m.name_order collate "C", m.person_id limit ${limit}`.execute(
    db,
  );
  return rows;
}
