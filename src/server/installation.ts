import type { Pool } from 'pg';
import { readRoles } from '#/kernel/access/roles.ts';
import type { Journal } from '#/kernel/journal/posting.ts';
import { openVault } from '#/kernel/journal/vault.ts';
import { loadRulebook } from '#/kernel/rulebook/load.ts';
import { type Clock, systemClock } from '#/platform/clock.ts';
import { type Config, readConfig } from '#/platform/config.ts';
import { dropEmptyTenant } from '#/platform/db/drop-tenant.ts';
import { openDatabase } from '#/platform/db/embedded.ts';
import { createTenant, type Tenant } from '#/platform/db/migrate.ts';
import { inTransaction, wholeTenant } from '#/platform/db/transaction.ts';
import { unknownTenant } from './bounded.ts';
import { figures, register } from './parts.ts';
import { makePools } from './pools.ts';
import { makeReady } from './ready.ts';
import type { DirectoryEntry, Room, Workplace } from './workplace.ts';

/** One tenant, as whoever owns the data folder reaches it. */
export interface OpenRoom extends Room {
  pool: Pool;
}

/** A running installation: its database, its tenants, the parts of the work. What callers get of it is a `Workplace`. */
export interface Installation extends Workplace {
  config: Config;
  adminUrl: string;
  /** The shared tables, as the application. */
  hall: Pool;
  /** Of all its pools: how many connections are open and idle, how much work waits for one. */
  connections: () => { open: number; idle: number; waiting: number };
  room: (code: string) => Promise<OpenRoom>;
  addTenant: (tenant: { code: string; name: string }) => Promise<OpenRoom>;
  /** Lets go of everything; a second call waits for the first. */
  close: () => Promise<void>;
  /** As `close`, without waiting for work under way: the database rolls it back. */
  abandon: () => Promise<void>;
}

interface InstallationOptions {
  /** The value of `--data`. */
  data?: string;
  /** Instead of the process's own environment. */
  env?: Record<string, string | undefined>;
  clock?: Clock;
}

/** Opens the installation that the options and the environment name, ready for work. */
export async function openInstallation({
  data,
  env,
  clock = systemClock,
}: InstallationOptions = {}): Promise<Installation> {
  const config = readConfig({ data, env });
  const roles = readRoles();
  const database = await openDatabase({ dataDir: config.dataDir, url: config.databaseUrl });
  const { adminUrl } = database;
  try {
    await makeReady(adminUrl);
  } catch (error) {
    await database.close();
    throw error;
  }
  const pools = makePools(adminUrl);
  const hall = pools.of('public');
  const rooms = new Map<string, OpenRoom>();
  const open = (tenant: Tenant): OpenRoom => {
    const room = rooms.get(tenant.code) ?? makeRoom(tenant, pools.of(tenant.schemaName), config, clock);
    rooms.set(tenant.code, room);
    return room;
  };
  const tenants = async () =>
    (await hall.query<Tenant>('select code, name, schema_name as "schemaName" from public.tenant order by code')).rows;
  let closing: Promise<void> | undefined;
  return {
    config,
    clock,
    register,
    figures,
    roles,
    bound: { tenant: null, path: wholeTenant },
    holds: () => true,
    adminUrl,
    hall,
    answers: async () => {
      await hall.query('select 1');
    },
    directory: (code) => directoryOf(hall, code),
    connections: pools.counts,
    tenants,
    room: async (code) => rooms.get(code) ?? open(tenantNamed(code, await tenants())),
    addTenant: async (tenant) => open(await createTenant(adminUrl, tenant)),
    dropEmpty: async (code) => {
      const room = rooms.get(code);
      rooms.delete(code);
      if (room !== undefined) await pools.drop(room.tenant.schemaName);
      await dropEmptyTenant(adminUrl, code);
    },
    close: () => {
      closing ??= pools.end().finally(() => database.close());
      return closing;
    },
    abandon: () => {
      pools.hush();
      closing ??= database.close();
      return closing;
    },
  };
}

function tenantNamed(code: string, tenants: readonly Tenant[]): Tenant {
  const tenant = tenants.find((one) => one.code === code);
  if (tenant === undefined) throw unknownTenant(code, tenants);
  return tenant;
}

async function directoryOf(hall: Pool, code: string): Promise<DirectoryEntry[]> {
  const { rows } = await hall.query<DirectoryEntry>(
    `select tenant, unit_id as "unitId", lower(valid) as from, upper(valid) as until
     from public.unit_directory where code = $1 order by tenant, valid`,
    [code],
  );
  return rows;
}

function makeRoom(tenant: Tenant, pool: Pool, config: Config, clock: Clock): OpenRoom {
  let journal: Promise<Journal> | undefined;
  const read: Room['read'] = ({ actor, scope = wholeTenant, hides }, work) =>
    inTransaction(pool, { actor, scope, hides, readOnly: true }, work);
  const openJournal = () =>
    read({ actor: 'start' }, async ({ client }): Promise<Journal> => {
      const vault = await openVault(config.keyFile, client);
      return { pool, register, rulebook: await loadRulebook({ client }, null), vault, tenant: tenant.code, clock };
    });
  return {
    tenant,
    pool,
    path: wholeTenant,
    read,
    write: ({ actor, scope = wholeTenant, hides }, work) => inTransaction(pool, { actor, scope, hides }, work),
    openly: (_why, actor, work) => read({ actor }, work),
    journal: () => {
      journal ??= openJournal();
      journal.catch(() => {
        journal = undefined; // a key that was missing may be put back
      });
      return journal;
    },
  };
}
