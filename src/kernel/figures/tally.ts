import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DB } from '#/platform/db/types.gen.ts';
import type { CountFigure, Figure } from './figure.ts';
import { WHOLE_TENANT } from './frame.ts';
import { type FactSource, factSource } from './source.ts';

// A tally is the change of a count on a day at a unit: a stock goes up where a row and the line to the unit both begin to
// hold and down where one of them ends; a flow goes up on its day at every unit above. It follows from the figure's own
// rule, so it is a cache and not a second truth.

/** The persons whose facts, and the units whose facts or lines, are about to be rewritten (or have just been). */
export interface Touched {
  personIds: readonly string[];
  unitIds: readonly string[];
}

/** A tally that does not say what the rule says. */
export interface TallyFault {
  figure: string;
  unitId: string;
  day: string;
  expected: number;
  found: number;
}

/** What the touched subjects contributed to the tallies before they were rewritten, as PostgreSQL's own text of arrays. */
export interface Contributions {
  touched: Touched;
  unitIds: string | null;
  figures: string | null;
  days: string | null;
  changes: string | null;
}

/** Remembers what the touched subjects contribute: called before their facts or lines are rewritten. Writes nothing. */
export async function contributions(
  tx: Kysely<DB>,
  figures: readonly Figure[],
  touched: Touched,
): Promise<Contributions> {
  const nothing = { touched, unitIds: null, figures: null, days: null, changes: null };
  const tallied = figures.filter(isTallied);
  if (tallied.length === 0 || isNobody(touched)) return nothing;
  const { rows } = await sql<Omit<Contributions, 'touched'>>`
    with ${changesOf(tx, tallied, (rows) => touchedRows(rows, touched))}
    select array_agg(unit_id)::text as unit_ids, array_agg(figure)::text as figures, array_agg(day)::text as days,
      array_agg(change)::text as changes from change`.execute(tx);
  return { ...nothing, ...rows[0] };
}

/**
 * Moves the tallies by the difference between what the touched subjects contributed before and contribute now: called
 * after their facts and lines were rewritten. The difference, because most of it cancels out: a transfer within a
 * commune leaves no trace in the commune's tallies, nor in the province's.
 */
export async function moveTallies(tx: Kysely<DB>, figures: readonly Figure[], before: Contributions): Promise<void> {
  const tallied = figures.filter(isTallied);
  if (tallied.length === 0 || isNobody(before.touched)) return;
  const { rows: zeros } = await sql<{ unitId: string; figure: string; day: string }>`
    with ${changesOf(tx, tallied, (rows) => touchedRows(rows, before.touched))},
    difference as (
      select unit_id, figure, day, sum(change)::integer as change from (
        select unit_id, figure, day, change from change
        union all
        select b.unit_id, b.figure, b.day, -b.change
        from unnest(${before.unitIds}::uuid[], ${before.figures}::text[], ${before.days}::date[], ${before.changes}::integer[]) b (unit_id, figure, day, change)
      ) moved group by 1, 2, 3 having sum(change) <> 0
    ),
    written as (
      insert into tally (unit_id, figure, day, change) select unit_id, figure, day, change from difference order by 1, 2, 3
      on conflict on constraint tally_pkey do update set change = tally.change + excluded.change
      returning unit_id, figure, day, change
    ) select unit_id, figure, day from written where change = 0`.execute(tx);
  if (zeros.length === 0) return;
  const keys = sql`unnest(${zeros.map((z) => z.unitId)}::uuid[], ${zeros.map((z) => z.figure)}::text[], ${zeros.map((z) => z.day)}::date[])`;
  await sql`delete from tally t using ${keys} z (unit_id, figure, day)
    where t.unit_id = z.unit_id and t.figure = z.figure and t.day = z.day`.execute(tx);
}

function isNobody({ personIds, unitIds }: Touched): boolean {
  return personIds.length === 0 && unitIds.length === 0;
}

/** Makes all tallies anew: after a bulk load. */
export async function rebuildTallies(tx: Kysely<DB>, figures: readonly Figure[]): Promise<void> {
  await sql`delete from tally`.execute(tx);
  const tallied = figures.filter(isTallied);
  if (tallied.length === 0) return;
  await sql`with ${changesOf(tx, tallied, (rows) => sql`(${rows})`)}
    insert into tally (unit_id, figure, day, change) select unit_id, figure, day, change from change order by 1, 2, 3`.execute(
    tx,
  );
}

/** Compares the tallies with the rules; no row is a tally that is right. At most 1,000 faults. */
export async function verifyTallies(tx: Kysely<DB>, figures: readonly Figure[]): Promise<TallyFault[]> {
  const tallied = figures.filter(isTallied);
  const expected =
    tallied.length > 0
      ? changesOf(tx, tallied, (rows) => sql`(${rows})`)
      : sql`change as (select unit_id, figure, day, change from tally where false)`;
  const { rows } = await sql<TallyFault>`with ${expected}
    select figure, unit_id, day, coalesce(e.change, 0) as expected, coalesce(f.change, 0) as found
    from change e full join tally f using (unit_id, figure, day)
    where e.change is distinct from f.change
    order by figure, unit_id, day limit 1000`.execute(tx);
  return rows;
}

/** The tables that the tallied figures' rules read, by their names in the database. */
export function tablesOfTallies(db: Kysely<DB>, figures: readonly Figure[]): ReadonlySet<string> {
  const known = tables.get(figures);
  if (known !== undefined) return known;
  const read = new Set<string>();
  const facts = factSource(db, null);
  const noting: FactSource = {
    ...facts,
    table: (name, alias) => {
      read.add(name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
      return facts.table(name, alias);
    },
  };
  for (const figure of figures.filter(isTallied)) figure.rows(noting, {});
  tables.set(figures, read);
  return read;
}

const tables = new WeakMap<readonly Figure[], ReadonlySet<string>>();

function isTallied(figure: Figure): figure is CountFigure {
  return figure.type === 'count' && !!figure.tally;
}

/** Rows of a rule that the touched subjects have a hand in, each once. */
function touchedRows(rows: RawBuilder<unknown>, { personIds, unitIds }: Touched): RawBuilder<unknown> {
  const bySubject = isAmong(sql`r.subject_id`, [...personIds, ...unitIds]);
  if (unitIds.length === 0) return sql`(select * from (${rows}) r where ${bySubject})`;
  return sql`(select * from (${rows}) r where ${bySubject} union all
    select * from (${rows}) r where ${isAmong(sql`r.unit_id`, unitIds)} and (${bySubject}) is not true)`;
}

/**
 * A semi-join over an array and not `or` or `= any()`: row-level security keeps other operators from the indexes, and
 * GiST knows no arrays. One id alone is what a screen posts: an equation is planned in half the time.
 */
function isAmong(column: RawBuilder<unknown>, ids: readonly string[]): RawBuilder<boolean> {
  if (ids.length === 1) return sql<boolean>`${column} = ${ids[0]}::uuid`;
  return sql<boolean>`${column} in (select unnest(${[...ids]}::uuid[]))`;
}

/** Common table expressions that end in `change` (unit_id, figure, day, change): the rules' rows carried up the tree and summed. */
function changesOf(
  tx: Kysely<DB>,
  figures: readonly CountFigure[],
  pick: (rows: RawBuilder<unknown>) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  const facts = factSource(tx, null);
  const rowsOf = (figure: CountFigure): RawBuilder<unknown> => {
    // Columns are named here, so that a union takes them in one order whatever order the rule has.
    const time = figure.time === 'stock' ? sql`q.valid` : sql`daterange(q.day, q.day, '[]') as valid`;
    const key =
      typeof figure.tally === 'object' ? sql`${`${figure.name}:`}::text || q.part` : sql`${figure.name}::text`;
    const rows = sql`select ${key} as figure, q.subject_id, q.unit_id, ${time} from (${figure.rows(facts, {})}) q
      where q.unit_id is not null${figure.time === 'stock' ? sql`` : sql` and q.day is not null`}`;
    return sql`select p.figure, ${sql.raw(figure.time === 'stock' ? 'true' : 'false')} as is_stock, p.unit_id, p.valid
      from ${pick(rows)} p`;
  };
  // Summed before it is carried up the tree: a register opens with thousands of equal rows in each commune.
  return sql`counted as materialized (
      select figure, is_stock, unit_id, valid, count(*)::integer as times
      from (${sql.join(figures.map(rowsOf), sql` union all `)}) r group by 1, 2, 3, 4
    ),
    held as materialized (
      select c.figure, c.is_stock, c.times, l.ancestor_id, l.depth, c.valid * l.valid as valid
      from counted c join unit_line l on l.unit_id = c.unit_id and l.valid && c.valid
    ),
    step as (
      select h.ancestor_id as unit_id, h.figure, coalesce(lower(h.valid), '-infinity') as day, h.times as change from held h
      union all
      select h.ancestor_id, h.figure, upper(h.valid), -h.times from held h where h.is_stock and not upper_inf(h.valid)
      union all
      select ${WHOLE_TENANT}::uuid, h.figure, coalesce(lower(h.valid), '-infinity'), h.times from held h where h.depth = 0
      union all
      select ${WHOLE_TENANT}::uuid, h.figure, upper(h.valid), -h.times from held h
      where h.depth = 0 and h.is_stock and not upper_inf(h.valid)
    ),
    change as (
      select unit_id, figure, day, sum(change)::integer as change from step group by 1, 2, 3 having sum(change) <> 0
    )`;
}
