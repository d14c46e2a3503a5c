import { chmodSync, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { Problem } from '#/platform/errors.ts';
import { dropLease, liveLeases, takeLease } from './lease.ts';
import { withLock } from './lock.ts';
import { initialise, locateServer, type PostgresServer, password, running, start, stop } from './postgres-server.ts';

interface DatabaseOptions {
  dataDir: string;
  /** A server of one's own; the folder is then not touched. */
  url?: string;
  /** More settings for the embedded server; tests turn `fsync` off here. */
  settings?: Record<string, string>;
}

export interface OpenDatabase {
  /** Connects as the administrator: for migrations and the making of tenants, never for the application's work. */
  adminUrl: string;
  /** Lets go of the server; the last process to do so stops it. */
  close(): Promise<void>;
}

/** Finds the database, starting the embedded server when none runs on that folder. */
export async function openDatabase({ dataDir, url, settings }: DatabaseOptions): Promise<OpenDatabase> {
  if (url !== undefined) return { adminUrl: url, close: async () => {} };
  const folder = prepareFolder(dataDir);
  const server = await locateServer(folder, settings);
  const lockFile = join(folder, 'lock');
  const adminUrl = await withLock(lockFile, async () => {
    const found = await ensureRunning(server);
    takeLease(folder);
    return found;
  });
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await withLock(lockFile, async () => {
      dropLease(folder);
      if (liveLeases(folder).length === 0) await stop(server);
    });
  };
  return { adminUrl, close };
}

function prepareFolder(dataDir: string): string {
  const folder = resolve(dataDir);
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o711); // the database's system user passes through, and nobody else looks in
  }
  return realpathSync(folder);
}

async function ensureRunning(server: PostgresServer): Promise<string> {
  await initialise(server);
  const deadline = Date.now() + 600_000; // recovery after a kill may take minutes
  while (Date.now() < deadline) {
    const found = running(server);
    if (found === undefined) {
      await start(server);
    } else if (!found.isStopping && found.port > 0) {
      const base = `postgres://postgres:${password(server)}@127.0.0.1:${found.port}`;
      if (await ensureDatabase(`${base}/postgres`)) return `${base}/sotay`;
    }
    if (found !== undefined) await sleep(50);
  }
  throw new Problem('database.not-started', 'the embedded PostgreSQL does not answer');
}

/** Makes the database `sotay`; false while the server cannot be spoken to yet. */
async function ensureDatabase(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    const { rowCount } = await client.query("select from pg_database where datname = 'sotay'");
    if (rowCount === 0) await client.query('create database sotay');
    return true;
  } catch (error) {
    const isComing = error instanceof DatabaseError ? error.code === '57P03' : true;
    if (isComing) return false; // starting up, shutting down, or not listening yet
    throw error;
  } finally {
    await client.end().catch(() => {}); // it may never have connected
  }
}
