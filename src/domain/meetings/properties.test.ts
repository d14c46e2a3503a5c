import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { addDays, type Day } from '#/platform/day.ts';
import { type Asked, askFigure } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world?.close());

interface Meeting {
  on: Day;
  sort: string;
  convened: number;
  present: number;
}
interface Cell {
  from: Day;
  to: Day | null;
  /** Under the second of two bodies from this day on; null: always under the first. */
  movedOn: Day | null;
  meetings: Meeting[];
}

const day = fc.integer({ min: 0, max: 150 }).map((n) => addDays('2020-01-01', n));
const meeting = fc
  .record({
    on: day,
    sort: fc.constantFrom('regular', 'regular', 'thematic', 'extraordinary'),
    convened: fc.integer({ min: 1, max: 9 }),
    share: fc.nat({ max: 100 }),
  })
  .map(({ share, ...rest }): Meeting => ({ ...rest, present: Math.floor((rest.convened * share) / 100) }));
const cell: fc.Arbitrary<Cell> = fc
  .record({
    from: fc.oneof(fc.constant('2019-01-01'), day),
    to: fc.option(day, { nil: null }),
    movedOn: fc.option(day, { nil: null }),
    meetings: fc.array(meeting, { maxLength: 12 }),
  })
  .map(({ from, to, movedOn, meetings }) => {
    const end = to !== null && from < to ? to : null;
    const lives = (on: Day) => from <= on && (end === null || on < end);
    return {
      from,
      to: end,
      movedOn: movedOn !== null && from < movedOn && lives(movedOn) ? movedOn : null,
      meetings: meetings.filter(({ on }) => lives(on)),
    };
  });
const period = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, on: b } : { from: b, on: a }));

let run = 0;
async function post(cells: readonly Cell[]): Promise<string> {
  const root = `R${++run}`;
  const act = (effectiveOn: string, kind: string, fields: Record<string, unknown>): ActInput => ({
    kind,
    effectiveOn,
    ...fields,
  });
  const unit = (on: string, code: string, kind: string, parent?: string) =>
    act(on, 'unit.established', { unit: { code, name: code, kind, parent } });
  const bodies = [1, 2].map((n) => unit('2018-01-01', `${root}.D${n}`, 'grassroots-body', root));
  const ofCells = cells.flatMap(({ from, to, movedOn, meetings }, i) => {
    const code = `${root}.C${i}`;
    return [
      unit(from, code, 'cell', `${root}.D1`),
      ...(movedOn === null ? [] : [act(movedOn, 'unit.moved', { unit: code, parent: `${root}.D2` })]),
      ...(to === null ? [] : [act(to, 'unit.dissolved', { unit: code })]),
      ...meetings.map(({ on, ...rest }) => act(on, 'meeting.held', { unit: code, ...rest })),
    ];
  });
  await world.post([unit('2018-01-01', root, 'district'), ...bodies, ...ofCells]);
  return root;
}

/** The recount: which cells, by code, have which value; counted over plain arrays, fractions compared crosswise. */
function extremes(
  values: readonly { code: string; above: number; below: number }[],
  ends: ('least' | 'greatest')[],
): string[] {
  const valued = values.filter(({ below }) => below > 0);
  const isLess = (a: (typeof valued)[number], b: (typeof valued)[number]) => a.above * b.below < b.above * a.below;
  return valued
    .filter((one) =>
      ends.some((end) => !valued.some((other) => (end === 'least' ? isLess(other, one) : isLess(one, other)))),
    )
    .map(({ code }) => code)
    .toSorted();
}

test('for random cells and periods the extremes are those of a plain recount over the cells of the whole period', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(cell, { maxLength: 8 }),
      fc.array(period, { minLength: 2, maxLength: 3 }),
      async (cells, periods) => {
        const root = await post(cells);
        for (const { from, on } of periods)
          for (const under of [root, `${root}.D1`, `${root}.D2`]) {
            const bodyOn = (one: Cell) => `${root}.D${one.movedOn !== null && one.movedOn <= on ? 2 : 1}`;
            const here = cells.flatMap((one, i) => {
              const isThroughout = one.from <= from && (one.to === null || on < one.to);
              if (!isThroughout || (under !== root && bodyOn(one) !== under)) return [];
              return [
                { code: `${root}.C${i}`, meetings: one.meetings.filter((met) => from <= met.on && met.on <= on) },
              ];
            });
            const numberOf = (sort: string) =>
              here.map(({ code, meetings }) => ({
                code,
                above: meetings.filter((met) => met.sort === sort).length,
                below: 1,
              }));
            const attendance = here.map(({ code, meetings }) => ({
              code,
              above: meetings.reduce((sum, { present }) => sum + present, 0),
              below: meetings.reduce((sum, { convened }) => sum + convened, 0),
            }));
            const ask = (name: string): Promise<Asked> =>
              askFigure(world, name, under, { on, from, list: true, notCounted: true });
            const least = await ask('meetings-per-cell-minimum');
            expect(least.codes).toEqual(extremes(numberOf('regular'), ['least']));
            expect(least.value).toBe(
              here.length === 0 ? null : Math.min(...numberOf('regular').map(({ above }) => above)),
            );
            expect((await ask('meetings-per-cell')).codes).toEqual(
              extremes(numberOf('regular'), ['least', 'greatest']),
            );
            expect((await ask('thematic-meetings-per-cell-minimum')).codes).toEqual(
              extremes(numberOf('thematic'), ['least']),
            );
            const range = await ask('attendance-range');
            expect(range.codes).toEqual(extremes(attendance, ['least', 'greatest']));
            expect(range.notCounted).toHaveLength(attendance.filter(({ below }) => below === 0).length);
          }
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);

test('for random cells and periods, those that met and those with a month missed are those of a plain recount', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(cell, { maxLength: 8 }),
      fc.array(period, { minLength: 2, maxLength: 3 }),
      async (cells, periods) => {
        const root = await post(cells);
        const months = ['2020-01', '2020-02', '2020-03', '2020-04', '2020-05'].map((month) => {
          const last = month === '2020-02' ? 29 : 30 + Number(['01', '03', '05'].includes(month.slice(5)));
          return { first: `${month}-01`, last: `${month}-${last}` };
        });
        for (const { from, on } of periods) {
          const codes = (isCounted: (one: Cell) => boolean) =>
            cells.flatMap((one, i) => (isCounted(one) ? [`${root}.C${i}`] : [])).toSorted();
          const meets = ({ meetings }: Cell, first: Day, last: Day) =>
            meetings.some((met) => met.sort === 'regular' && first <= met.on && met.on <= last);
          const met = await askFigure(world, 'cells-with-regular-meeting', root, { on, from, list: true });
          expect(met.codes).toEqual(codes((one) => meets(one, from, on)));
          const missed = await askFigure(world, 'cells-without-regular-meeting', root, { on, from, list: true });
          expect(missed.codes).toEqual(
            codes((one) =>
              months.some(
                ({ first, last }) =>
                  from <= last &&
                  last <= on &&
                  one.from <= first &&
                  (one.to === null || last < one.to) &&
                  !meets(one, first, last),
              ),
            ),
          );
        }
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);
