import type { PoolClient } from 'pg';
import type { Day } from '#/platform/day.ts';
import type { FactRow, FactRows, FactTable } from '../facts/table.ts';
import { treeSpells } from './lines.ts';
import { joinPaths, repath, scopeParent } from './scope.ts';

/** Paths of units in today's tree, for the rows that carry them. */
export class Paths {
  readonly #paths = new Map<string, string>();

  async load(client: PoolClient, unitIds: Iterable<string | null | undefined>): Promise<void> {
    const wanted = [...new Set(unitIds)].filter((id): id is string => typeof id === 'string' && !this.#paths.has(id));
    if (wanted.length === 0) return;
    const { rows } = await client.query({
      name: 'paths',
      text: 'select unit_id, path from unit_scope where unit_id = any($1::uuid[])',
      values: [wanted],
    });
    for (const row of rows) this.#paths.set(row.unit_id, row.path);
  }

  of(unitId: string | null | undefined): string | undefined {
    return unitId == null ? undefined : this.#paths.get(unitId);
  }

  /** The scope of something that concerns these units. */
  scope(unitIds: Iterable<string | null | undefined>): string {
    return joinPaths([...unitIds].map((id) => this.of(id)));
  }

  forget(): void {
    this.#paths.clear();
  }
}

/** Whom the units lie under today. */
function aboveToday(unitIds: readonly string[], facts: ReadonlyMap<string, FactRows>, today: Day) {
  const ownRows = unitIds.map((id) => facts.get(id) ?? {});
  const lives = ownRows.flatMap((rows) => rows.unit_life ?? []);
  const tree = treeSpells(
    lives,
    ownRows.flatMap((rows) => rows.unit_parent ?? []),
  );
  // By the rows, which every unit here has: ends are known otherwise only of those that the batch itself touches.
  const successors = new Map(lives.map((row) => [row.unit_id as string, row.successor_id as string | null]));
  const parents = new Map(
    unitIds.map((id) => [id, tree.life.has(id) ? scopeParent(id, today, tree, successors) : null]),
  );
  return { tree, parents };
}

/**
 * Places the units in today's tree again, and carries what changed into every row under them. A unit whose beginning was
 * withdrawn keeps its place and label: what was once believed of it hangs there, and it may come back.
 */
export async function placeInToday(
  client: PoolClient,
  unitIds: readonly string[],
  facts: ReadonlyMap<string, FactRows>,
  today: Day,
  tables: readonly FactTable[],
): Promise<void> {
  const { tree, parents } = aboveToday(unitIds, facts, today);
  const stored = new Map<string, { label: string; path: string }>();
  const about = [...new Set([...unitIds, ...[...parents.values()].filter((id) => id !== null)])];
  const { rows } = await client.query('select unit_id, label, path from unit_scope where unit_id = any($1::uuid[])', [
    about,
  ]);
  for (const row of rows) stored.set(row.unit_id, row);
  const fresh = unitIds.filter((id) => tree.life.has(id) && !stored.has(id));
  const labels = await client.query("select nextval('unit_label')::text as no from generate_series(1, $1)", [
    fresh.length,
  ]);
  const label = new Map(fresh.map((id, i) => [id, Number(labels.rows[i].no).toString(36)]));

  const paths = new Map<string, string>();
  const pathOf = (id: string, seen: readonly string[]): string => {
    const known = paths.get(id);
    if (known !== undefined) return known;
    if (!parents.has(id)) return stored.get(id)?.path ?? '|';
    const parent = parents.get(id) ?? null;
    const above = parent === null || seen.includes(parent) ? '|' : pathOf(parent, [...seen, id]);
    const path = `${above}${label.get(id) ?? stored.get(id)?.label}.`;
    paths.set(id, path);
    return path;
  };
  const depth = (path: string) => path.split('.').length;
  const moves: { old: string; new: string }[] = [];
  for (const id of unitIds) {
    if (!tree.life.has(id)) continue;
    const path = pathOf(id, []);
    const before = stored.get(id)?.path;
    if (before !== undefined && before !== path) moves.push({ old: before, new: path });
  }
  await carry(
    client,
    moves.toSorted((a, b) => depth(a.old) - depth(b.old)),
    tables,
  );
  await client.query(
    'insert into unit_scope (unit_id, label, path) select * from json_to_recordset($1::json) as u (unit_id uuid, label text, path text)',
    [JSON.stringify(fresh.map((id) => ({ unit_id: id, label: label.get(id), path: paths.get(id) })))],
  );
}

/**
 * Places again the units whose superior, or end, came into force after `since`: a decision may be recorded long before
 * the day on which it takes effect.
 */
export async function placeWhatCame(
  client: PoolClient,
  since: Day,
  today: Day,
  tables: readonly FactTable[],
): Promise<void> {
  if (since >= today) return;
  const { rows } = await client.query(
    `select distinct unit_id from (select unit_id, valid from unit_parent union all select unit_id, valid from unit_life) s
     where (lower(valid) > $1::date and lower(valid) <= $2::date) or (upper(valid) > $1::date and upper(valid) <= $2::date)`,
    [since, today],
  );
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.unit_id as string);
  const rowsOf = async (table: string) =>
    Map.groupBy(
      (await client.query<FactRow>(`select * from ${table} where unit_id = any($1::uuid[]) order by valid`, [ids]))
        .rows,
      (row) => row.unit_id as string,
    );
  const [lives, parents] = [await rowsOf('unit_life'), await rowsOf('unit_parent')];
  const facts = new Map(ids.map((id) => [id, { unit_life: lives.get(id) ?? [], unit_parent: parents.get(id) ?? [] }]));
  await placeInToday(client, ids, facts, today, tables);
}

/** Upper units first: what lay under them has moved along when its own turn comes. */
async function carry(
  client: PoolClient,
  moves: { old: string; new: string }[],
  tables: readonly FactTable[],
): Promise<void> {
  const done: { old: string; new: string }[] = [];
  for (const move of moves) {
    const now = done.reduce((path, step) => path.replace(step.old, step.new), move.old);
    if (now === move.new) continue;
    await client.query('update unit_scope set path = replace(path, $1, $2) where strpos(path, $1) > 0', [
      now,
      move.new,
    ]);
    await repath(client, tables, [{ old: now, new: move.new }]);
    done.push({ old: now, new: move.new });
  }
}
