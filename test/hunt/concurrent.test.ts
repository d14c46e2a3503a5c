import { expect, it } from 'vitest';
import { verifyTallies } from '#/kernel/figures/tally.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { digest } from '#/kernel/journal/digest.ts';
import { verifyFacts } from '#/kernel/journal/verify-facts.ts';
import { unitLine } from '#/kernel/tree/lines.ts';
import { Problem } from '#/platform/errors.ts';
import { testWorld, type World } from '../world.ts';
import { dice, Player } from './random.ts';

const runs = Number(process.env.HUNT_RUNS ?? 2);
const first = Number(process.env.HUNT_SEED ?? 1);

async function tryPost(world: World, acts: readonly ActInput[]): Promise<boolean> {
  try {
    await world.post(acts);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

/** What comes of two batches after a common beginning; checks that what comes of them is sound. */
async function outcome(
  beginning: readonly ActInput[],
  work: (world: World) => Promise<[boolean, boolean]>,
): Promise<{ taken: [boolean, boolean]; facts: string }> {
  const world = await testWorld();
  try {
    await world.post(beginning);
    const taken = await work(world);
    expect(await verifyFacts(world.journal)).toEqual([]);
    expect(await world.read(({ db }) => verifyTallies(db, world.journal.register.figures))).toEqual([]);
    const { facts } = await world.read((tx) => digest(tx, [...world.journal.register.tables, unitLine]));
    return { taken, facts };
  } finally {
    await world.close();
  }
}

it('two batches posted at once end as one after the other would', async () => {
  for (let seed = first; seed < first + runs; seed++) {
    const { acts } = new Player(seed, 90);
    const roll = dice(seed + 5);
    const cut = 60 + roll(10);
    const beginning = acts.slice(0, cut);
    const x = acts.slice(cut, cut + 3 + roll(5));
    // What follows, or what excludes some of it.
    const rest = acts.slice(cut + x.length);
    const y = roll(2) ? rest : x.filter((_, i) => i % 2 === 0).map((act, i) => ({ ...act, id: rest[i]?.id as string }));
    const serial = [
      await outcome(beginning, async (world) => [await tryPost(world, x), await tryPost(world, y)]),
      await outcome(beginning, async (world) => {
        const later = await tryPost(world, y);
        return [await tryPost(world, x), later];
      }),
    ];
    const atOnce = await outcome(beginning, (world) => Promise.all([tryPost(world, x), tryPost(world, y)]));
    expect(serial).toContainEqual(atOnce);
  }
}, 300_000);
