import { type Client, escapeIdentifier } from 'pg';
import { asOwner, schemaOf } from '#/platform/db/migrate.ts';

/** Takes a tenant of the bench away, whatever it holds. */
export async function dropTenant(adminUrl: string, code: string): Promise<void> {
  await asOwner(adminUrl, async (client) => {
    const schema = schemaOf(code);
    await client.query('begin');
    await client.query(`drop schema if exists ${escapeIdentifier(schema)} cascade`);
    await client.query('delete from public.unit_directory where tenant = $1', [code]);
    await client.query('delete from public.migration where schema = $1', [schema]);
    await client.query('delete from public.tenant where code = $1', [code]);
    await client.query('commit');
  });
}

/** What autovacuum would do in its own time, so that no measurement meets it half-way. */
export async function settle(adminUrl: string, code: string): Promise<void> {
  await asOwner(adminUrl, async (client) => {
    for (const table of await tablesOf(client, code)) await client.query(`vacuum analyze ${table}`);
    await client.query('reset role');
    await client.query('checkpoint');
  });
}

/** Size on disk with indexes, in bytes. */
export async function sizeOf(adminUrl: string, code: string): Promise<number> {
  let size = 0;
  await asOwner(adminUrl, async (client) => {
    const { rows } = await client.query(
      'select sum(pg_total_relation_size(t::regclass)) as size from unnest($1::text[]) t',
      [await tablesOf(client, code)],
    );
    size = Number(rows[0].size);
  });
  return size;
}

/** Takes the seals of an earlier run away, so that all is sealed anew. */
export async function unseal(adminUrl: string, code: string): Promise<void> {
  await asOwner(adminUrl, async (client) => {
    await client.query(`delete from ${escapeIdentifier(schemaOf(code))}.seal`);
  });
}

async function tablesOf(client: Client, code: string): Promise<string[]> {
  const { rows } = await client.query(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = $1 order by 1",
    [schemaOf(code)],
  );
  return rows.map(({ name }) => name);
}
