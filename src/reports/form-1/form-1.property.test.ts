import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { memberFigures } from '#/domain/members/figures.ts';
import { catalogue } from '#/kernel/figures/catalogue.ts';
import { rebuildTallies } from '#/kernel/figures/tally.ts';
import { addDays, type Day } from '#/platform/day.ts';
import { inTransaction, type Tx, wholeTenant } from '#/platform/db/transaction.ts';
import { log } from '#/platform/log.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import type { Facts } from '#test/facts.ts';
import { memberFacts } from '#test/random/member-facts.ts';
import { daysOf, Form1Recount } from '#test/random/recount-form-1.ts';
import { samePeriodLastYear } from '../period.ts';
import type { ReportRequest } from '../report.ts';
import { openReport, runReport } from '../reports.ts';
import { rows as formRows } from './rows.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const figures = catalogue(memberFigures);
const within = <T>(readOnly: boolean, work: (tx: Tx) => Promise<T>) =>
  inTransaction(database.appPool(), { actor: 'test', scope: wholeTenant, readOnly }, work);

const step = fc.record({ time: fc.nat(80), what: fc.nat(99), who: fc.nat(14), where: fc.nat(20) });
// The first steps fall on few days, so that several things happen to one person on one day.
const crowded = fc.record({
  time: fc.nat(3),
  what: fc.integer({ min: 3, max: 99 }),
  who: fc.nat(7),
  where: fc.nat(20),
});
const story = fc
  .tuple(fc.array(crowded, { maxLength: 15 }), fc.array(step, { minLength: 20, maxLength: 70 }))
  .map(([a, b]) => [...a, ...b]);
// Half of the periods begin near the opening of the register, or on that very day.
const period = fc.tuple(fc.oneof(fc.nat(1000), fc.constant(7), fc.nat(60)), fc.nat(400)).map(([start, length]) => {
  const from = addDays('2022-12-25', start);
  return { from, to: addDays(from, length) };
});

/** The numbers of every row, and the names, by the recount. */
function expected(recount: Form1Recount, unit: string, { from, to }: { from: Day; to: Day }, opening: Day | undefined) {
  const lines = recount.movements(unit, daysOf(from, to), opening);
  return new Map(
    formRows.map((row) => {
      const moved = row.lines.flatMap((line) => lines.get(line) ?? []);
      if (row.row === 'A') return [row.row, [...recount.members(unit, addDays(from, -1)), ...moved].toSorted()];
      return [row.row, row.row === 'D' ? recount.members(unit, to).toSorted() : moved.toSorted()];
    }),
  );
}

async function checkUnit(
  tx: Tx,
  facts: Facts,
  recount: Form1Recount,
  unitId: string,
  asked: { from: Day; to: Day },
): Promise<void> {
  const request: ReportRequest = { unitId, ...asked, knownAt: null, rounding: 'half-up', decimals: 1 };
  const before = samePeriodLastYear(asked);
  const opening = recount.opening(unitId, [...daysOf(asked.from, asked.to), ...daysOf(before.from, before.to)]);
  const now = expected(recount, unitId, asked, opening);
  const past = expected(recount, unitId, before, opening);
  const { rows } = await runReport(tx.db, figures, 'form-1', request);
  const value = (name: string) => rows.find((row) => row.row === name)?.value as number;
  expect(value('D')).toBe(value('A') + value('B') - value('C'));
  const isPastKnown = [...past.values()].some((names) => names.length > 0);
  const code = new Map((facts.tables.person ?? []).map((row) => [row.code, row.person_id]));
  for (const { row, value: number, previous } of rows) {
    const names = now.get(row) as string[];
    expect([row, number, previous]).toEqual([
      row,
      names.length,
      isPastKnown ? (past.get(row) as string[]).length : null,
    ]);
    if (number === 0 || !['A', 'B', 'C', 'D'].includes(row)) continue;
    const list = await openReport(tx.db, figures, 'form-1', request, row);
    expect(list.map((entry) => code.get(entry.label as string)).toSorted()).toEqual(names);
    expect(list.filter((entry) => !entry.unit?.code || !entry.act)).toEqual([]);
  }
}

test('for every unit and period D = A + B − C, every row is what a recount of the rows gives, and lists are as long as numbers', async () => {
  const alarm = vi.spyOn(log, 'error');
  await fc.assert(
    fc.asyncProperty(story, period, async (steps, asked) => {
      const facts = memberFacts(steps);
      await within(false, async ({ client, db }) => {
        await facts.insert(client);
        await rebuildTallies(db, memberFigures);
      });
      const recount = new Form1Recount(facts);
      await within(true, async (tx) => {
        for (const { unit_id } of facts.tables.unit_life ?? [])
          await checkUnit(tx, facts, recount, unit_id as string, asked);
      });
    }),
    // Shrinking a register takes minutes; the seed that is printed is enough to go on.
    { endOnFailure: true, numRuns: Number(process.env.SOTAY_RUNS ?? 8) },
  );
  expect(alarm).not.toHaveBeenCalled();
}, 240_000);
