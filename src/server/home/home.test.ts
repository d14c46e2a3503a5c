import { afterAll, beforeAll, expect, test } from 'vitest';
import { inFrame } from '#/kernel/figures/frame.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import type { Day } from '#/platform/day.ts';
import { figures } from '#/server/parts.ts';
import { unitIds } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';
import { attention } from './attention.ts';
import { disagreements } from './disagreements.ts';
import { headlines } from './headlines.ts';
import { lateTargets } from './late-targets.ts';
import { spansOf } from './spans.ts';
import { targetsGiven } from './targets-given.ts';

let world: World;
const act = (kind: string, effectiveOn: string, more: object): ActInput => ({
  kind,
  effectiveOn,
  paper: { issuer: 'Đảng ủy Thử', number: '3-QĐ/ĐU', issuedOn: effectiveOn },
  ...more,
});
const unit = (code: string, kind: string, parent: string | null) =>
  act('unit.established', '2024-01-01', {
    unit: { code, name: `Đơn vị ${code}`, kind, ...(parent === null ? {} : { parent }) },
  });
const admitted = (day: string, code: string) =>
  act('member.admitted', day, { person: { code, name: `Lê Văn ${code}`, born: '1999-01-01' }, cell: 'A1' });
const target = (code: string, value: number, more: object = {}) =>
  act('target.assigned', '2026-01-05', {
    unit: code,
    figure: 'admissions',
    from: '2026-01-01',
    to: '2026-12-31',
    value,
    measure: 'count',
    ...more,
  });

beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('T', 'provincial', null),
    unit('A', 'grassroots-body', 'T'),
    unit('A1', 'cell', 'A'),
    unit('B', 'grassroots-cell', 'T'),
    admitted('2025-02-03', 'p1'),
    admitted('2026-02-03', 'p2'),
    admitted('2026-06-03', 'p3'),
    target('T', 4),
    target('A', 10),
    target('B', 1),
    act('meeting.held', '2026-06-05', { unit: 'A1', sort: 'regular', body: 'cell', convened: 3, present: 3 }),
  ]);
});
afterAll(() => world.close());

async function at<T>(code: string, on: Day, work: (frame: Parameters<Parameters<typeof inFrame>[2]>[0]) => Promise<T>) {
  const id = (await unitIds(world)).get(code) as string;
  const spans = spansOf(on);
  return world.read(({ db }) =>
    inFrame(
      db,
      { unitId: id, on, from: spans.year.from, to: on, args: {}, knownAt: null },
      (frame) => work(frame) as Promise<T>,
    ),
  );
}

test('a headline is held against the same span of the year before, and the target of the year', async () => {
  const { headlines: shown, admissions } = await at('A', '2026-07-01', async (frame) =>
    headlines(frame, figures, {
      spans: spansOf(frame.on),
      kind: 'grassroots-body',
      targets: await targetsGiven(frame),
    }),
  );
  expect(shown.find(({ figure }) => figure === 'admissions')).toMatchObject({
    value: 2,
    before: { value: 1, from: '2025-01-01', to: '2025-07-01' },
    target: { value: 10, to: '2026-12-31' },
  });
  expect(shown.find(({ figure }) => figure === 'members')).toMatchObject({ value: 3, before: { value: 1 } });
  expect(admissions.map(({ value }) => value)).toEqual([0, 1, 0, 0, 0, 1, 0]);
});

test('a target is behind when less was reached than going evenly, at the unit and right under it', async () => {
  const late = (code: string, on: Day) =>
    at(code, on, async (frame) =>
      (await lateTargets(frame, figures, await targetsGiven(frame))).map(
        ({ unit, value, expected }) => `${unit.code} ${value}/${expected}`,
      ),
    );
  expect(await late('T', '2026-07-01')).toEqual(['A 2/4']); // B: half of 1 is not one yet
  expect(await late('A', '2026-02-10')).toEqual([]);
  expect(await late('T', '2026-12-31')).toEqual(['T 2/4', 'A 2/10', 'B 0/1']);
});

test('what is late has its number, its first names and the instrument in force; what is settled is not told', async () => {
  const told = async (on: Day) =>
    at('A', on, (frame) => attention(frame, figures, world.journal.rulebook, { spans: spansOf(on), isNamed: true }));
  const found = await told('2026-07-15');
  expect(found.find(({ concern }) => concern === 'probations-overdue')).toMatchObject({
    sort: 'late',
    count: 1,
    act: 'member.recognised',
    instrument: 'Điều lệ Đảng Cộng sản Việt Nam, 19/1/2011, Đ.5',
    first: [{ label: 'Lê Văn p1', unit: { code: 'A1' } }],
  });
  expect(found.map(({ concern }) => concern)).toContain('meetings-this-month');
  expect(found.map(({ concern }) => concern)).not.toContain('meetings-missed'); // it met in June
  expect((await told('2026-06-15')).map(({ concern }) => concern)).toContain('meetings-missed');
});

test('a count that was declared beside names of the same figure is told', async () => {
  await world.post([
    act('count.declared', '2026-07-01', {
      unit: 'A1',
      figure: 'admissions',
      from: '2026-01-01',
      to: '2026-06-30',
      amount: 5,
    }),
  ]);
  const found = await at('A', '2026-07-15', (frame) => disagreements(frame, figures, spansOf('2026-07-15').year));
  expect(found).toMatchObject([{ sort: 'names', unit: { code: 'A1' }, figure: 'admissions', declared: 5, other: 2 }]);
});
