import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { log } from '#/platform/log.ts';
import { types } from './column-types.ts';

interface PoolOptions {
  /** The server and database; whoever it signs in as must be a member of `sotay_app`. */
  url: string;
  /** The schema of the tenant. */
  schema: string;
  /** Connections at most; 10 unless told. */
  max?: number;
}

/** Connections for the application's work: as the role that owns nothing, in the schema of one tenant. */
export function makePool({ url, schema, max = 10 }: PoolOptions): Pool {
  const pool = new Pool({ connectionString: withOptions(url, schema), max, types, application_name: 'sotay' });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  // Only its message: the error carries the whole client, its cancel key included.
  pool.on('error', ({ message }) => log.warn({ reason: message }, 'an idle database connection broke'));
  // One that breaks at work fails the query it is at; here too, nobody listening would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

function withOptions(url: string, schema: string): string {
  const address = new URL(url);
  const settings = ['role=sotay_app', `search_path="${schema}",public`, 'timezone=Asia/Ho_Chi_Minh', 'datestyle=ISO'];
  const given = address.searchParams.get('options');
  const ours = settings.map((setting) => `-c ${setting.replaceAll(/[\\ ]/g, '\\$&')}`);
  address.searchParams.set('options', [...(given ? [given] : []), ...ours].join(' '));
  return address.href;
}

/** Typed queries over the pool: camelCase here, snake_case there, keys inside JSON left alone. */
export function makeKysely<Database>(pool: Pool): Kysely<Database> {
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}
