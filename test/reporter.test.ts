import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { slowest, summarise } from './reporter.ts';

type Counted = Parameters<typeof summarise>[0][number];

function module(state: string, tests: string[]): Counted {
  const all = tests.map((result) => ({ result: () => ({ state: result }) }));
  return { state: () => state, children: { allTests: () => all } } as unknown as Counted;
}

test('tests are counted by what became of them; one that never finished has failed', () => {
  const modules = [
    module('passed', ['passed', 'passed', 'skipped']),
    module('failed', ['failed', 'pending', 'passed']),
  ];
  expect(summarise(modules)).toEqual({ passed: 3, failed: 2, skipped: 1 });
});

test('a file that could not be read and an error outside any test are failures', () => {
  expect(summarise([module('failed', []), module('passed', ['passed'])], 2)).toEqual({
    passed: 1,
    failed: 3,
    skipped: 0,
  });
});

test('a run in which no test ran has failed and says so in its last line', () => {
  const run = fileURLToPath(new URL('./run.ts', import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, [run, 'no-such-test-file'], { encoding: 'utf8' });
  expect(status).not.toBe(0);
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 1 failed');
});

test('the slowest files are told, the slowest first', () => {
  const timed = (relativeModuleId: string, duration: number) => ({
    relativeModuleId,
    diagnostic: () => ({ duration }),
  });
  const modules = [timed('a', 1_200), timed('b', 30_000), timed('c', 500)] as unknown as Parameters<typeof slowest>[0];
  expect(slowest(modules, 2).split('\n')).toEqual([
    'The slowest of 3 files, which took 32 s together:',
    '   30 s  b',
    '    1 s  a',
  ]);
});
