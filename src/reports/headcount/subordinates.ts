import { sql } from 'kysely';
import type { Frame } from '#/kernel/figures/frame.ts';
import { unitLabels } from '#/kernel/figures/unit-labels.ts';
import { Problem } from '#/platform/errors.ts';

/** A direct subordinate of the asked unit on the last day of the period. */
export interface Subordinate {
  unitId: string;
  code: string;
  name: string;
}

/** Minutes are drawn up between neighbouring levels: more than a hall can hold are compared level by level. */
const mostUnits = 300;

/** In the order of their codes. Throws `report.too-many-units`. */
export async function subordinates(frame: Frame): Promise<Subordinate[]> {
  const { rows } = await sql<{ unitId: string }>`
    select l.unit_id from ${frame.facts.table('unitLine', 'l')}
    where l.ancestor_id = ${frame.unitId}::uuid and l.depth = 1 and l.valid @> ${frame.on}::date`.execute(frame.tx);
  if (rows.length > mostUnits) throw tooMany(rows.length);
  const labelOf = await unitLabels(
    frame.facts,
    rows.map(({ unitId }) => unitId),
  );
  return rows
    .map(({ unitId }) => ({ unitId, ...labelOf(unitId, frame.on) }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

function tooMany(count: number): Problem {
  return new Problem(
    'report.too-many-units',
    `The minutes compare at most ${mostUnits} direct subordinates; this unit has ${count}.`,
    {
      vi: `Biên bản đối chiếu nhiều nhất ${mostUnits} đơn vị trực thuộc; đơn vị này có ${count}. Hãy lập biên bản ở cấp dưới.`,
    },
  );
}
