import { expect, test } from 'vitest';
import { concealedTables } from '#/kernel/journal/vault.ts';
import { testDatabase } from '#test/database.ts';

test('every table of a tenant whose rows lie under the key is known to the change of the key and to backups', async () => {
  const database = await testDatabase();
  try {
    const { rows } = await database.appPool().query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = current_schema and c.relkind = 'r'
         and (select count(*) from pg_attribute a where a.attrelid = c.oid and a.attname in ('cipher', 'key_id')) = 2
       order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(concealedTables.toSorted());
  } finally {
    await database.close();
  }
});
