import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { glossary } from '#/web/help/glossary.ts';

test('every term that the pages explain stands in docs/glossary.md, by the same name in Vietnamese', () => {
  const lines = readFileSync(new URL('../docs/glossary.md', import.meta.url), 'utf8').split('\n');
  const rows = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  for (const { concept, vi } of Object.values(glossary)) {
    const found = rows.some((row) => row[1] === concept && row[3] === vi);
    expect(found, `${concept}: ${vi}`).toBe(true);
  }
});
