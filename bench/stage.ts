import { existsSync, rmSync } from 'node:fs';
import type { Demo } from '#/demo/demo.ts';
import { openDatabase } from '#/platform/db/embedded.ts';
import { demoNamed } from '#/server/demos.ts';
import { type Installation, type OpenRoom, openInstallation } from '#/server/installation.ts';
import { type Done, inChild } from './child.ts';
import type { Options } from './options.ts';
import { dropTenant, settle } from './tenants.ts';

/** Where the benches work: one installation with the register of the asked size. */
export interface Stage {
  options: Options;
  installation: Installation;
  /** The code of the register's tenant, which is the code of its outermost unit. */
  code: string;
  /** The register, loaded if it is not there yet. */
  register: () => Promise<OpenRoom>;
  /** Takes the register away and loads it anew. */
  reload: () => Promise<Done<Loaded>>;
  say: (text: string) => void;
}

/** The receipt of a demo. */
export interface Loaded {
  added: number;
  lines: number;
  recordedAt: string;
}

export async function openStage(options: Options): Promise<Stage> {
  if (options.isFresh) await clear(options.dataDir);
  const installation = await openInstallation({ data: options.dataDir });
  const { code } = (demoNamed(options.size)[0] as Demo).tenant;
  const say = (text: string) => process.stderr.write(`${text}\n`);
  const reload = async () => {
    // Connections of the room's pool stay: their statements are planned anew for the new tables.
    await dropTenant(installation.adminUrl, code);
    say(`loading ${options.size} of ${options.members} members`);
    const done = await inChild<Loaded>('load-demo', {
      data: options.dataDir,
      demo: options.size,
      members: options.members,
    });
    await settle(installation.adminUrl, code);
    return done;
  };
  const register = async () => {
    const isThere = (await installation.tenants()).some((tenant) => tenant.code === code);
    if (!isThere) await reload();
    return installation.room(code);
  };
  return { options, installation, code, register, reload, say };
}

/** A run that was killed may have left its server behind. */
async function clear(dataDir: string): Promise<void> {
  if (!existsSync(dataDir)) return;
  const { close } = await openDatabase({ dataDir });
  await close();
  rmSync(dataDir, { recursive: true });
}
