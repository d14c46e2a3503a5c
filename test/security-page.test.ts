import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = readFileSync(`${root}docs/security.md`, 'utf8');
const tests = new Set(
  ['src', 'test'].flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => basename(name, '.test.ts')),
  ),
);

test('whatever docs/security.md says is tested names a test that is there', () => {
  const named = [...page.matchAll(/`((?:[\w-]+\/)*[\w-]+)(?:\.test(?:\.ts)?)?`/g)].flatMap(([whole, name]) =>
    /\.test(\.ts)?`$/.test(whole) || /^(attacks|hostile|journeys|hunt)\//.test(name as string) ? [name as string] : [],
  );
  expect(named.length).toBeGreaterThan(80);
  expect([...new Set(named)].filter((name) => !tests.has(basename(name)))).toEqual([]);
});

test('each requirement of the standard stands in one row at most, with a state', () => {
  const table = page.slice(page.indexOf('OWASP ASVS 5.0, level 2'));
  const rows = table.split('\n').filter((line) => /^\| \d/.test(line));
  expect(rows.length).toBeGreaterThan(120);
  for (const row of rows) expect(row.split(' | ')[2], row).toMatch(/^(met|partly|not yet|operator|n\/a)$/);
  const numbers = rows.flatMap((row) => (row.split(' | ')[0] as string).replace('| ', '').split(', '));
  expect(numbers.length).toBe(new Set(numbers).size);
});
