import { type Expression, sql } from 'kysely';
import type { Breakdown, StockRow, Told } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { typesAsked, type UnitKind } from '../contract.ts';
import { organisationTypes, organisationTypesOn } from '../organisations.ts';

/** Rows of units on the days on which their grassroots organisation is of an asked type. */
export function inOrganisations(facts: FactSource, rows: Expression<unknown>, asked: string): Expression<StockRow> {
  return sql<StockRow>`(
    select u.id, u.subject_id, u.unit_id, u.valid * t.valid as valid, u.act_id from (${rows}) u
    join ${organisationTypes(facts, typesAsked(asked))} t on t.unit_id = u.unit_id and t.valid && u.valid)`;
}

const isAsked = (asked: string, told: Told) => typesAsked(asked).includes(told as string | null);
const type = { column: 'type', is: isAsked };

/** Units of some kinds with their own type. */
export function typed(kinds: readonly UnitKind[]): Breakdown {
  return {
    rows: ({ table }) => sql<StockRow>`(
      select k.unit_id as id, k.unit_id as subject_id, k.unit_id, k.valid, k.act_id, k.type
      from ${table('unitKind', 'k')} where k.kind in (${sql.join([...kinds])}))`,
    args: { type },
    together: [['type']],
  };
}

/** The same with the type of the grassroots organisation that they belong to. */
export function byOrganisation(kinds: readonly UnitKind[]): Breakdown {
  return {
    rows: (facts, columns, on) => sql<StockRow>`(
      select k.unit_id as id, k.unit_id as subject_id, k.unit_id, k.valid, k.act_id, k.type
        ${columns.has('organisation') ? sql`, t.type as organisation` : sql``}
      from ${facts.table('unitKind', 'k')}
      ${columns.has('organisation') && on !== null ? sql`left join ${organisationTypesOn(facts, on)} t on t.unit_id = k.unit_id` : sql``}
      where k.kind in (${sql.join([...kinds])}))`,
    args: { type, organisation: { column: 'organisation', is: isAsked } },
    together: [['type', 'organisation']],
  };
}
