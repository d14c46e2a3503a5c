import { readdirSync, readFileSync } from 'node:fs';
import type { Stage } from './stage.ts';

/** The greatest memory of a server seen between start and stop, in bytes; null where there is no /proc. */
export interface Watch {
  stop: () => number | null;
}

/**
 * Watches PostgreSQL: what its processes have of their own, and the shared buffers once (every process that touched
 * them shows them as its own).
 */
export async function watchPostgres({ installation }: Pick<Stage, 'installation'>): Promise<Watch> {
  const { rows } = await installation.hall.query('select pg_backend_pid() as pid');
  const postmaster = parentOf(rows[0].pid);
  if (postmaster === null) return { stop: () => null };
  let most = 0;
  const look = () => {
    most = Math.max(most, memoryOf(postmaster));
  };
  look();
  const timer = setInterval(look, 100);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return most;
    },
  };
}

function memoryOf(postmaster: number): number {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  let own = 0;
  let shared = 0;
  for (const pid of processes) {
    const status = statusOf(pid);
    if (status === null || (status.PPid !== postmaster && Number(pid) !== postmaster)) continue;
    own += status.RssAnon ?? 0;
    shared = Math.max(shared, status.RssShmem ?? 0);
  }
  return (own + shared) * 1024;
}

function parentOf(pid: number): number | null {
  return statusOf(String(pid))?.PPid ?? null;
}

function statusOf(pid: string): Record<string, number> | null {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Object.fromEntries(
      Array.from(text.matchAll(/^(PPid|RssAnon|RssShmem):\s+(\d+)/gm), ([, name, value]) => [name, Number(value)]),
    );
  } catch {
    return null; // ended meanwhile, or no /proc
  }
}
