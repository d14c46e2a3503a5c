import fc from 'fast-check';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#/platform/db/transaction.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { idOf } from '#test/facts.ts';
import { toyFigures } from '#test/toy-figures.ts';
import { day, dayOf, lay, toyWorld, UNITS } from '#test/toy-world.ts';
import { answerFigure } from './answer.ts';
import type { CountFigure } from './figure.ts';
import { inFrame } from './frame.ts';
import { countMany } from './many.ts';
import { rebuildTallies } from './tally.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await testDatabase();
  pool = database.appPool();
});
afterAll(() => database?.close());

const counts = toyFigures.all.filter((figure): figure is CountFigure => figure.type === 'count');
const period = fc.tuple(day, day).map(([a, b]) => ({ from: dayOf(Math.min(a, b)), to: dayOf(Math.max(a, b)) }));

test('for every organisation, unit and periods: asked together, each figure gives the number it gives alone', async () => {
  await fc.assert(
    fc.asyncProperty(toyWorld, fc.constantFrom(...UNITS), period, period, async (world, unit, one, other) => {
      await inTransaction(pool, { actor: 'test', scope: '|' }, async ({ db, client }) => {
        await lay(world, client);
        await rebuildTallies(db, toyFigures.all);
        const points = counts.flatMap((figure) => [one, other].map((days) => ({ figure, args: {}, ...days })));
        const question = { unitId: idOf(unit), on: one.to, ...one, args: {}, knownAt: null };
        const together = await inFrame(db, question, (frame) => countMany(frame, points));
        for (const [i, { figure, from, to }] of points.entries()) {
          const alone = await answerFigure(db, toyFigures, { ...question, figure: figure.name, on: to, from, to });
          expect([figure.name, together[i]]).toEqual([figure.name, { named: alone.named, declared: alone.declared }]);
        }
      });
    }),
    { numRuns: 25 },
  );
});
