import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity } from './processes.ts';

// One file per process that uses the embedded server: leases/<pid>, holding what tells the process from a later one
// with the same pid. Read and written only under the lock of the data folder.

const counts = new Map<string, number>();

/** Notes that this process uses the server (once more). */
export function takeLease(dataDir: string): void {
  const folder = join(dataDir, 'leases');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, String(process.pid)), processIdentity(process.pid) ?? '');
  counts.set(dataDir, (counts.get(dataDir) ?? 0) + 1);
}

/** Notes that this process is done with the server (once). */
export function dropLease(dataDir: string): void {
  const count = (counts.get(dataDir) ?? 0) - 1;
  counts.set(dataDir, Math.max(count, 0));
  if (count <= 0) rmSync(join(dataDir, 'leases', String(process.pid)), { force: true });
}

/** The pids of the living processes that use the server; leases of dead ones are cleared away. */
export function liveLeases(dataDir: string): number[] {
  const folder = join(dataDir, 'leases');
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder).flatMap((name) => {
    const file = join(folder, name);
    const isAlive = processIdentity(Number(name)) === readFileSync(file, 'utf8');
    if (!isAlive) rmSync(file, { force: true });
    return isAlive ? [Number(name)] : [];
  });
}
