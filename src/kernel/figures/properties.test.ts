import fc from 'fast-check';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction, type Tx } from '#/platform/db/transaction.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { idOf } from '#test/facts.ts';
import { toyFigures } from '#test/toy-figures.ts';
import {
  CELLS,
  COMMUNES,
  day,
  dayOf,
  entriesBy,
  lay,
  membersBy,
  PERSONS,
  ROOT,
  superiorOf,
  type ToyWorld,
  toyWorld,
  UNITS,
} from '#test/toy-world.ts';
import { type AnswerOptions, answerFigure } from './answer.ts';
import type { FigureAnswer, ListEntry } from './figure.ts';
import { contributions, moveTallies, rebuildTallies, verifyTallies } from './tally.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await testDatabase();
  pool = database.appPool();
});
afterAll(() => database?.close());

const write = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(pool, { actor: 'test', scope: '|' }, work);

async function ask(
  { db }: Tx,
  figure: string,
  unit: string,
  from: number | null,
  to: number,
  options: AnswerOptions,
): Promise<FigureAnswer> {
  const alarm = (problem: Error) => {
    throw problem;
  };
  const days = { on: dayOf(to), from: from === null ? null : dayOf(from), to: from === null ? null : dayOf(to) };
  return answerFigure(
    db,
    toyFigures,
    { figure, unitId: idOf(unit), ...days, args: {}, knownAt: null },
    { alarm, ...options },
  );
}

const names = (answer: FigureAnswer) => (answer.list as ListEntry[]).map((entry) => entry.label).toSorted();
const total = (answer: FigureAnswer) => (answer.byUnit ?? []).reduce((sum, { value }) => sum + (value ?? 0), 0);

test('for every organisation, unit and day: number = list = recount, and the split by unit adds up', async () => {
  await fc.assert(
    fc.asyncProperty(toyWorld, day, day, async (w, one, other) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      await write(async (tx) => {
        await lay(w, tx.client);
        await rebuildTallies(tx.db, toyFigures.all);
        for (const unit of UNITS) {
          for (const name of ['members', 'members-counted']) {
            const listed = await ask(tx, name, unit, null, to, { list: true, byUnit: true });
            expect(names(listed)).toEqual(membersBy(w, unit, to));
            expect((await ask(tx, name, unit, null, to, {})).value).toBe(listed.value);
            expect([listed.value, total(listed)]).toEqual([names(listed).length, names(listed).length]);
            for (const { code, value } of listed.byUnit ?? [])
              if (code !== unit) expect(value).toBe(membersBy(w, code, to).length);
          }
          const entries = await ask(tx, 'entries', unit, from, to, { list: true, byUnit: true });
          expect(names(entries)).toEqual(entriesBy(w, unit, from, to));
          expect((await ask(tx, 'entries', unit, from, to, {})).value).toBe(names(entries).length);
          const entered = await ask(tx, 'entered', unit, from, to, { list: true, byUnit: true });
          expect(names(entered)).toEqual([...new Set(entriesBy(w, unit, from, to))]);
          expect([total(entries), total(entered)]).toEqual([entries.value, entered.value]);
          expect((await ask(tx, 'entered', unit, from, to, {})).value).toBe(entered.value);
        }
      });
    }),
    { numRuns: 12 },
  );
});

test('for every organisation and day: a parent’s list is the disjoint union of its subordinates’ and its own', async () => {
  await fc.assert(
    fc.asyncProperty(toyWorld, day, async (w, on) => {
      await write(async (tx) => {
        await lay(w, tx.client);
        for (const unit of [ROOT, ...COMMUNES]) {
          const children = UNITS.filter((other) => superiorOf(w, other, on) === unit);
          const lists: FigureAnswer[] = [];
          for (const child of children) lists.push(await ask(tx, 'members-counted', child, null, on, { list: true }));
          const whole = await ask(tx, 'members-counted', unit, null, on, { list: true });
          const own = (whole.list as ListEntry[])
            .filter((entry) => entry.unit?.code === unit)
            .map((entry) => entry.label);
          expect([...lists.flatMap(names), ...own].toSorted()).toEqual(names(whole));
        }
      });
    }),
    { numRuns: 12 },
  );
});

test('for every rewriting of some subjects the tallies equal what the rules count, and nothing of 0 stays', async () => {
  await fc.assert(
    fc.asyncProperty(toyWorld, fc.array(toyWorld, { minLength: 1, maxLength: 4 }), async (first, later) => {
      await write(async (tx) => {
        await lay(first, tx.client);
        await rebuildTallies(tx.db, toyFigures.all);
        let now = first;
        for (const next of later) {
          // Only some subjects change: the persons of even number with their entries, and the cells that moved.
          const then: ToyWorld = {
            moves: next.moves,
            stands: next.stands.map((spells, i) => (i % 2 === 0 ? spells : (now.stands[i] ?? []))),
            entries: [
              ...now.entries.filter((e) => e.person % 2 === 1),
              ...next.entries.filter((e) => e.person % 2 === 0),
            ],
          };
          const personIds = PERSONS.filter((_, i) => i % 2 === 0).map(idOf);
          const before = await contributions(tx.db, toyFigures.all, { personIds, unitIds: CELLS.map(idOf) });
          await lay(then, tx.client);
          await moveTallies(tx.db, toyFigures.all, before);
          now = then;
          expect(await verifyTallies(tx.db, toyFigures.all)).toEqual([]);
          expect((await tx.client.query('select from tally where change = 0')).rowCount).toBe(0);
        }
      });
    }),
    { numRuns: 12 },
  );
});

test('verify names a tally that is wrong, missing or too many', async () => {
  await write(async (tx) => {
    const w: ToyWorld = { moves: CELLS.map(() => []), stands: [[{ unit: 4, day: 3, transit: false }]], entries: [] };
    await lay(w, tx.client);
    await rebuildTallies(tx.db, toyFigures.all);
    await tx.client.query(`update tally set change = 7 where unit_id = $1`, [idOf('C1')]);
    await tx.client.query(`delete from tally where unit_id = $1`, [idOf('D1')]);
    await tx.client.query(`insert into tally values ($1, 'entries', '2020-01-09', 2)`, [idOf('P')]);
    const faults = await verifyTallies(tx.db, toyFigures.all);
    expect(faults).toHaveLength(3);
    expect(faults).toContainEqual({ figure: 'members', unitId: idOf('C1'), day: dayOf(3), expected: 1, found: 7 });
    expect(faults).toContainEqual({ figure: 'members', unitId: idOf('D1'), day: dayOf(3), expected: 1, found: 0 });
    expect(faults).toContainEqual({ figure: 'entries', unitId: idOf('P'), day: '2020-01-09', expected: 0, found: 2 });
  });
});
