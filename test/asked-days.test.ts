import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsCounted, rowsInPlace } from '#/kernel/figures/counted.ts';
import type { CountFigure } from '#/kernel/figures/figure.ts';
import { type Frame, inFrame } from '#/kernel/figures/frame.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { addDays } from '#/platform/day.ts';
import { figures } from '#/server/parts.ts';
import { testWorld, type World } from './world.ts';

// A rule that is told the days may leave out what counts on none of them: of every figure that makes use of it.

const sparing = figures.all.filter(
  (figure): figure is CountFigure => figure.type === 'count' && figure.rows.length > 2,
);

const established = (code: string, kind: string, parent?: string): ActInput => ({
  kind: 'unit.established',
  effectiveOn: '1980-01-01',
  unit: { code, name: `Đơn vị ${code}`, kind, ...(parent ? { parent } : {}) },
});

// Around the ends of months, the leap day included, where adding years and cutting to the month might part.
const admittedOn = ['1976-02-29', '1976-03-01', '1977-02-28', '1986-12-31', '1987-01-01', '1996-11-30', '1996-12-02'];

let world: World;
beforeAll(async () => {
  world = await testWorld();
  const person = (code: string, more: object) => ({ code, name: `Lê Văn ${code}`, born: '1950', sex: 'male', ...more });
  const old = admittedOn.map((day, i): ActInput => {
    const record = { admissionDecidedOn: day, admittedOn: day };
    return {
      kind: 'member.registered',
      effectiveOn: '2020-01-01',
      person: person(`P${i}`, record),
      cell: 'C1',
      status: 'official',
    };
  });
  const young = ['2024-02-29', '2024-12-31', '2025-01-01', '2025-11-30'].map(
    (day, i): ActInput => ({
      ...{ kind: 'member.admitted', effectiveOn: day, cell: 'C2' },
      paper: { issuer: 'Huyện ủy A', number: `${i}-QĐ/HU`, issuedOn: day },
      person: person(`Y${i}`, { born: '2000-01-01' }),
    }),
  );
  await world.post([
    established('A', 'district'),
    established('G', 'grassroots-body', 'A'),
    established('C1', 'cell', 'G'),
    established('C2', 'cell', 'G'),
    ...old,
    ...young,
    {
      kind: 'member.recognised',
      effectiveOn: '2025-03-01',
      person: 'Y0',
      paper: { issuer: 'Huyện ủy A', number: '9-QĐ/HU', issuedOn: '2025-03-10' },
    },
  ]);
});
afterAll(() => world.close());

/** All rows of the rule, cut to the asked days by the kernel alone. */
async function idsWithout(frame: Frame, figure: CountFigure) {
  return rowsInPlace(frame, figure, {}, figure.rows(frame.facts, {}));
}

test('there are such figures', () => expect(sparing.map(({ name }) => name)).toContain('badges-due'));

test('for all periods and days, a rule that is told them gives the rows that it gives without', async () => {
  const unitId = await world.read(async ({ client }) => {
    const { rows } = await client.query("select unit_id from unit_code where code = 'A'");
    return rows[0].unit_id as string;
  });
  const ids = (frame: Frame, query: Awaited<ReturnType<typeof rowsCounted>>) =>
    sql<{ id: string; day: string }>`select id, day from (${query}) q order by id, day`.execute(frame.tx);
  let most = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 2600 }), fc.integer({ min: 0, max: 400 }), async (start, length) => {
      const from = addDays('2020-01-01', start);
      const question = { unitId, on: addDays(from, length), from, to: addDays(from, length), args: {}, knownAt: null };
      await world.read(({ db }) =>
        inFrame(db, question, async (frame) => {
          for (const figure of sparing) {
            const told = (await ids(frame, await rowsCounted(frame, figure, {}))).rows;
            expect(told, figure.name).toEqual((await ids(frame, await idsWithout(frame, figure))).rows);
            most = Math.max(most, told.length);
          }
        }),
      );
    }),
    { numRuns: 60 },
  );
  expect(most).toBeGreaterThan(1);
});
