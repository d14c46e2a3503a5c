import { join, resolve } from 'node:path';

/** Where this installation keeps its things. */
export interface Config {
  /** A PostgreSQL server of one's own; absent: the embedded one in `dataDir`. */
  databaseUrl?: string;
  dataDir: string;
  keyFile: string;
  /** Where the identity provider is told; absent: `provider.json` in `dataDir`, if it is there. */
  providerFile?: string;
}

interface Surroundings {
  /** The value of `--data`: asks for the embedded database in that folder, whatever the environment says. */
  data?: string;
  env?: Record<string, string | undefined>;
  cwd?: string;
}

/** Reads DATABASE_URL, SOTAY_DATA, SOTAY_KEY_FILE and SOTAY_PROVIDER_FILE; `--data` overrides the first two. */
export function readConfig({ data, env = process.env, cwd = process.cwd() }: Surroundings = {}): Config {
  const dataDir = resolve(cwd, data || env.SOTAY_DATA || '.data');
  const keyFile = env.SOTAY_KEY_FILE ? resolve(cwd, env.SOTAY_KEY_FILE) : join(dataDir, 'key');
  const databaseUrl = data ? undefined : env.DATABASE_URL || undefined;
  const told = env.SOTAY_PROVIDER_FILE ? { providerFile: resolve(cwd, env.SOTAY_PROVIDER_FILE) } : {};
  const files = { dataDir, keyFile, ...told };
  return databaseUrl === undefined ? files : { databaseUrl, ...files };
}
