import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runAudits } from '#/kernel/audit.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { verifyFacts } from '#/kernel/journal/verify-facts.ts';
import { addDays } from '#/platform/day.ts';
import { askFigure } from '#test/ask.ts';
import { testWorld } from '#test/world.ts';
import { coverageAudit } from './audit.ts';
import { topics } from './contract.ts';

const cells = ['B.1', 'B.2', 'C.1', 'C.2'];
const units = ['H', 'B', 'C', 'G', ...cells];
const persons = Array.from({ length: 6 }, (_, i) => `P${i}`);

const act = (effectiveOn: string, kind: string, fields: Record<string, unknown>): ActInput => ({
  kind,
  effectiveOn,
  paper: { issuer: 'Huyện ủy A', number: '9-KL/HU', issuedOn: effectiveOn },
  ...fields,
});
const unit = (code: string, kind: string, parent?: string) =>
  act('2015-01-01', 'unit.established', { unit: { code, name: `Đảng bộ ${code}`, kind, parent } });
const tree = [
  unit('T', 'provincial'),
  unit('H', 'district', 'T'),
  unit('K', 'bloc', 'T'),
  unit('B', 'grassroots-body', 'H'),
  unit('C', 'grassroots-body', 'H'),
  unit('G', 'grassroots-cell', 'H'),
  ...cells.map((code) => unit(code, 'cell', code.slice(0, 1))),
  ...persons.map((code, i) =>
    act('2019-01-01', 'member.registered', {
      person: { code, name: `Trần Thị ${code}` },
      cell: cells[i % cells.length],
      status: 'official',
    }),
  ),
];

const day = fc.integer({ min: 1, max: 700 }).map((n) => addDays('2020-01-01', n));
const actor = { unit: 'T', body: 'committee' };
const topic = fc.constantFrom(...topics);
const mode = fc.constantFrom('thematic', 'regular');
const outcome = fc.constantFrom(undefined, 'no-violation', 'violation');
const unitOf = fc.constantFrom(...units);
const personOf = fc.constantFrom(...persons);
const oneCase: fc.Arbitrary<ActInput> = fc.oneof(
  fc
    .tuple(day, unitOf, topic, outcome)
    .map(([on, code, about, as]) => act(on, 'unit.inspected', { unit: code, topic: about, outcome: as, actor })),
  fc.tuple(day, unitOf, mode).map(([on, code, how]) => act(on, 'unit.supervised', { unit: code, mode: how, actor })),
  fc
    .tuple(day, personOf, topic, outcome)
    .map(([on, person, about, as]) => act(on, 'member.inspected', { person, topic: about, outcome: as, actor })),
  fc.tuple(day, personOf, mode).map(([on, person, how]) => act(on, 'member.supervised', { person, mode: how, actor })),
);

/** What befalls the little tree: a cell goes up into its neighbour, a body moves, posts begin and end, somebody leaves. */
const fate = fc
  .record({ merged: day, moved: day, sat: day, left: day, gone: day })
  .map(({ merged, moved, sat, left, gone }) => [
    act(merged, 'unit.merged', { units: ['B.1'], into: 'B.2' }),
    act(moved, 'unit.moved', { unit: 'C', parent: 'K' }),
    act('2019-06-01', 'post.assumed', { person: 'P0', unit: 'B', post: 'secretary', how: 'elected' }),
    act(sat, 'post.assumed', { person: 'P2', unit: 'C', post: 'committee-member', how: 'co-opted' }),
    act('2019-06-01', 'post.assumed', { person: 'P3', unit: 'C', post: 'secretary', how: 'elected' }),
    act(left, 'post.left', { person: 'P3', unit: 'C', post: 'secretary', reason: 'relieved' }),
    act(gone, 'member.expelled', { person: 'P1' }),
  ]);

test('for all cases in a changing tree: distinct ≤ occurrences, topics and units add up, covered and not covered make the roster', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(oneCase, { minLength: 5, maxLength: 30 }),
      fate,
      day,
      day,
      async (cases, changes, a, b) => {
        const [from, on] = [a, b].toSorted() as [string, string];
        const world = await testWorld();
        const ask = (name: string, code: string, args: Record<string, string> = {}) =>
          askFigure(world, name, code, { from, on, args, list: true, byUnit: true, notCounted: true }, true);
        try {
          await world.post([...tree, ...changes, ...cases]);
          for (const code of ['T', 'H', 'K', 'B', 'C']) {
            for (const subject of ['units', 'members']) {
              const all = await ask(`inspections-of-${subject}`, code);
              const each = await Promise.all(
                topics.map((one) => ask(`inspections-of-${subject}`, code, { topic: one })),
              );
              expect(each.reduce((sum, answer) => sum + (answer?.value ?? 0), 0)).toBe(all?.value);
              expect((all?.byUnit ?? []).reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(all?.value);
              const thematic = await ask(`thematic-supervisions-of-${subject}`, code);
              const covered = await ask(`${subject}-inspected-or-supervised`, code);
              expect(covered?.value).toBeLessThanOrEqual((all?.value ?? 0) + (thematic?.value ?? 0));
              expect((await ask(`${subject}-found-in-violation`, code))?.value).toBeLessThanOrEqual(all?.value ?? 0);
            }
            for (const who of ['units', 'committee-members']) {
              const covered = await ask(`${who}-inspected-or-supervised`, code);
              const roster = await ask(`${who}-of-period`, code);
              const rest = (covered?.notCounted ?? []).map(({ id }) => id);
              const listed = (answer: typeof covered) => ((answer?.list ?? []) as { id: string }[]).map(({ id }) => id);
              expect([...listed(covered), ...rest].toSorted()).toEqual(listed(roster).toSorted());
            }
          }
          expect(await world.read(({ db }) => runAudits([coverageAudit], db, world.journal.rulebook))).toEqual([]);
          expect(await verifyFacts(world.journal)).toEqual([]);
        } finally {
          await world.close();
        }
      },
    ),
    { numRuns: Number(process.env.SOTAY_RUNS ?? 2), interruptAfterTimeLimit: 40_000 },
  );
});
