#!/usr/bin/env node
// The command's door. The code is TypeScript run as is, which needs Node 24 or newer; under an older Node this
// file starts the one that came with the package `node` instead, so that any machine with npm can run the command.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

// A list of hundreds of thousands of rows goes through the heap row by row, and V8 lets what is dead lie until the heap
// has doubled: an import of 60,000 rows peaked at 694 MiB (VmHWM), and with both settings below at 405 MiB, in the same
// time (105 s and 108 s). Only where imports run: others are over before it matters.
const readsLists = ['serve', 'import'].includes(process.argv[2] ?? '');
const heapFlags = readsLists ? ['--heap-growing-percent=30'] : [];

if (Number(process.versions.node.split('.')[0]) >= 24) {
  for (const flag of heapFlags) setFlagsFromString(flag);
  await import('./main.ts');
} else {
  const node = join(dirname(fileURLToPath(import.meta.resolve('node/package.json'))), 'bin', 'node');
  // glibc keeps an arena of freed memory for each thread, several of them for each core; two serve as well.
  const env = readsLists ? { MALLOC_ARENA_MAX: '2', ...process.env } : process.env;
  const child = spawn(node, [...heapFlags, main, ...process.argv.slice(2)], { stdio: 'inherit', env });
  // A terminal sends Ctrl-C to both processes itself; passing it on as well would make it two.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', (error) => {
    console.error(`sotay: cannot start Node 24 (${error.message}); run "npm ci" again`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
