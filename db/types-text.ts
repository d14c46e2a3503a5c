import { Kysely, PostgresDialect } from 'kysely';
import { generate, getDialect } from 'kysely-codegen';
import { Pool } from 'pg';

/** The types of all tables, shared and of a tenant, under their bare names: the search path tells them apart. */
export async function typesText(url: string, tenantSchema: string): Promise<string> {
  const db = new Kysely({ dialect: new PostgresDialect({ pool: new Pool({ connectionString: url, max: 2 }) }) });
  try {
    return await generate({
      db,
      dialect: getDialect('postgres', { dateParser: 'string' }),
      camelCase: true,
      defaultSchemas: ['public', tenantSchema],
      excludePattern: 'public.migration',
      // As platform/db parses them: whole numbers that are exact, days and instants as text.
      typeMapping: {
        int8: 'number',
        timestamptz: 'string',
        date: 'string',
        daterange: 'string',
        tstzrange: 'string',
        ltree: 'string',
      },
      outFile: null,
    });
  } finally {
    await db.destroy();
  }
}
