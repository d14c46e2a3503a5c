import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const script = `import { log } from ${JSON.stringify(fileURLToPath(new URL('./log.ts', import.meta.url)))};
log.info('quiet'); log.warn({ actId: 'a1' }, 'loud');`;

function run(env: Record<string, string>) {
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
}

test('the log goes to stderr, warnings and up, and leaves stdout to the answer', () => {
  const { stdout, stderr } = run({ SOTAY_LOG: '' });
  expect(stdout).toBe('');
  const lines = stderr.trim().split('\n');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 40, actId: 'a1', msg: 'loud' });
});

test('SOTAY_LOG sets the level', () => {
  expect(run({ SOTAY_LOG: 'info' }).stderr.trim().split('\n')).toHaveLength(2);
  expect(run({ SOTAY_LOG: 'silent' }).stderr).toBe('');
});
