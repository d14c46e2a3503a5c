import type { Pool } from 'pg';
import { makePool } from '#/platform/db/pool.ts';

/** One pool a schema, made when it is first asked for. */
export interface Pools {
  of: (schema: string) => Pool;
  /** Ends the pool of a schema that is about to go. */
  drop: (schema: string) => Promise<void>;
  /** Connections of all pools, and work that waits for one. */
  counts: () => { open: number; idle: number; waiting: number };
  end: () => Promise<void>;
  /** From now on nobody wants to hear that connections break: the server may stop before the last has said goodbye. */
  hush: () => void;
}

export function makePools(url: string): Pools {
  const pools = new Map<string, Pool>();
  const hush = () => {
    for (const pool of pools.values()) pool.removeAllListeners('error').on('error', () => {});
  };
  return {
    of: (schema) => {
      const pool = pools.get(schema) ?? makePool({ url, schema });
      pools.set(schema, pool);
      return pool;
    },
    drop: async (schema) => {
      await pools.get(schema)?.end();
      pools.delete(schema);
    },
    counts: () => {
      const sum = (count: (pool: Pool) => number) => [...pools.values()].reduce((all, pool) => all + count(pool), 0);
      return { open: sum((p) => p.totalCount), idle: sum((p) => p.idleCount), waiting: sum((p) => p.waitingCount) };
    },
    end: async () => {
      hush();
      await Promise.all([...pools.values()].map((pool) => pool.end()));
    },
    hush,
  };
}
