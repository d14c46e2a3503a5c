import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { writeBook } from './book.ts';
import { actsOf } from './expected.ts';
import { plainList, sheetOf } from './list.ts';
import { oddities } from './oddities.ts';
import { people } from './people.ts';
import { membersOf, readFile, readRepaired, told } from './reading.ts';

const folder = mkdtempSync(join(tmpdir(), 'sotay-corpus-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'a.xlsx');

test('a clean list is read without a question', async () => {
  const list = plainList(people(30));
  await writeBook(file, [sheetOf(list).sheet]);
  const { plan, planProblems, rows } = await readFile(file);
  expect(planProblems).toEqual([]);
  expect(told(rows)).toEqual([]);
  expect(membersOf(rows)).toEqual(actsOf(list.people, plan));
});

test.each(oddities.map((oddity) => [oddity.name, oddity] as const))('%s', async (_name, oddity) => {
  const list = oddity.apply(plainList(people(24)));
  await writeBook(file, [sheetOf(list).sheet]);
  const { plan, planProblems, rows } = await readRepaired(file);
  expect(planProblems).toEqual([]);
  expect(told(rows)).toEqual([]);
  expect(membersOf(rows)).toEqual(actsOf(list.people, plan));
});

/** Some oddities, at most one of each kind, in the order in which they are applied. */
const mixture = fc
  .subarray([...oddities], { minLength: 2 })
  .map((some) => [...new Map(some.map((one) => [one.kind, one])).values()]);

test('for every mixture the same people come out, once what is proposed is accepted', async () => {
  await fc.assert(
    fc.asyncProperty(
      mixture,
      fc.integer({ min: 4, max: 30 }),
      fc.integer({ min: 1, max: 50 }),
      async (some, count, seed) => {
        const list = oddities
          .filter((one) => some.includes(one))
          .reduce((now, { apply }) => apply(now), plainList(people(count, seed)));
        await writeBook(file, [sheetOf(list).sheet]);
        const { plan, planProblems, rows } = await readRepaired(file);
        expect(planProblems).toEqual([]);
        expect(told(rows)).toEqual([]);
        expect(membersOf(rows)).toEqual(actsOf(list.people, plan));
      },
    ),
    { numRuns: 40 },
  );
});
