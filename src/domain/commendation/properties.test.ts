import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { digest } from '#/kernel/journal/digest.ts';
import { unitLine } from '#/kernel/tree/lines.ts';
import { addDays } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';
import { derivedId } from '#/platform/ids.ts';
import { askFigure } from '#test/ask.ts';
import { randomJournal } from '#test/random/journal.ts';
import { testWorld, type World } from '#test/world.ts';

// Honours, cards and flags strewn over random lives: of people who move, die, leave and come back, in units that merge,
// split and move.

const kinds: [kind: string, fields: (n: number) => object, figures: (fields: never) => string][] = [
  ['member.commended', () => ({ form: 'certificate', level: 'district', issuer: 'Huyện ủy A' }), () => 'commendations'],
  ['badge.awarded', (n) => ({ years: [30, 40, 50][n % 3] }), () => 'badges'],
  ['card.issued', (n) => ({ number: String(10_000_000 + n) }), () => 'cards-issued'],
  ['card.reissued', () => ({}), () => 'cards-reissued'],
  ['card.exchanged', (n) => ({ number: String(20_000_000 + n) }), () => 'cards-exchanged'],
  ['transfer.flagged', (n) => ({ direction: n % 2 ? 'in' : 'out', flag: 'irregular' }), () => 'transfers-flagged'],
];

const honour = fc.record({ wait: fc.nat(400), kind: fc.nat(kinds.length - 1), who: fc.nat(40), n: fc.nat(9_999) });
const journals = fc
  .tuple(randomJournal('honours', 60), fc.array(honour, { minLength: 10, maxLength: 25 }))
  .map(([base, honours]) => ({ base, honours: honours.map((one, i) => actOf(one, base, i)) }));

function actOf(
  { wait, kind, who, n }: { wait: number; kind: number; who: number; n: number },
  base: ActInput[],
  i: number,
): ActInput {
  const people = base.flatMap(({ person }) => (typeof person === 'object' ? [(person as { code: string }).code] : []));
  const [name, fields] = kinds[kind] as (typeof kinds)[number];
  const id = derivedId('honour', JSON.stringify(base), String(i));
  return {
    id,
    kind: name,
    effectiveOn: addDays('2020-01-01', wait),
    person: people[who % people.length],
    ...fields(n),
  };
}

/** Those that fit, posted one by one. */
async function kept(world: World, acts: readonly ActInput[]): Promise<ActInput[]> {
  const fitting: ActInput[] = [];
  for (const act of acts) {
    try {
      await world.post([act]);
      fitting.push(act);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
  return fitting;
}

const factsOf = (world: World) =>
  world
    .read(({ client }) => digest({ client }, [...world.journal.register.tables, unitLine]))
    .then(({ facts }) => facts);

async function inFreshWorld<T>(work: (world: World) => Promise<T>): Promise<T> {
  const world = await testWorld();
  try {
    return await work(world);
  } finally {
    await world.close();
  }
}

const period = { from: '2020-01-01', on: '2026-07-31', list: true, byUnit: true };

test('whatever happens to people and units, each honour counts once under the root, and its parts add up; the order of recording does not matter', async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(journals, fc.infiniteStream(fc.nat()), async ({ base, honours }, random) => {
      const [fitting, facts] = await inFreshWorld(async (world) => {
        await world.post(base);
        const fit = await kept(world, honours);
        for (const [kind, , figureOf] of kinds) {
          const count = fit.filter((act) => act.kind === kind).length;
          seen.set(kind, (seen.get(kind) ?? 0) + count);
          const answer = await askFigure(world, figureOf({} as never), 'R', period);
          expect({ kind, value: answer.value }).toEqual({ kind, value: count });
          expect(answer.byUnit?.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(count);
        }
        return [fit, await factsOf(world)] as const;
      });
      const order = [...base, ...fitting].map((act) => ({ act, at: random.next().value as number }));
      await inFreshWorld(async (world) => {
        await world.post(order.toSorted((a, b) => a.at - b.at).map(({ act }) => act));
        expect(await factsOf(world)).toBe(facts);
      });
    }),
    { numRuns: Number(process.env.SOTAY_RUNS ?? 5) },
  );
  expect([...seen].filter(([, count]) => count === 0)).toEqual([]);
});
