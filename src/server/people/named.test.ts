import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { memberSorts } from '#/domain/members/list-contract.ts';
import { factSource } from '#/kernel/figures/source.ts';
import { post } from '#/kernel/journal/post.ts';
import { nameKey, nameOrder } from '#/platform/names.ts';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { orderOf, writeCursor } from './order.ts';
import { gathered, type Listed, namedInOrder, selected } from './page.ts';
import { searchPeople } from './person-search.ts';
import { placeOf, type Reading, readMembers } from './question.ts';
import { actsOf, life, pick, unit } from './random-lives.ts';
import { lookUp } from './say-whom.ts';

// Names found by an index and put in order in the database are those that a look at each name finds, in the same order.

let database: TestDatabase;
let installation: Installation;
const folder = mkdtempSync(join(tmpdir(), 'sotay-named-'));
const seed = Math.floor(Math.random() * 2 ** 31);
const numRuns = Number(process.env.SOTAY_RUNS ?? 60);

beforeAll(async () => {
  database = await bareDatabase();
  installation = await openInstallation({ env: { DATABASE_URL: database.adminUrl, SOTAY_DATA: folder } });
  const room = await installation.addTenant({ code: 'R', name: 'Đảng bộ tỉnh R' });
  const paper = { issuer: 'Tỉnh ủy R', number: '1', issuedOn: '2019-01-01' };
  const units = [
    unit('R', 'provincial'),
    ...[unit('R.1', 'grassroots-body', 'R'), unit('R.3', 'grassroots-body', 'R')],
    ...[unit('R.1.1', 'cell', 'R.1'), unit('R.1.2', 'cell', 'R.1'), unit('R.2', 'grassroots-cell', 'R')],
  ];
  const acts = fc.sample(life, { seed, numRuns: 70 }).flatMap(actsOf);
  const poster = { actor: 'test', source: { via: 'api' } } as const;
  await post(await room.journal(), poster, [...units, ...acts] as never);
  // Paths change with a move: what is looked for is where everybody lies today.
  await post(await room.journal(), poster, [
    { kind: 'unit.moved', effectiveOn: '2020-01-01', paper, unit: 'R.1.2', parent: 'R.3' } as never,
  ]);
}, 120_000);
afterAll(async () => {
  await installation.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const words = pick(
  'n',
  'nguyen',
  'ha',
  'h',
  'thi',
  'van a',
  'do thi uoc',
  'binh nguyen',
  'vi',
  'đ',
  'd',
  'xyz',
  '%',
  '_',
  '\\',
  "an'",
  'P',
);
const place = fc.record({
  q: words,
  scope: pick<string | undefined>(undefined, 'R', 'R.1', 'R.1.1', 'R.1.2', 'R.2', 'R.3'),
  on: pick('2016-06-30', '2019-06-30', '2025-12-31'),
});
const asked = fc.record({
  ...{ where: place, sort: pick('name' as const, '-name' as const), limit: fc.integer({ min: 1, max: 9 }) },
  sex: fc.option(pick('male', 'female'), { nil: undefined }),
  after: fc.option(fc.nat(60), { nil: undefined }),
});

/** Reads as whoever has the place in sight, with no unit asked for. */
const reading = <T>(
  { q, scope, on }: { q: string; scope: string | undefined; on: string },
  more: object,
  work: (reading: Reading) => Promise<T>,
) => readMembers(installation, 'test', { q, scope, on, ...more } as never, work, (found) => found);

interface Named {
  id: string;
  name: string;
}
type Known = Named & { code: string; unitId: string | null };

const isCalled = ({ name }: Named, q: string) =>
  nameKey(q)
    .split(' ')
    .every((word) => ` ${nameKey(name)}`.includes(` ${word}`));

const rowsOf = async ({ facts }: Reading, rows: ReturnType<typeof selected>): Promise<Listed[]> =>
  (await sql<Listed>`${rows}`.execute(facts.db)).rows;

test('a page of names by the index is the page that a look at each name gives, from any cursor, in any scope', async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(asked, async ({ where, sort, limit, sex, after }) => {
      await reading(where, sex === undefined ? {} : { sex: [sex] }, async (one) => {
        const whole = { ...one, unitId: null };
        const all = await rowsOf(
          whole,
          selected(gathered(whole, orderOf(sort, undefined), null), orderOf(sort, undefined)),
        );
        const from = after === undefined ? undefined : all[after];
        const order = orderOf(sort, from === undefined ? undefined : writeCursor(sort, from.keys));
        const page = await namedInOrder(whole, order, limit);
        if (page === null) return;
        told += 1;
        const rest = all.slice(from === undefined ? 0 : (after as number) + 1);
        expect(page).toEqual(rest.slice(0, limit + 1));
      });
    }),
    { numRuns, seed },
  );
  expect(told).toBeGreaterThan(numRuns / 2);
}, 120_000);

test('whom the index finds is whoever has such a name on the day and is in sight, and nobody else', async () => {
  await fc.assert(
    fc.asyncProperty(place, async ({ q, scope, on }) => {
      await reading({ q, scope, on }, {}, async ({ facts, scope: path }) => {
        const { rows } = await sql<Named>`select person_id as id, name from person_record
          where valid @> ${on}::date and strpos(scope, ${path}) > 0`.execute(facts.db);
        const found = await lookUp(facts.db, { scope: path, on }, q);
        expect(found?.toSorted()).toEqual(
          rows
            .filter((one) => isCalled(one, q))
            .map(({ id }) => id)
            .toSorted(),
        );
      });
    }),
    { numRuns, seed },
  );
}, 120_000);

const wanted = fc.record({ where: place, limit: fc.integer({ min: 1, max: 12 }) });

test('the search finds members of the day before others, those first who are called so, then by name', async () => {
  await fc.assert(
    fc.asyncProperty(wanted, async ({ where: { q, scope, on }, limit }) => {
      const placed = await placeOf(installation, { scope, on });
      const found = await searchPeople(placed, 'test', { q, limit });
      await reading({ q, scope, on }, {}, async ({ facts, scope: path }) => {
        const { rows } = await sql<Known>`select r.person_id as id, r.name, p.code, s.unit_id from person_record r
          join person p on p.person_id = r.person_id left join standing s on s.person_id = r.person_id and s.valid @> ${on}::date
          where r.valid @> ${on}::date and strpos(r.scope, ${path}) > 0`.execute(facts.db);
        const fitting = rows.filter((one) => one.code.startsWith(q.toUpperCase()) || isCalled(one, q));
        const key = ({ id, name, unitId }: Known) => {
          const isOther = !nameKey(name)
            .split(' ')
            .at(-1)
            ?.startsWith(nameKey(q).split(' ').at(-1) as string);
          return `${Number(unitId === null)}${Number(isOther)}${nameOrder(name)}\u0000${id}`;
        };
        const order = fitting.map((one) => [key(one), one.id] as const).toSorted(([a], [b]) => (a < b ? -1 : 1));
        expect(found.map(({ person }) => person)).toEqual(order.map(([, id]) => id).slice(0, limit));
      });
    }),
    { numRuns, seed },
  );
}, 120_000);

test('under no place, or one that is no unit of today, nobody is found', async () => {
  const room = await installation.room('R');
  for (const scope of ['', '|nowhere.'])
    expect(
      await room.read({ actor: 'test' }, ({ db }) =>
        lookUp(factSource(db, null).db, { scope, on: '2025-12-31' }, 'nguyen'),
      ),
    ).toEqual([]);
});

test('only an order by names is read off the names', () => {
  expect(memberSorts.filter((sort) => orderOf(sort, undefined).isByName)).toEqual(['name', '-name']);
});
