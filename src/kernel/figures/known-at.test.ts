import fc from 'fast-check';
import type { Pool, PoolClient } from 'pg';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { factColumns } from '#/platform/db/fact-columns.gen.ts';
import { inTransaction } from '#/platform/db/transaction.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { idOf } from '#test/facts.ts';
import { toyFigures } from '#test/toy-figures.ts';
import { day, dayOf, lay, ROOT, toyWorld } from '#test/toy-world.ts';
import { answerFigure } from './answer.ts';
import type { FigureAnswer } from './figure.ts';

let database: TestDatabase;
let pool: Pool;
let admin: Client;
beforeAll(async () => {
  database = await testDatabase();
  pool = database.appPool();
  admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  await admin.query('set search_path to t_t, public');
});
afterAll(async () => {
  await admin?.end();
  await database?.close();
});

const TABLES = [
  'unit_life',
  'unit_name',
  'unit_code',
  'unit_kind',
  'unit_parent',
  'unit_line',
  'person_record',
  'standing',
  'member_event',
];
const CONTENT = (alias: string) => `to_jsonb(${alias}) - '{known_from,ordinal,act_id}'::text[]`;
const instant = (round: number) => `2026-01-0${round + 1}T00:00:00.000001Z`;

/** Replaces the facts as the write path does: rows that stay keep their known_from, the others go to the twin. */
async function rewrite(world: Parameters<typeof lay>[0], round: number): Promise<void> {
  const at = instant(round);
  await admin.query('begin');
  for (const table of TABLES)
    await admin.query(`create temp table old_${table} on commit drop as select * from ${table}`);
  await lay(world, admin as unknown as PoolClient);
  for (const table of TABLES) {
    await admin.query(
      `update ${table} t set known_from = coalesce((select o.known_from from old_${table} o where ${CONTENT('o')} = ${CONTENT('t')}), $1)`,
      [at],
    );
    await admin.query(
      `insert into ${table}_twin select o.*, $1 from old_${table} o where not exists (select from ${table} t where ${CONTENT('t')} = ${CONTENT('o')})`,
      [at],
    );
  }
  await admin.query('update journal_head set last_recorded_at = $1', [at]);
  await admin.query('commit');
}

async function answers(on: string, knownAt: string | null): Promise<FigureAnswer[]> {
  return inTransaction(pool, { actor: 'test', scope: '|', readOnly: true }, async ({ db }) => {
    const all: FigureAnswer[] = [];
    for (const unit of [ROOT, 'D1', 'C1', 'C2'])
      for (const figure of ['members-counted', 'entered', 'entries']) {
        const period = figure === 'members-counted' ? { from: null, to: null } : { from: dayOf(0), to: on };
        const question = { figure, unitId: idOf(unit), on, ...period, args: {}, knownAt };
        all.push(await answerFigure(db, { ...toyFigures, ...untallied }, question, { list: true, byUnit: true }));
      }
    return all;
  });
}

// Tallies are kept by the write path, which has no part here.
const untallied = {
  ask: (name: string, args: Record<string, string>) => {
    const asked = toyFigures.ask(name, args);
    return { ...asked, figure: { ...asked.figure, tally: false } };
  },
} as Partial<typeof toyFigures>;

/** A list entry names its act; the hand-made facts number theirs anew each time. */
const withoutActs = (given: FigureAnswer[]) =>
  JSON.parse(JSON.stringify(given, (key, value) => (key === 'act' || key === 'id' ? undefined : value)));

test('for every rewriting of facts and tree: a figure as known at an instant never changes later', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(toyWorld, { minLength: 2, maxLength: 4 }), day, async (worlds, on) => {
      for (const table of TABLES.toReversed()) await admin.query(`truncate ${table}, ${table}_twin cascade`);
      const seen: FigureAnswer[][] = [];
      for (const [round, world] of worlds.entries()) {
        await rewrite(world, round);
        seen.push(await answers(dayOf(on), null));
      }
      for (const [round, then] of seen.entries()) {
        expect(withoutActs(await answers(dayOf(on), instant(round)))).toEqual(withoutActs(then));
        // Between two instants nothing was recorded.
        if (round < seen.length - 1) {
          const later = (await answers(dayOf(on), instant(round).replace('T00', 'T12'))).map((answer) => ({
            ...answer,
            knownAt: instant(round),
          }));
          expect(withoutActs(later)).toEqual(withoutActs(then));
        }
      }
    }),
    { numRuns: 6 },
  );
});

test('before anything was recorded nothing was known', async () => {
  await rewrite({ moves: [], stands: [[{ unit: 4, day: 0, transit: false }]], entries: [] }, 8);
  const [first] = await answers(dayOf(5), '2000-06-01T00:00:00Z');
  expect(first).toMatchObject({ value: 0, list: [], unit: { code: '', name: '' } });
  expect((await answers(dayOf(5), null))[0]).toMatchObject({ value: 1, unit: { code: ROOT } });
});

test('every table that a figure may read has its columns, in one order, in the table and the twin', async () => {
  expect(Object.keys(factColumns).toSorted()).toEqual(
    expect.arrayContaining(['standing', 'unitLine', 'unitCode', 'unitName', 'rule']),
  );
  const { rows } =
    await admin.query(`select relname from pg_class where relkind = 'r' and relnamespace = 't_t'::regnamespace
    and relname in (select table_name from information_schema.columns where table_schema = 't_t' and column_name = 'known_from')
    and relname not like '%\\_twin'`);
  const camel = (name: string) => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  expect(rows.map((row) => camel(row.relname)).filter((name) => !(name in factColumns))).toEqual([]);
});
