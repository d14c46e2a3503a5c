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
import { firstNamed, givenOf, LAST, lookUp, saysWhom } from './say-whom.ts';

type Found = Omit<PersonFound, 'unit'> & { unitId: string | null };

/**
 * People of the register whom a text names: members of the day first, and those first whose given name begins with its last
 * word, as people are called; then by name.
 */
export async function searchPeople(
  placed: Placed,
  actor: string,
  asked: { q: string; limit: number },
): Promise<PersonFound[]> {
  const { room, scope, on } = placed;
  return room.read({ actor, scope }, async (tx) => {
    const rows = await found(tx, placed, asked);
    const units = rows.flatMap((row) => row.unitId ?? []);
    const labelOf = await unitLabels(factSource(tx.db, null), units);
    return rows.map(({ unitId: at, ...row }) => ({ ...row, unit: at === null ? null : labelOf(at, on) }));
  });
}

interface Asked {
  q: string;
  limit: number;
}

/** So many rows are looked at first, of whatever ways there are to read the given name. */
const atFirst = 2_000;

/** What very many are called stands close together in the order of names; what some are called, an index finds; else each name is looked at. */
async function found(tx: Tx, placed: Placed, asked: Asked): Promise<Found[]> {
  const readings = readingsOf(placed, asked.q);
  const close = await amongTheGiven(tx, placed, asked, readings, Math.ceil(atFirst / Math.max(readings.length, 1)));
  if (close !== null) return close;
  const named = await amongTheNamed(tx, placed, asked);
  if (named !== null) return named;
  return (await amongTheGiven(tx, placed, asked, readings, walked)) ?? amongAll(tx, placed, asked.q, asked.limit, null);
}

/** How the given name that is meant may be written. Under a narrow scope none: the walk would go by everybody who may not be seen. */
function readingsOf({ scope }: Placed, q: string): readonly string[] {
  return /\d/.test(q) || scope !== wholeTenant ? [] : (givenBeginnings(givenOf(q)) ?? []);
}

type Walked = Found & { isFit: boolean; isLast: boolean };

/**
 * Members called so, found among those of such a given name, in order: of each way to read it the first `most` are looked at.
 * Null: too few of these are called so to say who comes first.
 */
async function amongTheGiven(
  tx: Tx,
  { scope, on, unitId }: Placed,
  { q, limit }: Asked,
  readings: readonly string[],
  most: number,
): Promise<Found[] | null> {
  if (readings.length === 0) return null;
  const facts = factSource(tx.db, null);
  const day = sql`${on}::date`;
  const there = sql`m.since <= ${day} and m.until > ${day}`;
  const under = unitId === null ? sql`` : sql`and m.unit_id in (${unitsUnder({ facts, on }, unitId)})`;
  // The end of a reading is looked at outside: with both ends PostgreSQL takes it for few rows, and sorts tens of thousands.
  // The last row looked at comes along, fit or not: behind it nobody has looked.
  const { rows } = await sql<Walked>`
    select m.person_id as person, p.code, r.name, r.born, m.unit_id, m.status, m.is_fit, m.n = ${most} as is_last
    from (
      select m.* from unnest(${readings}::text[]) g (begins) cross join lateral (
        select m.*, (strpos(m.scope, ${scope}) > 0 and ${saysWhom(facts, q, { day, found: null })} ${under}) as is_fit from (
          select m.*, row_number() over (order by m.name_order collate "C", m.person_id) as n from roster m
          where ${there} and m.name_order collate "C" >= g.begins order by m.name_order collate "C", m.person_id limit ${most}
        ) m
      ) m where m.name_order collate "C" < g.begins || ${LAST} and (m.is_fit or m.n = ${most})
      order by m.name_order collate "C", m.person_id limit ${limit + 1}
    ) m join person p on p.person_id = m.person_id join person_record r on r.person_id = m.person_id and ${isOn(sql`r.valid`, day)}
    order by m.name_order collate "C", m.person_id`.execute(tx.db);
  const end = rows.findIndex(({ isLast }) => isLast);
  const sure = (end === -1 ? rows : rows.slice(0, end + 1)).filter(({ isFit }) => isFit).slice(0, limit);
  return sure.length < limit ? null : sure.map(({ isFit: _, isLast: __, ...row }) => row);
}

/** So many times what is asked are looked at of those whom the index finds: not all of them are members on the day. */
const atOnce = 4;

/** By the index of the words of names. Null: too many, or whoever is named by a code or a number. */
async function amongTheNamed(tx: Tx, placed: Placed, { q, limit }: Asked): Promise<Found[] | null> {
  const by = sql`not ${isGiven(q)}, m.name_order collate "C", m.person_id`;
  const first = { by, after: sql`true`, most: limit * atOnce };
  const named = await firstNamed(factSource(tx.db, null), placed, q, first);
  if (named === null) return null;
  const rows = await amongAll(tx, placed, q, limit, named.ids);
  // Members come before all others: when there are enough of them, nobody behind comes before.
  return named.isAll || (rows.length === limit && rows.every(({ unitId }) => unitId !== null)) ? rows : null;
}

/** Whether the given name (m.name_key) begins with the last word, as people are called. */
const isGiven = (q: string) => sql`starts_with(split_part(m.name_key, ' ', -1), ${givenOf(q)})`;

/** Of the people that are known to be called so, or else of all, whom the text names. */
async function amongAll(
  { db }: Tx,
  { unitId, scope, on }: Placed,
  q: string,
  limit: number,
  known: readonly string[] | null,
): Promise<Found[]> {
  const facts = factSource(db, null);
  const day = sql`${on}::date`;
  const whom =
    known === null
      ? saysWhom(facts, q, { day, found: await lookUp(db, { scope, on }, q) })
      : sql`m.person_id = any(${known}::uuid[])`;
  const stands: RawBuilder<unknown> =
    unitId === null
      ? sql`left join standing s on s.person_id = m.person_id and ${isOn(sql`s.valid`, day)}`
      : sql`join standing s on s.person_id = m.person_id and ${isOn(sql`s.valid`, day)} and s.unit_id in (${unitsUnder({ facts, on }, unitId)})`;
  const { rows } = await sql<Found>`
    with named as materialized (
      select m.* from person_record m where ${isOn(sql`m.valid`, day)} and strpos(m.scope, ${scope}) > 0 and ${whom}
    )
    select m.person_id as person, p.code, m.name, m.born, s.unit_id, s.status
    from named m join person p on p.person_id = m.person_id ${stands}
    order by s.unit_id is null, not ${isGiven(q)}, m.name_order collate "C", m.person_id limit ${limit}`.execute(db);
  return rows;
}
