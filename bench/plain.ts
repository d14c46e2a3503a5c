import { Client } from 'pg';
import { types } from '#/platform/db/column-types.ts';
import { schemaOf } from '#/platform/db/migrate.ts';
import type { Stage } from './stage.ts';

/** Plain SQL over the register's tables, as their owner: no policy, no transaction around it. */
export interface Plain {
  /** The first column of the first row, as a number. The statement is prepared once. */
  count: (sql: string, values: readonly string[]) => Promise<number>;
  close: () => Promise<void>;
}

export async function openPlain({ installation, code }: Stage): Promise<Plain> {
  const client = new Client({ connectionString: installation.adminUrl, types, application_name: 'bench' });
  await client.connect();
  await client.query('set role sotay_owner');
  await client.query(`set search_path to ${schemaOf(code)}, public`);
  await client.query("set plan_cache_mode to 'force_custom_plan'");
  const names = new Map<string, string>();
  return {
    count: async (text, values) => {
      const name = names.get(text) ?? `count-${names.size}`;
      names.set(text, name);
      const { rows } = await client.query({ name, text, values: [...values] });
      return Number(Object.values(rows[0] as Record<string, unknown>)[0]);
    },
    close: () => client.end(),
  };
}
