import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { addDays } from '#/platform/day.ts';
import { askFigure } from '#test/ask.ts';
import { testWorld } from '#test/world.ts';

const paper = { issuer: 'Tỉnh ủy Thử', number: '1-QĐ/TU', issuedOn: '2015-01-01' };
const unit = (code: string, kind: string, parent?: string): ActInput => ({
  kind: 'unit.established',
  effectiveOn: '2015-01-01',
  paper,
  unit: { code, name: `Đơn vị ${code}`, kind, parent },
});

const letter = fc.record({
  at: fc.constantFrom('A', 'B', 'C'),
  day: fc.nat(360),
  /** Days until it is settled; null: it waits. */
  taken: fc.option(fc.nat(300)),
});
const reform = fc.record({ day: fc.integer({ min: 361, max: 500 }), gone: fc.constantFrom('A', 'B', 'C') });

interface Letter {
  at: string;
  day: number;
  taken: number | null;
}

const dayOf = (offset: number) => addDays('2022-01-01', offset);

const actsOf = ({ at, day, taken }: Letter, i: number): ActInput[] => {
  const common = { paper: null, unit: at, code: `${i}` };
  const received = { kind: 'petition.received', effectiveOn: dayOf(day), ...common, sort: 'petition' };
  if (taken === null) return [received];
  return [received, { kind: 'petition.settled', effectiveOn: dayOf(day + taken), ...common, outcome: 'founded' }];
};

/** Two districts; one of three bodies goes up into a body of the other district. */
const journal = (letters: readonly Letter[], day: number, gone: string): ActInput[] => [
  unit('R', 'provincial'),
  unit('H', 'district', 'R'),
  unit('K', 'district', 'R'),
  unit('A', 'grassroots-body', 'H'),
  unit('B', 'grassroots-body', 'H'),
  unit('C', 'grassroots-body', 'K'),
  ...letters.flatMap(actsOf),
  { kind: 'unit.merged', effectiveOn: dayOf(day), paper, units: [gone], into: gone === 'C' ? 'A' : 'C' },
];

test('whatever is received, settled and merged: pending before + received − settled = pending after, and nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(letter, { minLength: 1, maxLength: 10 }), reform, async (letters, { day, gone }) => {
      const world = await testWorld();
      try {
        await world.post(journal(letters, day, gone));
        const pendingIn = async (code: string, at: number) =>
          (await askFigure(world, 'petitions-pending', code, { on: dayOf(at) })).value as number;
        const until = async (figure: string, at: number) =>
          (await askFigure(world, figure, 'R', { from: dayOf(0), on: dayOf(at) })).value as number;
        for (const at of [100, 361, day, 700]) {
          const waits = ({ day: since, taken }: Letter) => since <= at && (taken === null || at < since + taken);
          const pending = letters.filter(waits).length;
          expect(await pendingIn('R', at)).toBe(pending);
          expect((await pendingIn('H', at)) + (await pendingIn('K', at))).toBe(pending);
          expect((await until('petitions-received', at)) - (await until('petitions-settled', at))).toBe(pending);
        }
      } finally {
        await world.close();
      }
    }),
    { numRuns: 6 },
  );
});
