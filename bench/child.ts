import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a work script tells when it is done. */
export interface Done<T> {
  ms: number;
  /** Node's greatest resident memory, in bytes. */
  peak: number;
  result: T;
}

/** As src/cli/sotay.js starts Node where imports run. */
const asImport = { flags: ['--heap-growing-percent=30'], env: { MALLOC_ARENA_MAX: '2' } };
const asOthers = { flags: [], env: {} };

/** Runs a script of bench/work in a process of its own, so that its memory is its own. */
export function inChild<T>(script: string, input: unknown): Promise<Done<T>> {
  const path = fileURLToPath(new URL(`./tasks/${script}.ts`, import.meta.url));
  const { flags, env } = script === 'import-table' ? asImport : asOthers;
  const child = spawn(process.execPath, [...flags, path, JSON.stringify(input)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...env, ...process.env },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(output));
      else reject(new Error(`bench/tasks/${script}.ts ended with ${code}`));
    });
  });
}

/** The other end: runs the work with the input that was handed over, and tells how it went. */
export async function asChild<I, T>(work: (input: I) => Promise<{ ms: number; result: T }>): Promise<void> {
  const { ms, result } = await work(JSON.parse(process.argv[2] ?? '{}') as I);
  const done: Done<T> = { ms, peak: process.resourceUsage().maxRSS * 1024, result };
  process.stdout.write(JSON.stringify(done));
}
