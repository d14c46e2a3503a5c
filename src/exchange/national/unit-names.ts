import type { Day } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';

/** Names of units, as they were called on a day or last before it. */
export interface UnitNames {
  nameOf: (unitId: string) => string | null;
  /** The name, with those of the superiors as far as it takes to tell it from the others: "Chi bộ 1, Đảng bộ xã A". */
  fullNameOf: (unitId: string) => string | null;
  parentOf: (unitId: string) => string | null;
}

interface Row {
  unitId: string;
  name: string;
  parentId: string | null;
}

// The last of each on or before the day; a unit that is not there yet has none.
const query = `
  select n.unit_id as "unitId", n.name, p.parent_id as "parentId"
  from (select distinct on (unit_id) unit_id, name from unit_name
        where lower(valid) is null or lower(valid) <= $1::date order by unit_id, lower(valid) desc nulls last) n
  left join (select distinct on (unit_id) unit_id, parent_id from unit_parent
        where lower(valid) is null or lower(valid) <= $1::date order by unit_id, lower(valid) desc nulls last) p using (unit_id)`;

export async function unitNames({ client }: Tx, on: Day): Promise<UnitNames> {
  const { rows } = await client.query<Row>(query, [on]);
  const units = new Map(rows.map((row) => [row.unitId, row]));
  const withSuperiors = (unitId: string, count: number): string => {
    const unit = units.get(unitId);
    if (unit === undefined) return '';
    const above = count === 0 || unit.parentId === null ? '' : withSuperiors(unit.parentId, count - 1);
    return above === '' ? unit.name : `${unit.name}, ${above}`;
  };
  const full = new Map<string, string>();
  let same: string[] = rows.map(({ unitId }) => unitId);
  for (let superiors = 0; same.length > 0 && superiors <= 8; superiors++) {
    const named = Map.groupBy(same, (unitId) => withSuperiors(unitId, superiors));
    for (const [name, those] of named) for (const unitId of those) full.set(unitId, name);
    same = [...named.values()].filter((those) => those.length > 1).flat();
  }
  return {
    nameOf: (unitId) => units.get(unitId)?.name ?? null,
    fullNameOf: (unitId) => full.get(unitId) ?? null,
    parentOf: (unitId) => units.get(unitId)?.parentId ?? null,
  };
}
