import { addFacts, removeFacts } from '../facts/write.ts';
import { writeDirectory } from '../tree/directory.ts';
import { Paths, placeInToday } from '../tree/paths.ts';
import type { Batch } from './batch.ts';
import type { UnitPhase } from './unit-phase.ts';

/** Writes what a batch changed about units: rows, lines, places in today's tree, codes. */
export async function writeUnits(batch: Batch, phase: UnitPhase): Promise<void> {
  const { client } = batch.tx;
  if (phase.facts.size === 0) return;
  for (const { table, removed } of phase.diffs) await removeFacts(client, table, removed, batch.recordedAt);
  await placeInToday(client, [...phase.facts.keys()], phase.facts, batch.today, batch.register.tables);
  const paths = new Paths();
  await paths.load(client, phase.facts.keys());
  await addFacts(client, phase.diffs, batch.recordedAt, (table, row) =>
    paths.scope([row[table.subjectColumn] as string]),
  );
  const codes = [...phase.facts.values()].flatMap((rows) => rows.unit_code ?? []);
  await writeDirectory(client, batch.tenant, [...phase.facts.keys()], codes);
  // Acts about units that had no place in the tree when they were written, and what is kept secret of them.
  await client.query(
    `with u as (
       select s.act_id, string_agg(distinct p.path, '' order by p.path) as paths
       from act b join act_subject s on s.act_id = b.id join unit_scope p on p.unit_id = s.subject_id
       where b.recorded_at = $1::timestamptz group by s.act_id
     ), acts as (update act a set scope = u.paths from u where a.id = u.act_id and a.scope <> u.paths)
     update sensitive_value v set scope = u.paths from u where v.act_id = u.act_id and v.scope <> u.paths`,
    [batch.recordedAt],
  );
}

/** Units whose lines are written anew, or facts that tallies are made of: a meeting held leaves no trace in them. */
export function unitsTouched(phase: UnitPhase, tallied: ReadonlySet<string>): string[] {
  const changed = phase.diffs
    .filter(({ table }) => tallied.has(table.name))
    .flatMap(({ table, added, removed }) =>
      [...added, ...removed.map(({ row }) => row)].map((row) => row[table.subjectColumn] as string),
    );
  return [...new Set([...changed, ...phase.moved])];
}
