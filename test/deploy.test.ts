import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name: string) => readFileSync(`${root}deploy/${name}`, 'utf8');
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

/** Files of ours that a text names under /opt/sotay or from there, and options of verbs. */
function expectOursExist(text: string): void {
  for (const [, path] of text.matchAll(/(?:\/opt\/sotay\/|\s)((?:src|docs)\/[\w./-]*\w)/g))
    expect(existsSync(`${root}${path}`), path).toBe(true);
}

test.each(['sotay.service', 'sotay-backup.service'])('%s runs what is there, as nobody who matters', (name) => {
  const text = read(name);
  expectOursExist(text);
  for (const line of [
    'DynamicUser=yes',
    'ProtectSystem=strict',
    'NoNewPrivileges=yes',
    'CapabilityBoundingSet=',
    'UMask=0077',
  ])
    expect(text.split('\n'), line).toContain(line);
  // Secrets are handed over at the start, and stand in no unit.
  expect(text).toMatch(/^LoadCredential=key:/m);
  expect(text).not.toMatch(/^Environment=.*(DATABASE_URL|TOKEN|PASSWORD)/m);
});

test.skipIf(!hasSystemd)('systemd finds the service little exposed', () => {
  const { stdout } = spawnSync('systemd-analyze', ['security', '--offline=true', `${root}deploy/sotay.service`], {
    encoding: 'utf8',
  });
  expect(Number(/exposure level for sotay\.service: ([\d.]+)/.exec(stdout)?.[1])).toBeLessThan(2);
});

test('the container runs as nobody who matters, on our Node, watched by /healthz', () => {
  const text = read('Containerfile');
  expectOursExist(text);
  const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  for (const [, version] of text.matchAll(/^FROM \S*node:(\d+)/gm)) expect(dependencies.node).toMatch(`${version}.`);
  expect(text.indexOf('USER node')).toBeLessThan(text.indexOf('ENTRYPOINT'));
  expect(text).toMatch(/^HEALTHCHECK [^\n]*\\\n[^\n]*\/healthz/m);
});
