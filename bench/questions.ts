import { between, pick, type Random } from '#/demo/random.ts';
import { addDays, type Day } from '#/platform/day.ts';
import type { OpenRoom } from '#/server/installation.ts';

/** A unit that stands today, with its level in the tree. */
export interface BenchUnit {
  id: string;
  code: string;
  level: string;
}

/** One question, as it is put to us, to plain SQL and to DuckDB. */
export interface Asked {
  unit: BenchUnit;
  /** A stock's day; the last day of a flow's period. */
  on: Day;
  from: Day | null;
}

const FIRST: Day = '2025-07-02';
const SPAN = 500;

/** The units by level, the widest first: only those that are there on every day that is asked. */
export async function unitsByLevel(room: OpenRoom): Promise<Map<string, BenchUnit[]>> {
  const { rows } = await room.read({ actor: 'bench' }, ({ client }) =>
    client.query(
      `select c.unit_id as id, c.code, case when l.depth = 0 then 'province' when k.kind in ('cell', 'grassroots-cell') then 'cell'
         when l.depth = 1 then 'commune' else 'grassroots body' end as level
       from unit_code c join unit_kind k using (unit_id),
         lateral (select max(depth) as depth from unit_line where unit_line.unit_id = c.unit_id and upper(valid) is null) l
       where upper(k.valid) is null and upper(c.valid) is null and lower(c.valid) <= '${FIRST}' order by l.depth, c.code`,
    ),
  );
  return Map.groupBy(rows as BenchUnit[], ({ level }) => level);
}

/** So many questions, in turn at each level; a period has up to a year. */
export function questions(r: Random, units: ReadonlyMap<string, BenchUnit[]>, count: number, isFlow: boolean): Asked[] {
  const all = [...units.values()];
  return Array.from({ length: count }, (_, n) => {
    const unit = pick(r, all[n % all.length] as BenchUnit[]);
    const start = between(r, 0, SPAN - 1);
    if (!isFlow) return { unit, on: addDays(FIRST, start), from: null };
    return { unit, from: addDays(FIRST, start), on: addDays(FIRST, between(r, start, Math.min(SPAN, start + 365))) };
  });
}
