import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const planted: string[] = [];

afterEach(() => {
  for (const file of planted.splice(0)) {
    rmSync(file, { force: true });
    // Only folders left empty go: somebody may be writing a part at this moment.
    for (let folder = dirname(file); readdirSync(folder).length === 0; folder = dirname(folder)) rmdirSync(folder);
  }
});

/** Plants a file that imports from there; says whether Biome reports the import. */
function isReported(path: string, specifier: string): boolean {
  const file = `${root}${path}`;
  planted.push(file);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `import '${specifier}';\n`);
  const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--only=style/noRestrictedImports', '--reporter=json', path];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  const { diagnostics, summary } = JSON.parse(stdout);
  expect(summary.changed + summary.unchanged, stderr).toBe(1); // Biome did look at the file
  return diagnostics.some((found: { category: string }) => found.category === 'lint/style/noRestrictedImports');
}

const wrong: [string, string, string][] = [
  ['the platform does not know the kernel', 'src/platform/planted-wall.ts', '#/kernel/part.ts'],
  ['nor does a room inside it', 'src/platform/db/planted-wall.ts', '#/domain/members/api.ts'],
  ['nor by a relative path', 'src/platform/db/planted-wall.ts', '../../kernel/part.ts'],
  ['the kernel knows no part of the work', 'src/kernel/planted-wall.ts', '#/domain/members/api.ts'],
  ['a part does not know the reports', 'src/domain/planted-wall/acts.ts', '#/reports/annual.ts'],
  ['a part does not reach into another', 'src/domain/planted-wall/acts.ts', '#/domain/members/acts.ts'],
  ['nor by a relative path', 'src/domain/planted-wall/server/admit.ts', '../../members/acts.ts'],
  ['the reports do not know the doors', 'src/reports/planted-wall.ts', '#/server/main.ts'],
  ['a screen does not import the server', 'src/domain/planted-wall/web/planted.ts', '../server/admit.ts'],
  ['the web door does not either', 'src/web/planted-wall.ts', '#/server/main.ts'],
  ['of a report it knows the contract only', 'src/web/reports/planted-wall.ts', '#/reports/annual/annual.ts'],
  ['and of a figure', 'src/web/planted-wall.ts', '#/kernel/figures/answer.ts'],
  ['and of a part', 'src/web/planted-wall.ts', '#/domain/members/acts.ts'],
  ['and of accounts', 'src/web/planted-wall.ts', '#/platform/accounts/sessions.ts'],
  ['and of the platform what runs in a browser', 'src/web/planted-wall.ts', '#/platform/config.ts'],
];

test.each(wrong)('%s: %s importing %s is reported', (_, path, specifier) => {
  expect(isReported(path, specifier)).toBe(true);
});

const right: [string, string][] = [
  ['src/kernel/facts/planted-wall.ts', '#/platform/day.ts'],
  ['src/kernel/facts/planted-wall.ts', '../journal/act.ts'],
  ['src/domain/planted-wall/acts.ts', '#/domain/members/api.ts'],
  ['src/domain/planted-wall/server/admit.ts', '../acts.ts'],
  ['src/cli/planted-wall.ts', '#/domain/members/acts.ts'],
  ['src/reports/planted-wall.ts', '#/kernel/part.ts'],
  ['src/web/planted-wall.ts', '#/domain/units/unit-contract.ts'],
  ['src/web/reports/planted-wall.ts', '#/reports/contract.ts'],
  ['src/web/planted-wall.ts', '#/kernel/figures/contract.ts'],
  ['src/web/planted-wall.ts', '#/exchange/tables/plan.ts'],
  ['src/web/planted-wall.ts', '#/platform/day.ts'],
  ['src/web/planted-wall.ts', '#/platform/contract/contract.ts'],
  ['src/web/planted-wall.ts', '#/platform/accounts/contract.ts'],
  ['src/web/planted-wall.ts', '#/platform/accounts/own-contract.ts'],
];

test.each(right)('%s may import %s', (path, specifier) => {
  expect(isReported(path, specifier)).toBe(false);
});
