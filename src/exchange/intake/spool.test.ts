import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { openSpool, writeSpool } from './spool.ts';

const folder = mkdtempSync(join(tmpdir(), 'sotay-spool-'));
afterAll(() => rmSync(folder, { recursive: true }));

const sheets = fc.uniqueArray(
  fc.record({
    sheet: fc.string({ minLength: 1 }),
    gaps: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 300, minLength: 1 }),
  }),
  { selector: ({ sheet }) => sheet, maxLength: 3, minLength: 1 },
);

test('a spool gives back every entry in order, and from any row of any sheet', async () => {
  let n = 0;
  await fc.assert(
    fc.asyncProperty(sheets, fc.nat(), fc.string(), async (parts, seed, text) => {
      const entries = parts.flatMap(({ sheet, gaps }) => {
        let row = 1;
        return gaps.map((gap) => {
          row += gap;
          return { sheet, row, text };
        });
      });
      const file = join(folder, `s${n++}`);
      const writer = writeSpool<(typeof entries)[number]>(file);
      for (const entry of entries) await writer.add(entry);
      expect(await openSpool(file)).toBeNull(); // not whole yet
      expect(await writer.close()).toBe(entries.length);
      const spool = await openSpool<(typeof entries)[number]>(file);
      if (spool === null) throw new Error('no spool');
      const read = async (from: number, most = Infinity) => {
        const found = [];
        for await (const entry of spool.from(from)) {
          found.push(entry);
          if (found.length === most) break;
        }
        return found;
      };
      expect(await read(0)).toEqual(entries);
      const asked = entries[seed % entries.length] as (typeof entries)[number];
      const after = entries.findIndex((entry) => entry.sheet === asked.sheet && entry.row > asked.row);
      expect(await spool.after(asked.sheet, asked.row)).toBe(after === -1 ? entries.length : after);
      expect(await read(seed % entries.length, 3)).toEqual(
        entries.slice(seed % entries.length, (seed % entries.length) + 3),
      );
    }),
    { numRuns: 40 },
  );
});

test('only its owner may read what was read of people', async () => {
  const writer = writeSpool(join(folder, 'own'));
  await writer.add({ sheet: null, row: 1 });
  await writer.close();
  for (const name of ['own', 'own.marks']) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
});
