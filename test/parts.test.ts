import fc from 'fast-check';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { exportJournal } from '#/exchange/export/export-journal.ts';
import { importJournal } from '#/exchange/import/import-journal.ts';
import { verifyTallies } from '#/kernel/figures/tally.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { digest } from '#/kernel/journal/digest.ts';
import { verifyFacts } from '#/kernel/journal/verify-facts.ts';
import { syncRulebook } from '#/kernel/rulebook/sync.ts';
import { unitLine } from '#/kernel/tree/lines.ts';
import { Problem } from '#/platform/errors.ts';
import { figures } from '#/server/parts.ts';
import { auditFaults } from './ask.ts';
import { dice } from './hunt/random.ts';
import {
  argsFor,
  checkFigure,
  checkRatio,
  codesOf,
  counts,
  drawPeriod,
  drawUnits,
  recounts,
} from './random/parts/checks.ts';
import { type Grown, grow, growOn, type Plan, plan, withdrawal } from './random/parts/grow.ts';
import type { Dice } from './random/parts/part.ts';
import { askAll, drawArgs } from './random/parts/questions.ts';
import { testWorld, type World } from './world.ts';

const runs = {
  numRuns: Number(process.env.SOTAY_RUNS ?? 2),
  // Enough for one run where other work holds the machine: a run that was broken off has shown nothing.
  interruptAfterTimeLimit: process.env.SOTAY_RUNS === undefined ? 60_000 : undefined,
  endOnFailure: process.env.SOTAY_SHRINK === undefined,
};
const timeout = 60_000 + runs.numRuns * 30_000;

async function inWorld(work: (world: World) => Promise<void>): Promise<void> {
  const world = await testWorld();
  try {
    // Figures read the times of the rules from the database.
    await syncRules(world);
    await work(world);
  } finally {
    await world.close();
  }
}

async function syncRules({ adminUrl }: World): Promise<void> {
  const owner = new Client({ connectionString: adminUrl });
  await owner.connect();
  await syncRulebook(owner);
  await owner.end();
}

const factsOf = (at: World) =>
  at.read((tx) => digest(tx, [...at.journal.register.tables, unitLine])).then(({ facts }) => facts);

async function expectSound(world: World): Promise<void> {
  expect(await verifyFacts(world.journal)).toEqual([]);
  expect(await world.read(({ db }) => verifyTallies(db, world.journal.register.figures))).toEqual([]);
  expect(await auditFaults(world)).toEqual([]);
}

describe('figures of journals of all kinds', () => {
  it(
    'are the lengths of their lists, as an independent recount has them, for every unit',
    async () => {
      const tried = new Map<string, [number, number]>();
      await fc.assert(
        fc.asyncProperty(plan, async (plan) => {
          await inWorld(async (world) => {
            const grown = await grow(world, plan, 6);
            for (const { kind } of grown.told) count(tried, kind, 0);
            for (const { act } of grown.refused) count(tried, act.kind, 1);
            const roll = dice(plan.seed + 1);
            await world.read(async (tx) => {
              const codes = await codesOf(tx);
              for (const figure of counts)
                if (roll(recounts.has(figure.name) ? 2 : 5) === 0) await checkFigure(tx, grown, figure, roll, codes);
            });
          });
        }),
        runs,
      );
      if (process.env.SOTAY_SHOW) console.log(Object.fromEntries([...tried].toSorted()));
      // The drawn acts fit often enough to say something.
      const [fitted, refused] = [...tried.values()].reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
      expect(fitted).toBeGreaterThan(refused);
    },
    timeout,
  );

  it(
    'are ratios of two lists',
    async () => {
      await fc.assert(
        fc.asyncProperty(plan, async (plan) => {
          await inWorld(async (world) => {
            const grown = await grow(world, plan);
            const roll = dice(plan.seed + 2);
            await world.read(async (tx) => {
              for (const figure of figures.all) {
                if (figure.type !== 'ratio' || Object.keys(figure.args?.shape ?? {}).includes('of')) continue;
                const period = drawPeriod(roll, grown);
                const args = drawArgs(figure.name, roll);
                for (const unitId of drawUnits(roll, grown, period.on)) {
                  const answer = await askAll(tx, { figure: figure.name, unitId, ...period, args });
                  if (answer !== null) checkRatio(answer, { figure: figure.name, args, ...period, unitId });
                }
              }
            });
          });
        }),
        runs,
      );
    },
    timeout,
  );
});

function count(tried: Map<string, [number, number]>, kind: string, at: 0 | 1): void {
  const pair = tried.get(kind) ?? [0, 0];
  pair[at] += 1;
  tried.set(kind, pair);
}

describe('a register of journals of all kinds', () => {
  it(
    'does not depend on the order of recording; exported and imported it is the same; it is borne out by its journal',
    async () => {
      await fc.assert(
        fc.asyncProperty(plan, async (plan) => {
          await inWorld(async (world) => {
            const { base, told } = await grow(world, plan);
            await expectSound(world);
            const facts = await factsOf(world);
            await inWorld(async (other) => {
              await postShuffled(other, [...base, ...told], dice(plan.seed + 3));
              expect({ ...plan, facts: await factsOf(other) }).toEqual({ ...plan, facts });
              await expectSound(other);
            });
            await inWorld(async (copy) => {
              await importJournal(copy.journal, await exported(world, plan), { actor: 'test' });
              expect(await factsOf(copy)).toBe(facts);
              await expectSound(copy);
            });
          });
        }),
        runs,
      );
    },
    timeout,
  );

  it(
    'answers as known then for ever, and withdrawn acts leave nothing',
    async () => {
      await fc.assert(
        fc.asyncProperty(plan, async (plan) => {
          await inWorld(async (world) => {
            const half = { ...plan, drafts: plan.drafts.slice(0, Math.floor(plan.drafts.length / 2)) };
            const grown = await grow(world, half);
            const before = await factsOf(world);
            const known = await answersAt(world, grown, dice(plan.seed + 4), null);
            const at = grown.recordedAt;
            const rest = await growOn(world, grown, plan.drafts.slice(half.drafts.length));
            expect(await answersAt(world, grown, dice(plan.seed + 4), at)).toEqual(known);
            await world.post(rest.toReversed().map(withdrawal));
            expect({ ...plan, facts: await factsOf(world) }).toEqual({ ...plan, facts: before });
            expect(await answersAt(world, grown, dice(plan.seed + 4), at)).toEqual(known);
            expect(await answersAt(world, grown, dice(plan.seed + 4), null)).toEqual(known);
            await expectSound(world);
          });
        }),
        runs,
      );
    },
    timeout,
  );
});

/** Posts in pieces of random order and size; what does not fit yet waits, and at last all of it comes together. */
async function postShuffled(world: World, acts: readonly ActInput[], roll: Dice): Promise<void> {
  let waiting = acts
    .map((act) => ({ act, at: roll(1_000_000) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ act }) => act);
  for (let round = 0; round < 4 && waiting.length > 0; round++) {
    const refused: ActInput[] = [];
    while (waiting.length > 0) {
      const piece = waiting.splice(0, 1 + roll(8));
      await world.post(piece).catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error;
        refused.push(...piece);
      });
    }
    waiting = refused;
  }
  if (waiting.length > 0) await world.post(waiting);
}

async function exported(world: World, { seed }: Plan) {
  const lines: ActInput[] = [];
  await world.read(async (tx) => {
    for await (const line of exportJournal(tx)) lines.push(line as ActInput);
  });
  return {
    name: 'export.ndjson',
    hash: `parts ${seed}`,
    read: () => lines.map((input, i) => ({ line: i + 1, input })),
  };
}

/** What some figures say, without when it is known: the same questions for the same dice. */
async function answersAt(world: World, grown: Grown, roll: Dice, knownAt: string | null): Promise<unknown[]> {
  return world.read(async (tx) => {
    const answers: unknown[] = [];
    for (const figure of counts) {
      const isAsked = roll(2) === 0;
      const period = drawPeriod(roll, grown);
      const args = argsFor(figure, roll);
      const units = drawUnits(roll, grown, period.on);
      const unitId = units[roll(units.length)];
      if (!isAsked || unitId === undefined) continue;
      const answer = await askAll(tx, { figure: figure.name, unitId, ...period, args, knownAt });
      answers.push({ ...answer, knownAt: null });
    }
    return answers;
  });
}
