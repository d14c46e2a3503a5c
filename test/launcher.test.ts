import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sotay-launcher-'));
const launcher = join(folder, 'src/cli/sotay.js');
// Stands in for an old Node: the launcher goes by the version it reads.
const pretendOld = [
  '--import',
  `data:text/javascript,${encodeURIComponent("Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.0.0' } })")}`,
];

beforeAll(() => {
  mkdirSync(dirname(launcher), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  cpSync(join(root, 'src/cli/sotay.js'), launcher);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(
    join(folder, 'src/cli/main.ts'),
    `const [what, ...rest]: string[] = process.argv.slice(2);
    if (what === 'wait') {
      const end = (signal: string) => { console.log(signal); process.exit(7); };
      process.on('SIGINT', end).on('SIGTERM', end);
      console.log('ready');
      setInterval(() => {}, 1000);
    } else if (what === 'serve' || what === 'figure') {
      console.log(JSON.stringify({ flags: process.execArgv, arenas: process.env.MALLOC_ARENA_MAX ?? null }));
    } else {
      console.log(JSON.stringify({ rest, major: Number(process.versions.node.split('.')[0]) }));
      process.exitCode = Number(what);
    }`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['a new Node', []],
  ['an old Node', pretendOld],
])('under %s arguments and exit code pass through', (_, flags) => {
  const { status, stdout } = spawnSync(process.execPath, [...flags, launcher, '3', 'a b', '--c'], { encoding: 'utf8' });
  expect(JSON.parse(stdout)).toEqual({ rest: ['a b', '--c'], major: 24 });
  expect(status).toBe(3);
});

test('under an old Node the verbs that read long lists keep the heap small, others run as they are', () => {
  const { MALLOC_ARENA_MAX: _, ...env } = process.env;
  const told = (verb: string) =>
    JSON.parse(spawnSync(process.execPath, [...pretendOld, launcher, verb], { encoding: 'utf8', env }).stdout);
  expect(told('serve')).toEqual({ flags: ['--heap-growing-percent=30'], arenas: '2' });
  expect(told('figure')).toEqual({ flags: [], arenas: null });
});

test.each(['SIGINT', 'SIGTERM'] as const)('under an old Node %s reaches the command', async (signal) => {
  const child = spawn(process.execPath, [...pretendOld, launcher, 'wait'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
    if (output === 'ready\n') child.kill(signal);
  });
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(7);
  expect(output).toBe(`ready\n${signal}\n`);
});
