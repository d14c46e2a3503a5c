import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyTallies } from '#/kernel/figures/tally.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { digest } from '#/kernel/journal/digest.ts';
import { verifyFacts } from '#/kernel/journal/verify-facts.ts';
import { unitLine } from '#/kernel/tree/lines.ts';
import { addDays } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';
import { askFigure, askForm1, auditFaults, unitIds } from './ask.ts';
import { randomJournal } from './random/journal.ts';
import { membersOf, recount } from './random/recount.ts';
import { testWorld, type World } from './world.ts';

let world: World;
const journal = fc.oneof(randomJournal('register'), randomJournal('register', 80));
const runs = {
  numRuns: Number(process.env.SOTAY_RUNS ?? 4),
  interruptAfterTimeLimit: 30_000,
  endOnFailure: process.env.SOTAY_RUNS !== undefined,
};

/** Each run of a property starts from an empty register. */
async function inFreshWorld(work: (fresh: World) => Promise<void>): Promise<void> {
  const fresh = await testWorld();
  try {
    await work(fresh);
  } finally {
    await fresh.close();
  }
}

/** Posts act by act; those that do not fit yet wait for the others. What never fits is given back. */
async function postOneByOne(at: World, acts: readonly ActInput[]): Promise<ActInput[]> {
  let waiting = [...acts];
  for (;;) {
    const refused: ActInput[] = [];
    for (const act of waiting) {
      try {
        await at.post([act]);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        refused.push(act);
      }
    }
    if (refused.length === 0) return [];
    // Some fit only together: of two transfers, once the first letter and the second receipt are recorded, the two between.
    if (refused.length === waiting.length) {
      await at.post(refused);
      return [];
    }
    waiting = refused;
  }
}

const factsOf = (at: World) =>
  at.read(({ client }) => digest({ client }, [...at.journal.register.tables, unitLine])).then(({ facts }) => facts);

describe('a register of random acts', () => {
  it('says at every unit and day what an independent recount says', async () => {
    await fc.assert(
      fc.asyncProperty(journal, async (acts) => {
        await inFreshWorld(async (fresh) => {
          await fresh.post(acts);
          const ids = await unitIds(fresh);
          for (const [day, snapshot] of recount(acts))
            for (const code of ids.keys()) {
              if (!snapshot.parents.has(code)) continue;
              const answer = await askFigure(fresh, 'members', code, { on: day, list: true });
              expect({ day, code, members: answer.codes }).toEqual({ day, code, members: membersOf(snapshot, code) });
              expect(answer.value).toBe(answer.codes.length);
            }
        });
      }),
      runs,
    );
  });

  it('does not depend on the order in which the acts are recorded', async () => {
    const shuffled = journal.chain((acts) =>
      fc.tuple(fc.constant(acts), fc.shuffledSubarray(acts, { minLength: acts.length })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([acts, order]) => {
        let together = '';
        await inFreshWorld(async (fresh) => {
          await fresh.post(acts);
          together = await factsOf(fresh);
        });
        await inFreshWorld(async (fresh) => {
          expect(await postOneByOne(fresh, order)).toEqual([]);
          expect(await factsOf(fresh)).toBe(together);
        });
      }),
      runs,
    );
  });

  it('is borne out by its journal, and its tallies by its facts, however it grew', async () => {
    const pieces = journal.chain((acts) =>
      fc.tuple(fc.constant(acts), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 })),
    );
    await fc.assert(
      fc.asyncProperty(pieces, async ([acts, sizes]) => {
        await inFreshWorld(async (fresh) => {
          for (let i = 0, n = 0; i < acts.length; n++) {
            const size = sizes[n % sizes.length] as number;
            await fresh.post(acts.slice(i, i + size));
            i += size;
          }
          expect(await verifyFacts(fresh.journal)).toEqual([]);
          expect(await fresh.read(({ db }) => verifyTallies(db, fresh.journal.register.figures))).toEqual([]);
          expect(await auditFaults(fresh)).toEqual([]);
        });
      }),
      runs,
    );
  });

  it('is as before when an act is withdrawn again, and what was known then does not change', async () => {
    await fc.assert(
      fc.asyncProperty(journal, fc.nat(), async (acts, cut) => {
        await inFreshWorld(async (fresh) => {
          const at = 12 + (cut % Math.max(1, acts.length - 12));
          const first = await fresh.post(acts.slice(0, at));
          const before = await factsOf(fresh);
          const known = first.recordedAt;
          const last = acts
            .slice(0, at)
            .map((act) => act.effectiveOn as string)
            .toSorted()
            .at(-1) as string;
          const then = await askFigure(fresh, 'members', 'R', { on: last, list: true });
          const rest = acts.slice(at);
          if (rest.length === 0) return;
          await fresh.post(rest);
          const knownThen = await askFigure(fresh, 'members', 'R', { on: last, list: true, knownAt: known });
          expect(knownThen.codes).toEqual(then.codes);
          await fresh.post(
            rest
              .toReversed()
              .map((act) => ({ kind: 'act.withdrawn', effectiveOn: '2026-01-01', withdraws: act.id, reason: 'thử' })),
          );
          expect(await factsOf(fresh)).toBe(before);
          expect((await askFigure(fresh, 'members', 'R', { on: last, list: true, knownAt: known })).codes).toEqual(
            then.codes,
          );
        });
      }),
      runs,
    );
  });
});

describe('the flows of a random register', () => {
  it('close: D = A + B − C for every unit and period, and a parent lists what its children and itself list', async () => {
    await fc.assert(
      fc.asyncProperty(
        journal,
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 0, max: 400 }),
        async (acts, start, length) => {
          await inFreshWorld(async (fresh) => {
            await fresh.post(acts);
            const from = addDays('2020-01-01', start);
            const to = addDays(from, length);
            for (const code of (await unitIds(fresh)).keys()) {
              const eve = await askFigure(fresh, 'members', code, { on: addDays(from, -1) }, true);
              const close = await askFigure(fresh, 'members', code, { on: to, list: true }, true);
              if (eve === null || close === null) continue;
              const form = await askForm1(fresh, code, from, to);
              expect({ code, from, to, A: form.A, D: form.D }).toEqual({
                code,
                from,
                to,
                A: eve.value,
                D: close.value,
              });
              expect((form.A ?? 0) + (form.B ?? 0) - (form.C ?? 0)).toBe(form.D);
              const split = await askFigure(fresh, 'members', code, { on: to, byUnit: true });
              expect((split.byUnit ?? []).reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(close.value);
            }
          });
        },
      ),
      runs,
    );
  });
});

describe('concurrent posting', () => {
  beforeEach(async () => {
    world = await testWorld();
  });
  afterEach(() => world.close());

  it('of a merger and an admission into the merged unit ends in one of the serial results', async () => {
    const unit = (code: string, kind: string, parent?: string) => ({
      kind: 'unit.established',
      effectiveOn: '2015-01-01',
      unit: { code, name: code, kind, ...(parent ? { parent } : {}) },
    });
    await world.post([unit('R', 'grassroots-body'), unit('A', 'cell', 'R'), unit('B', 'cell', 'R')]);
    const admit = (n: number): ActInput => ({
      kind: 'member.admitted',
      effectiveOn: '2021-05-19',
      person: { code: `P${n}`, name: `Lê Thị ${n}`, born: '1990' },
      cell: 'A',
    });
    const results = await Promise.allSettled([
      world.post([{ kind: 'unit.merged', effectiveOn: '2021-03-01', units: ['A'], into: 'B' }]),
      ...[1, 2, 3, 4].map((n) => world.post([admit(n)])),
    ]);
    expect(results.map(({ status }) => status)).toEqual(Array(5).fill('fulfilled'));
    expect((await askFigure(world, 'members', 'B', { on: '2021-06-01', list: true })).codes).toEqual([
      'P1',
      'P2',
      'P3',
      'P4',
    ]);
    expect(await verifyFacts(world.journal)).toEqual([]);
  });

  it('of two acts on one person lets one through when they exclude each other', async () => {
    const unit = (code: string, kind: string, parent?: string) => ({
      kind: 'unit.established',
      effectiveOn: '2015-01-01',
      unit: { code, name: code, kind, ...(parent ? { parent } : {}) },
    });
    await world.post([
      unit('R', 'grassroots-body'),
      unit('A', 'cell', 'R'),
      {
        kind: 'member.registered',
        effectiveOn: '2020-01-01',
        person: { code: 'P', name: 'Lê Thị P', born: '1960' },
        cell: 'A',
        status: 'official',
      },
    ]);
    const ends = await Promise.allSettled(
      ['member.died', 'member.left'].map((kind, i) =>
        world.post([{ kind, effectiveOn: `2021-01-0${i + 1}`, person: 'P' }]),
      ),
    );
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await verifyFacts(world.journal)).toEqual([]);
  });
});
