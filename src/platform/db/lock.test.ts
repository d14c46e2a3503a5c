import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { withLock } from './lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'sotay-lock-'));
const file = join(folder, 'lock');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('work under a lock never overlaps, and a failing one lets go', async () => {
  let inside = 0;
  let most = 0;
  const work = async (): Promise<void> => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((resolve) => setTimeout(resolve, 5));
    inside -= 1;
    if (Math.random() < 0.5) throw new Error('broken work');
  };
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => withLock(file, work)));
  expect(outcomes).toHaveLength(8);
  expect(most).toBe(1);
  expect(await withLock(file, async () => 'free')).toBe('free');
});

test('a killed process lets go of the lock', async () => {
  const module = fileURLToPath(new URL('./lock.ts', import.meta.url));
  const script = `import { withLock } from ${JSON.stringify(module)};
    await withLock(process.argv[1], async () => { console.log('held'); await new Promise(() => setInterval(() => {}, 1000)); });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const order: string[] = [];
  const waiting = withLock(file, async () => order.push('mine'));
  await new Promise((resolve) => setTimeout(resolve, 100));
  order.push('killed');
  child.kill('SIGKILL');
  await waiting;
  expect(order).toEqual(['killed', 'mine']);
});
