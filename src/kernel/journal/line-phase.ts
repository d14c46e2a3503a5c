import type { FactRow, FactRows } from '../facts/table.ts';
import { diffFacts, loadFacts, type TableDiff } from '../facts/write.ts';
import { linesOf, treeSpells, unitLine } from '../tree/lines.ts';
import type { Batch } from './batch.ts';

const shapesTheTree: ReadonlySet<string> = new Set(['unit_life', 'unit_parent']);

/** The lines of every unit whose own life or parents changed, and of all that ever lay under it. */
export async function lineDiff(
  batch: Batch,
  diffs: readonly TableDiff[],
  facts: ReadonlyMap<string, FactRows>,
): Promise<{ diff: TableDiff; moved: string[] }> {
  const { client } = batch.tx;
  const changed = new Set<string>();
  for (const { table, added, removed } of diffs)
    if (shapesTheTree.has(table.name))
      for (const row of [...added, ...removed.map((one) => one.row)]) changed.add(row.unit_id as string);
  if (changed.size === 0) return { diff: diffFacts(unitLine, [], []), moved: [] };

  const under = await client.query('select distinct unit_id from unit_line where ancestor_id = any($1::uuid[])', [
    [...changed],
  ]);
  const affected = new Set([...changed, ...under.rows.map((row) => row.unit_id as string)]);
  const tree = await spellsAbove(batch, affected, facts);
  const wanted = [...affected].flatMap((unitId) => linesOf(unitId, tree, batch.problems));
  const existing = await loadFacts(client, unitLine, [...affected]);
  const diff = diffFacts(unitLine, [...existing.values()].flat(), wanted);
  const moved = new Set([...diff.added, ...diff.removed.map(({ row }) => row)].map((row) => row.unit_id as string));
  return { diff, moved: [...moved] };
}

/** Lives and parents of the units and of all above them: the database's, with the batch's own units as folded just now. */
export async function spellsAbove(batch: Batch, unitIds: Iterable<string>, facts: ReadonlyMap<string, FactRows>) {
  const start = new Set(unitIds);
  for (const rows of facts.values()) for (const row of rows.unit_parent ?? []) start.add(row.parent_id as string);
  const query = (table: string, columns: string) =>
    batch.tx.client.query(
      `with recursive up(unit_id) as (
        select unnest($1::uuid[]) union select p.parent_id from unit_parent p join up on p.unit_id = up.unit_id
      ) select ${columns} from ${table} where unit_id in (select unit_id from up)`,
      [[...start]],
    );
  const life = await query('unit_life', 'unit_id, valid, act_id');
  const parents = await query('unit_parent', 'unit_id, valid, parent_id, act_id');
  const stored = (rows: FactRow[]) => rows.filter((row) => !facts.has(row.unit_id as string));
  const folded = [...facts.values()];
  return treeSpells(
    [...stored(life.rows), ...folded.flatMap((rows) => rows.unit_life ?? [])],
    [...stored(parents.rows), ...folded.flatMap((rows) => rows.unit_parent ?? [])],
  );
}
