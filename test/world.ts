import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { ActInput } from '#/kernel/journal/act.ts';
import { post } from '#/kernel/journal/post.ts';
import type { Journal, Receipt } from '#/kernel/journal/posting.ts';
import { makeVault } from '#/kernel/journal/vault.ts';
import { readRules } from '#/kernel/rulebook/load.ts';
import { rulebook } from '#/kernel/rulebook/rulebook.ts';
import { fixedClock } from '#/platform/clock.ts';
import { inTransaction, type Tx, wholeTenant } from '#/platform/db/transaction.ts';
import { register } from '#/server/parts.ts';
import { testDatabase } from './database.ts';

/** A small organisation of a test's own: the whole register over a real database. */
export interface World {
  journal: Journal;
  adminUrl: string;
  post: (acts: readonly ActInput[], actor?: string) => Promise<Receipt>;
  /** Reads as the application, over the whole tenant. */
  read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Runs SQL as the administrator: what a tamperer with the keys of the house can do. */
  tamper: (sql: string, values?: unknown[]) => Promise<void>;
  close: () => Promise<void>;
}

/** A register with nothing in it; the clock stands on 1 August 2026 unless told. */
export async function testWorld(now = '2026-08-01T03:00:00Z'): Promise<World> {
  const database = await testDatabase();
  const random = () => randomBytes(32);
  const journal: Journal = {
    pool: database.appPool(),
    register,
    rulebook: rulebook(await readRules()),
    vault: makeVault({ keyId: 'testtest', encryption: random(), lookup: random(), content: random() }),
    tenant: 'T',
    clock: fixedClock(now),
  };
  return {
    journal,
    adminUrl: database.adminUrl,
    post: (acts, actor = 'test') => post(journal, { actor, source: { via: 'api' } }, acts),
    read: (work) => inTransaction(journal.pool, { actor: 'test', scope: wholeTenant, readOnly: true }, work),
    tamper: async (sql, values) => {
      const client = new Client({ connectionString: database.adminUrl });
      await client.connect();
      try {
        await client.query('set search_path = t_t, public');
        await client.query(sql, values);
      } finally {
        await client.end();
      }
    },
    close: () => database.close(),
  };
}
