import { type RawBuilder, sql } from 'kysely';
import type { FactSource } from '#/kernel/figures/source.ts';
import { cellKinds, type UnitKind } from './contract.ts';

/** The levels that reports split by, of the unit that acted or decided: "cấp tỉnh, cấp huyện, cấp cơ sở, chi bộ". */
export const levelKinds = {
  central: ['central'],
  province: ['provincial'],
  district: ['district', 'bloc'],
  commune: ['commune', 'agency-body'],
  grassroots: ['grassroots-body', 'grassroots-cell'],
  section: ['section', 'sub-grassroots-body'],
  cell: ['cell'],
} as const satisfies Record<string, readonly UnitKind[]>;

export type ActingLevel = keyof typeof levelKinds;
export const actingLevels = Object.keys(levelKinds) as [ActingLevel, ...ActingLevel[]];

const isOfKinds = (facts: FactSource, alias: string, kinds: readonly string[]) => sql`exists (
    select from ${facts.table('unitKind', 'b')}
    where b.unit_id = ${sql.ref(`${alias}.by_unit_id`)} and b.valid @> ${sql.ref(`${alias}.on_day`)} and b.kind in (${sql.join(kinds)}))`;

/** The body that acted, of a fact with by_body, by_unit_id, on_day. Where a file names none the envelope says "committee": in a cell that is the cell itself. */
export const bodyThatActed = (facts: FactSource, alias: string): RawBuilder<unknown> => sql`case
    when ${sql.ref(`${alias}.by_body`)} = 'committee' and ${isOfKinds(facts, alias, cellKinds)} then 'cell'
    else ${sql.ref(`${alias}.by_body`)} end`;

/** Whether the unit that acted was of a level on that day. One outside this register is of none that is known. */
export const isOfLevel = (facts: FactSource, alias: string, level: string): RawBuilder<unknown> =>
  isOfKinds(facts, alias, levelKinds[level as ActingLevel]);
