import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { messages } from '#/exchange/tables/planned/messages.ts';
import { kindLabel } from './kind-labels.ts';

const src = fileURLToPath(new URL('../..', import.meta.url));

/** Codes of faults that acts can have: those that the parts and the journal raise. */
function codesOfActs(): Set<string> {
  const codes = new Set<string>();
  for (const folder of ['domain', 'kernel/journal', 'kernel/access', 'kernel/facts', 'exchange/import'])
    for (const file of readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts') || file.endsWith('.test.ts') || file.includes('figures')) continue;
      const text = readFileSync(join(src, folder, file), 'utf8');
      for (const [, code] of text.matchAll(/(?:\bfault\(\w+(?: as \w+)?,|\bcode:)\s*'([a-z]+(?:-[a-z]+)*\.[a-z-]+)'/g))
        codes.add(code as string);
    }
  return codes;
}

/** Told of whole requests and files, or entries of closed lists: never of a row. */
const notOfRows =
  /^(enterprise|import|table|nation|figure|rulebook|rounding|known-at|head|key|report|reveal|roles|grant)\./;

test('every kind of problem that a row can have is called something in both languages, without holes', () => {
  const codes = [...codesOfActs()].filter((code) => !notOfRows.test(code));
  expect(codes.length).toBeGreaterThan(50);
  for (const code of [...Object.keys(messages), ...codes, 'duplicate.card', 'duplicate.citizen-id']) {
    const label = kindLabel(code);
    expect({ code, label }).toMatchObject({ label: { vi: expect.any(String), en: expect.any(String) } });
    expect(`${label?.vi} ${label?.en}`).not.toMatch(/[{}]|undefined/);
    expect(label?.en).not.toBe(code);
  }
});
