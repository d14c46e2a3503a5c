import type { Pool } from 'pg';
import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import type { Journal } from '#/kernel/journal/posting.ts';
import { openVault } from '#/kernel/journal/vault.ts';
import type { Register } from '#/kernel/register.ts';
import { loadRulebook } from '#/kernel/rulebook/load.ts';
import { type Clock, systemClock } from '#/platform/clock.ts';
import { type Config, readConfig } from '#/platform/config.ts';
import { dropEmptyTenant } from '#/platform/db/drop-tenant.ts';
import { openDatabase } from '#/platform/db/embedded.ts';
import { createTenant, type Tenant } from '#/platform/db/migrate.ts';
import { inTransaction, type Tx, wholeTenant } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { figures, register } from './parts.ts';
import { makePools } from './pools.ts';
import { makeReady } from './ready.ts';

/** One tenant, as the doors reach it. */
export interface Room {
  tenant: Tenant;
  pool: Pool;
  /** What posting needs; opens the vault and reads the rulebook when it is first asked for. */
  journal: () => Promise<Journal>;
  /** Reads in one snapshot. `scope` is a path of today's tree, the whole tenant unless told. */
  read: <T>(context: { actor: string; scope?: string }, work: (tx: Tx) => Promise<T>) => Promise<T>;
}

/** A running installation: its database, its tenants, the parts of the work. */
export interface Installation {
  config: Config;
  clock: Clock;
  register: Register;
  figures: Catalogue;
  adminUrl: string;
  /** The shared tables, as the application. */
  hall: Pool;
  tenants: () => Promise<Tenant[]>;
  /** Throws `tenant.unknown`. */
  room: (code: string) => Promise<Room>;
  addTenant: (tenant: { code: string; name: string }) => Promise<Room>;
  /** Takes a tenant away again that holds no act. */
  dropEmpty: (code: string) => Promise<void>;
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
  const rooms = new Map<string, Room>();
  const open = (tenant: Tenant): Room => {
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
    adminUrl,
    hall,
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
  if (tenant !== undefined) return tenant;
  const known = tenants.length === 0 ? 'there is none yet' : `there are ${tenants.map((one) => one.code).join(', ')}`;
  throw new Problem('tenant.unknown', `There is no tenant ${code}; ${known}.`, {
    status: 404,
    fields: [{ field: 'tenant', code: 'tenant.unknown', message: known }],
  });
}

function makeRoom(tenant: Tenant, pool: Pool, config: Config, clock: Clock): Room {
  let journal: Promise<Journal> | undefined;
  const read: Room['read'] = ({ actor, scope = wholeTenant }, work) =>
    inTransaction(pool, { actor, scope, readOnly: true }, work);
  const openJournal = () =>
    read({ actor: 'start' }, async ({ client }): Promise<Journal> => {
      const vault = await openVault(config.keyFile, client);
      return { pool, register, rulebook: await loadRulebook({ client }, null), vault, tenant: tenant.code, clock };
    });
  return {
    tenant,
    pool,
    read,
    journal: () => {
      journal ??= openJournal();
      journal.catch(() => {
        journal = undefined; // a key that was missing may be put back
      });
      return journal;
    },
  };
}
