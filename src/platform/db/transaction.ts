import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import type { DB } from './types.gen.ts';

/** One request's work on the database: typed queries and the bare connection, inside the same transaction. */
export interface Tx {
  db: Kysely<DB>;
  client: PoolClient;
}

export interface Context {
  /** Who asks; stands in the journal and in the logs. */
  actor: string;
  /** The part of the tree that may be seen, as a path: `|` is the whole tenant, `|1.4.` a subtree. */
  scope: string;
  /** Kinds of acts that are not there for whoever asks, wherever they lie. */
  hides?: readonly string[] | undefined;
}

/** The path of the whole tenant. */
export const wholeTenant = '|';

/**
 * Runs the work in one transaction with actor and scope set for row-level security.
 * Read-only work sees one snapshot, so that a number and its list agree while others post.
 */
export async function inTransaction<T>(
  pool: Pool,
  context: Context & { readOnly?: boolean },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const connection = await pool.connect();
  const client = oneAtATime(connection);
  let broken: Error | undefined;
  try {
    await client.query(context.readOnly ? 'begin isolation level repeatable read read only' : 'begin');
    const { actor, scope, hides = [] } = context;
    await client.query(`select public.set_ctx($1, $2), set_config('sotay.hides', $3, true)`, [
      ...[actor, scope, hides.join(',')],
    ]);
    const result = await work({ client, db: onConnection(client) });
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    connection.release(broken);
  }
}

/**
 * A connection whose statements wait for each other. Work that runs ahead (the next people are read while the last are
 * written) may ask at any moment; pg itself will stop queueing statements in its next version.
 */
function oneAtATime(connection: PoolClient): PoolClient {
  let last: Promise<unknown> = Promise.resolve();
  const query = (...statement: unknown[]): unknown => {
    // What streams (COPY) has a life of its own and answers no promise.
    if (typeof (statement[0] as { submit?: unknown } | null)?.submit === 'function')
      return (connection.query as (...s: unknown[]) => unknown)(...statement);
    const turn = last.then(() => (connection.query as (...s: unknown[]) => Promise<unknown>)(...statement));
    last = turn.catch(() => {});
    return turn;
  };
  return new Proxy(connection, {
    get: (target, key) => {
      if (key === 'query') return query;
      const value = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** Kysely over a connection whose transaction somebody else begins and ends. */
function onConnection(client: PoolClient): Kysely<DB> {
  const lent = { query: client.query.bind(client), release: () => {} };
  const pool = { connect: async () => lent, end: async () => {} };
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool: pool as never }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}
