import { randomBytes } from 'node:crypto';
import { type Client, escapeIdentifier } from 'pg';
import { asOwner } from './migrate.ts';
import { readMigrations } from './migration-files.ts';

/** A promise of the database that is gone, was changed, or is not kept by the rows. */
export interface StructureFinding {
  table: string;
  name: string;
  what: 'missing' | 'changed' | 'violated';
  /** Rows that break it. */
  rows?: number;
  message: string;
}

interface Promised {
  table: string;
  name: string;
  /** p, u, f, c as in pg_constraint; policy, security: row-level security. */
  kind: string;
  definition: string;
  columns: string[];
  isPeriod: boolean;
  parent: string | null;
  parentColumns: string[] | null;
}

/**
 * Whether a tenant's tables still carry every constraint and policy that the migrations gave them, and whether the rows
 * keep them: an administrator may switch both off. What should be there is read off a scratch schema, made and rolled back.
 */
export async function verifyStructure(adminUrl: string, schemaName: string): Promise<StructureFinding[]> {
  const findings: StructureFinding[] = [];
  await asOwner(adminUrl, async (client) => {
    const scratch = `sotay_verify_${randomBytes(6).toString('hex')}`;
    await client.query('begin');
    try {
      const wanted = await inScratch(client, scratch);
      await client.query(`set local search_path to ${escapeIdentifier(schemaName)}, public`);
      const found = new Map((await promises(client, schemaName)).map((one) => [`${one.table} ${one.name}`, one]));
      for (const one of wanted) {
        const own = found.get(`${one.table} ${one.name}`);
        if (own === undefined)
          findings.push({ table: one.table, name: one.name, what: 'missing', message: `Gone: ${one.definition}` });
        else if (own.definition !== one.definition)
          findings.push({
            table: one.table,
            name: one.name,
            what: 'changed',
            message: `It says ${own.definition} instead of ${one.definition}`,
          });
        const rows = await breaking(client, one);
        if (rows > 0)
          findings.push({
            table: one.table,
            name: one.name,
            what: 'violated',
            rows,
            message: `${rows} rows break ${one.definition}`,
          });
      }
    } finally {
      await client.query('rollback');
    }
  });
  return findings;
}

async function inScratch(client: Client, scratch: string): Promise<Promised[]> {
  await client.query(`create schema ${scratch}`);
  await client.query(`set local search_path to ${scratch}, public`);
  for (const { scope, sql } of await readMigrations()) if (scope === 'tenant') await client.query(sql);
  return promises(client, scratch);
}

async function promises(client: Client, schemaName: string): Promise<Promised[]> {
  const { rows } = await client.query<Promised>(
    `select t.relname as table, c.conname as name, c.contype::text as kind, pg_get_constraintdef(c.oid) as definition, c.conperiod as "isPeriod",
       array(select attname::text from unnest(c.conkey) with ordinality k (no, at) join pg_attribute a on a.attrelid = t.oid and a.attnum = k.no order by at) as columns,
       f.relname as parent,
       array(select attname::text from unnest(c.confkey) with ordinality k (no, at) join pg_attribute a on a.attrelid = f.oid and a.attnum = k.no order by at) as "parentColumns"
     from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace left join pg_class f on f.oid = c.confrelid
     where n.nspname = $1 and c.contype in ('p', 'u', 'f', 'c')
     union all
     select tablename, policyname, 'policy', concat_ws(' ', permissive, cmd, roles::text, qual, with_check), false, '{}', null, null
     from pg_policies where schemaname = $1
     union all
     select relname, 'row security', 'security', 'enable row level security', false, '{}', null, null
     from pg_class join pg_namespace n on n.oid = relnamespace where n.nspname = $1 and relkind = 'r' and relrowsecurity
     order by 1, 2`,
    [schemaName],
  );
  return rows;
}

/** How many rows break the promise; nothing can be said where the table or a column is gone. */
async function breaking(client: Client, promised: Promised): Promise<number> {
  const sql = query(promised);
  if (sql === null) return 0;
  await client.query('savepoint one');
  try {
    const { rows } = await client.query(sql);
    return rows[0].n;
  } catch {
    return 0; // reported as missing or changed
  } finally {
    await client.query('rollback to savepoint one');
  }
}

function query({ kind, table, columns, isPeriod, parent, parentColumns, definition }: Promised): string | null {
  const names = columns.map(escapeIdentifier);
  const period = isPeriod ? names.at(-1) : undefined;
  const keys = isPeriod ? names.slice(0, -1) : names;
  const same = (a: string, b: string, others: readonly string[] = keys) =>
    keys.map((key, i) => `${a}.${key} = ${b}.${others[i]}`).join(' and ');
  const own = escapeIdentifier(table);
  if (kind === 'c') return `select count(*) as n from ${own} where not (${definition.replace(/^CHECK /, '')})`;
  if (kind === 'p' || kind === 'u') {
    if (period === undefined)
      return `select count(*) as n from (select from ${own} where ${keys.map((key) => `${key} is not null`).join(' and ')} group by ${keys.join(', ')} having count(*) > 1) twice`;
    return `select count(*) as n from ${own} a join ${own} b on ${same('a', 'b')} and a.ctid < b.ctid and a.${period} && b.${period}`;
  }
  if (kind !== 'f' || parent === null || parentColumns === null) return null;
  const others = parentColumns.map(escapeIdentifier);
  const above = escapeIdentifier(parent);
  if (period === undefined)
    return `select count(*) as n from ${own} c left join ${above} p on ${same('c', 'p', others)} where p.${others[0]} is null and ${keys.map((key) => `c.${key} is not null`).join(' and ')}`;
  const parentKeys = others.slice(0, -1).join(', ');
  return `select count(*) as n from ${own} c left join (select ${parentKeys}, range_agg(${others.at(-1)}) as spans from ${above} group by ${parentKeys}) p
    on ${same('c', 'p', others)} where (c.${period} <@ p.spans) is not true`;
}
