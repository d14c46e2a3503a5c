import { describe, expect, it } from 'vitest';
import { answerFigure } from '#/kernel/figures/answer.ts';
import { catalogue } from '#/kernel/figures/catalogue.ts';
import type { ListEntry } from '#/kernel/figures/figure.ts';
import { verifyTallies } from '#/kernel/figures/tally.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { digest } from '#/kernel/journal/digest.ts';
import { verifyFacts } from '#/kernel/journal/verify-facts.ts';
import { unitLine } from '#/kernel/tree/lines.ts';
import { addDays } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';
import { openReport, runReport } from '#/reports/reports.ts';
import { auditFaults } from '../ask.ts';
import { testWorld, type World } from '../world.ts';
import { type Model, modelOn, type Person } from './model.ts';
import { dice, Player, withMistakes } from './random.ts';

const runs = Number(process.env.HUNT_RUNS ?? 1);
const first = Number(process.env.HUNT_SEED ?? 1);
const seeds = Array.from({ length: runs }, (_, i) => first + i);
const timeout = 30_000 + runs * 30_000;

const factsOf = (at: World) =>
  at.read((tx) => digest(tx, [...at.journal.register.tables, unitLine])).then(({ facts }) => facts);

async function inWorld(work: (world: World) => Promise<void>): Promise<void> {
  const world = await testWorld();
  try {
    await work(world);
  } finally {
    await world.close();
  }
}

function ask(world: World, figure: string, unitId: string, on: string, knownAt: string | null = null, byUnit = false) {
  const figures = catalogue(world.journal.register.figures);
  return world.read(async ({ db }) => {
    const question = { figure, unitId, on, from: null, to: null, args: {}, knownAt };
    const answer = await answerFigure(db, figures, question, { list: true, byUnit });
    return { answer, ids: (answer.list as ListEntry[]).map(({ id }) => id).toSorted() };
  });
}

const stocks: [string, (person: Person) => boolean][] = [
  ['members', () => true],
  ['official-members', ({ status }) => status === 'official'],
  ['probationary-members', ({ status }) => status === 'probationary'],
  ['exempt-members', ({ exempt }) => exempt],
  ['members-in-transit', ({ place }) => place !== null && 'from' in place],
];

async function compare(world: World, model: Model, day: string, seed: number): Promise<void> {
  for (const [id, unit] of model.units) {
    if (unit.ended) continue;
    for (const [figure, having] of stocks) {
      const { answer, ids } = await ask(world, figure, id, day, null, true);
      const where = { seed, figure, unit: unit.code, day };
      expect({ ...where, ids }).toEqual({ ...where, ids: model.members(id, having) });
      expect({ ...where, value: answer.value, unit: answer.unit }).toMatchObject({
        ...where,
        value: ids.length,
        unit: { code: unit.code, name: unit.name },
      });
      const split = (answer.byUnit ?? []).reduce((sum, { value }) => sum + (value ?? 0), 0);
      expect({ ...where, split }).toEqual({ ...where, split: ids.length });
    }
  }
}

describe('a register of random acts of every kind', () => {
  it(
    'says what a recount says, and Form 1 closes and opens',
    async () => {
      for (const seed of seeds)
        await inWorld(async (world) => {
          const { acts } = new Player(seed, 130);
          await world.post(withMistakes(acts, seed));
          const roll = dice(seed + 2);
          const days = acts.map((act) => act.effectiveOn as string).filter((day) => day >= '2018-01-01');
          const some = Array.from({ length: 4 }, () => days[roll(days.length)] as string);
          for (const day of new Set([...some, days.at(-1) as string]))
            await compare(world, modelOn(acts, day), day, seed);
          const from = days[roll(days.length)] as string;
          const to = addDays(from, roll(500));
          const eve = modelOn(acts, addDays(from, -1));
          const last = modelOn(acts, to);
          const figures = catalogue(world.journal.register.figures);
          for (const [unitId, unit] of last.units) {
            if (unit.ended) continue;
            const request = { unitId, from, to, knownAt: null, rounding: 'half-up', decimals: 1 } as const;
            await world.read(async ({ db }) => {
              const { rows = [] } = await runReport(db, figures, 'form-1', request);
              const value = (row: string) => rows.find((one) => one.row === row)?.value as number;
              const where = { seed, unit: unit.code, from, to };
              const wasThere = eve.units.has(unitId) && from > '2018-01-01';
              expect({ ...where, D: value('D'), A: wasThere ? value('A') : 0 }).toEqual({
                ...where,
                D: last.members(unitId).length,
                A: wasThere ? eve.members(unitId).length : 0,
              });
              expect({ ...where, D: value('D') }).toEqual({ ...where, D: value('A') + value('B') - value('C') });
              for (const { row, value: number } of rows) {
                const list = await openReport(db, figures, 'form-1', request, row);
                expect({ ...where, row, length: list.length }).toEqual({ ...where, row, length: number });
              }
            });
          }
        });
    },
    timeout,
  );

  it(
    'comes out the same in whatever order it is recorded, borne out by its journal at the end',
    async () => {
      for (const seed of seeds) {
        const acts = withMistakes(new Player(seed, 90).acts, seed);
        let together = '';
        await inWorld(async (world) => {
          await world.post(acts);
          together = await factsOf(world);
        });
        await inWorld(async (world) => {
          const roll = dice(seed + 3);
          let waiting = acts
            .map((act) => ({ act, at: roll(1_000_000) }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ act }) => act);
          for (let before = -1; waiting.length > 0 && waiting.length !== before; ) {
            before = waiting.length;
            const refused: ActInput[] = [];
            for (const act of waiting)
              await world.post([act]).catch((error: unknown) => {
                if (!(error instanceof Problem)) throw error;
                refused.push(act);
              });
            waiting = refused;
          }
          if (waiting.length > 0) await world.post(waiting);
          expect({ seed, facts: await factsOf(world) }).toEqual({ seed, facts: together });
          expect(await verifyFacts(world.journal)).toEqual([]);
          expect(await world.read(({ db }) => verifyTallies(db, world.journal.register.figures))).toEqual([]);
          expect(await auditFaults(world)).toEqual([]);
        });
      }
    },
    timeout,
  );

  it(
    'answers as known then for ever, and an undone batch leaves nothing',
    async () => {
      for (const seed of seeds)
        await inWorld(async (world) => {
          const { acts } = new Player(seed, 110);
          const roll = dice(seed + 4);
          const known: { at: string; unit: string; day: string; answer: unknown }[] = [];
          const seen = (at: string | null, unit: string, day: string) =>
            ask(world, 'members', unit, day, at, true).then(({ answer }) => ({
              unit: answer.unit,
              list: answer.list,
              byUnit: answer.byUnit,
              value: answer.value,
            }));
          for (let i = 0; i < acts.length; ) {
            const size = i === 0 ? 30 : 4 + roll(12);
            const { recordedAt } = await world.post(acts.slice(i, i + size));
            i += size;
            const day = addDays(acts[Math.min(i, acts.length) - 1]?.effectiveOn as string, roll(60));
            const model = modelOn(acts.slice(0, i), day);
            const units = [...model.units].filter(([, unit]) => !unit.ended).map(([id]) => id);
            for (let n = 0; n < 3; n++) {
              const unit = units[roll(units.length)] as string;
              known.push({ at: recordedAt, unit, day, answer: await seen(null, unit, day) });
            }
          }
          const before = await factsOf(world);
          const rest = new Player(seed, 140).acts.slice(acts.length);
          await world.post(rest);
          await world.post(
            rest
              .toReversed()
              .map((act) => ({ kind: 'act.withdrawn', effectiveOn: '2026-01-01', withdraws: act.id, reason: 'thử' })),
          );
          expect({ seed, facts: await factsOf(world) }).toEqual({ seed, facts: before });
          for (const { at, unit, day, answer } of known)
            expect({ seed, at, day, answer: await seen(at, unit, day) }).toEqual({ seed, at, day, answer });
          expect(await verifyFacts(world.journal)).toEqual([]);
          expect(await world.read(({ db }) => verifyTallies(db, world.journal.register.figures))).toEqual([]);
          expect(await auditFaults(world)).toEqual([]);
        });
    },
    timeout,
  );
});
