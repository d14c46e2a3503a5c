import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Breakdown, Told } from '#/kernel/figures/breakdown-rows.ts';
import type { StockRow } from '#/kernel/figures/figure.ts';
import { isOn } from '#/kernel/figures/frame.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { typesAsked, type UnitKind } from '../contract.ts';
import { organisationTypes, organisationTypesOn } from '../organisations.ts';

/** Rows of units on the days on which their grassroots organisation is of an asked type. */
export function inOrganisations(facts: FactSource, rows: Expression<unknown>, asked: string): Expression<StockRow> {
  return sql<StockRow>`(
    select u.id, u.subject_id, u.unit_id, u.valid * t.valid as valid, u.act_id from (${rows}) u
    join ${organisationTypes(facts, typesAsked(asked))} t on t.unit_id = u.unit_id and t.valid && u.valid)`;
}

const onDays = (days: readonly RawBuilder<unknown>[]) =>
  sql.join(
    days.map((day, i) => sql`, ${isOn(sql`k.valid`, day)} as ${sql.raw(`on${i}`)}`),
    sql``,
  );

const isAsked = (asked: string, told: Told) => typesAsked(asked).includes(told as string | null);

/** Units of some kinds by their own type, and by that of the grassroots organisation that they belong to: one scan for all kinds. */
export function byTypes(kinds: readonly UnitKind[], isWithin: boolean): Breakdown {
  return {
    rows: unitsOn,
    shared: { scan: 'units', column: 'kind', is: (told) => (kinds as readonly Told[]).includes(told) },
    args: {
      type: { column: 'type', is: isAsked },
      ...(isWithin ? { organisation: { column: 'organisation', is: isAsked } } : {}),
    },
    dated: ['organisation'],
    together: [
      ['kind', 'type'],
      ['kind', 'organisation'],
    ],
  };
}

function unitsOn(
  facts: FactSource,
  columns: ReadonlySet<string>,
  days: readonly RawBuilder<unknown>[],
): Expression<StockRow> {
  const each = columns.has('organisation') ? days.map((day, i) => ({ day, alias: sql.raw(`t${i}`), i })) : [];
  const told = each.map(({ alias, i }) => sql`, ${alias}.type as ${sql.raw(`organisation${i}`)}`);
  const types = each.map(
    ({ day, alias }) => sql`left join ${organisationTypesOn(facts, day)} ${alias} on ${alias}.unit_id = k.unit_id`,
  );
  return sql<StockRow>`(
    select k.unit_id as id, k.unit_id as subject_id, k.unit_id, k.valid, k.act_id, k.kind, k.type ${onDays(days)} ${sql.join(told, sql``)}
    from ${facts.table('unitKind', 'k')} ${sql.join(types, sql` `)})`;
}
