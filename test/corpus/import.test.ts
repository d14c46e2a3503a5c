import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { importJournal } from '#/exchange/import/import-journal.ts';
import { plannedSource } from '#/exchange/tables/planned-source.ts';
import { proposePlan } from '#/exchange/tables/propose-plan.ts';
import type { Problem } from '#/platform/errors.ts';
import { testWorld } from '#test/world.ts';
import { writeBook } from './book.ts';
import { plainList, sheetOf } from './list.ts';
import { oddities } from './oddities.ts';
import { people } from './people.ts';
import { accepted } from './reading.ts';

const folder = mkdtempSync(join(tmpdir(), 'sotay-awkward-'));
afterAll(() => rmSync(folder, { recursive: true }));

const some = [
  'a cross under the level of education',
  'two heading rows with merged cells',
  'a total, a place and day, and signatures below',
];

test("a ward's awkward workbook comes into an empty register: its body, its cells, its people; twice changes nothing", async () => {
  const file = join(folder, 'ward.xlsx');
  const all = people(24);
  const list = oddities
    .filter(
      ({ name }) =>
        some.includes(name) || /cells named in rows|names in capitals|days with two|lost their zeros|TCVN3/.test(name),
    )
    .filter(
      ({ kind, name }, at, chosen) => chosen.findLastIndex((other) => other.kind === kind) === at || kind === name,
    )
    .reduce((now, { apply }) => apply(now), plainList(all));
  await writeBook(file, [sheetOf(list).sheet]);
  const world = await testWorld();
  try {
    const lookup = async () => [];
    const { plan } = await proposePlan(file, { lookup });
    const proposed = await plannedSource(file, plan, { lookup });
    await expect(importJournal(world.journal, proposed, { actor: 'test' })).rejects.toMatchObject({
      code: 'import.refused',
    });
    const rows = [];
    for await (const row of proposed.rows()) rows.push(row);
    const source = await plannedSource(file, plan, { lookup, repairs: accepted(rows) });
    const receipt = await importJournal(world.journal, source, { actor: 'test' });
    expect(receipt.added).toBe(1 + 3 + all.length);
    const facts = await world.read(
      async ({ client }) =>
        (
          await client.query(
            `select (select count(*)::int from standing where valid @> '2024-12-31'::date and status = 'official') as official,
              (select count(*)::int from standing) as all,
              (select array_agg(c.code order by c.code) from unit_code c) as codes,
              (select count(*)::int from person_record r where r.sex = 'female') as women`,
          )
        ).rows[0],
    );
    expect(facts).toEqual({
      official: all.filter(({ officialOn }) => officialOn !== null).length,
      all: all.length,
      codes: ['AM', 'AM.01', 'AM.02', 'AM.03'],
      women: all.filter(({ sex }) => sex === 'female').length,
    });
    expect((await importJournal(world.journal, source, { actor: 'test' })).added).toBe(0);
  } finally {
    await world.close();
  }
});

test('what only the register can see is led back to the row of the file, heading rows and groups counted', async () => {
  const file = join(folder, 'born.xlsx');
  const [one, two] = people(2);
  if (one === undefined || two === undefined) throw new Error('no people');
  const { sheet } = sheetOf(plainList([{ ...one, born: '2010-01-15', citizenId: '036010000001' }, two]));
  await writeBook(file, [sheet]);
  const world = await testWorld();
  try {
    const lookup = async () => [];
    const { plan } = await proposePlan(file, { lookup });
    const source = await plannedSource(file, plan, { lookup });
    const error: Problem = await importJournal(world.journal, source, { actor: 'test' }).catch((reason) => reason);
    expect(error.fields.map(({ line, cell, code }) => [line, cell, code])).toEqual([
      [6, "'Sheet1'!6:6", 'member.before-birth'],
    ]);
    expect((await importJournal(world.journal, source, { actor: 'test', goodRowsOnly: true })).added).toBe(1 + 1 + 1);
  } finally {
    await world.close();
  }
});
