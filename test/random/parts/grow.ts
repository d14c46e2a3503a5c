import fc from 'fast-check';
import type { ActInput } from '#/kernel/journal/act.ts';
import { Problem } from '#/platform/errors.ts';
import { derivedId } from '#/platform/ids.ts';
import { dice, Player } from '../../hunt/random.ts';
import type { World } from '../../world.ts';
import { randomParts } from './all.ts';
import { Draw, type Told } from './part.ts';
import { Timeline } from './timeline.ts';

/** A played world of units and members, and what to try to record about them. */
export interface Plan {
  seed: number;
  length: number;
  drafts: { part: number; seed: number }[];
}

export const plan: fc.Arbitrary<Plan> = fc.record({
  seed: fc.nat(1_000_000),
  length: fc.integer({ min: 60, max: 120 }),
  drafts: fc.array(fc.record({ part: fc.nat(randomParts.length - 1), seed: fc.nat() }), {
    minLength: 30,
    maxLength: 90,
    size: 'max',
  }),
});

export interface Grown {
  /** What the units and members did. */
  base: readonly ActInput[];
  time: Timeline;
  /** The acts of the parts that fitted, in the order of recording. */
  told: Told[];
  /** Those that did not, with the answer. */
  refused: { act: ActInput; problem: Problem }[];
  recordedAt: string;
}

/** Plays the world, then tries the acts of the parts one by one: what the structure forbids is left out. */
export async function grow(world: World, plan: Plan, withdrawn = 0): Promise<Grown> {
  const base = new Player(plan.seed, plan.length).acts;
  const { recordedAt } = await world.post(base);
  const grown: Grown = { base, time: new Timeline(base), told: [], refused: [], recordedAt };
  await growOn(world, grown, plan.drafts);
  for (const { seed } of plan.drafts.slice(0, withdrawn)) {
    const at = seed % Math.max(1, grown.told.length);
    const act = grown.told[at];
    if (act !== undefined && (await tryPost(world, grown, withdrawal(act)))) grown.told.splice(at, 1);
  }
  return grown;
}

/** Tries more acts in a world that has grown; gives those that fitted. */
export async function growOn(world: World, grown: Grown, drafts: Plan['drafts']): Promise<Told[]> {
  const { time, told } = grown;
  const before = told.length;
  for (const { part: no, seed } of drafts) {
    const part = randomParts[no] as (typeof randomParts)[number];
    const drawn = part.draw(new Draw(dice(seed), time, told));
    const id = derivedId('parts', String(told.length + grown.refused.length), JSON.stringify(drawn));
    // Without the fields that were drawn as missing.
    const act = JSON.parse(JSON.stringify({ id, ...drawn })) as Told;
    if (await tryPost(world, grown, act)) told.push(act);
  }
  return told.slice(before);
}

async function tryPost(world: World, grown: Grown, act: ActInput): Promise<boolean> {
  try {
    grown.recordedAt = (await world.post([act])).recordedAt;
    return true;
  } catch (error) {
    if (!(error instanceof Problem)) throw new Error(`${JSON.stringify(act)}: ${error}`, { cause: error });
    grown.refused.push({ act, problem: error });
    return false;
  }
}

export function withdrawal({ id }: ActInput): ActInput {
  return { kind: 'act.withdrawn', effectiveOn: '2026-01-01', withdraws: id, reason: 'Ghi nhầm' };
}
