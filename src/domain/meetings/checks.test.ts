import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { testWorld, type World } from '#test/world.ts';

const act = (effectiveOn: string, kind: string, fields: Record<string, unknown>): ActInput => ({
  kind,
  effectiveOn,
  ...fields,
});
const unit = (code: string, kind: string, parent?: string) =>
  act('2010-01-01', 'unit.established', { unit: { code, name: `Chi bộ ${code}`, kind, parent } });
const member = (code: string, cell: string) =>
  act('2018-01-01', 'member.registered', { person: { code, name: `Nguyễn Văn ${code}` }, cell, status: 'official' });
const meet = (code: string, on: string, fields: Record<string, unknown> = {}) =>
  act(on, 'meeting.held', { unit: code, sort: 'regular', convened: 5, present: 5, ...fields });

let world: World;
beforeAll(async () => {
  world = await testWorld();
  const codes = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8'];
  await world.post([
    unit('T', 'provincial'),
    unit('H', 'district', 'T'),
    unit('D', 'grassroots-body', 'H'),
    unit('A', 'cell', 'D'),
    unit('B', 'cell', 'D'),
    unit('E', 'cell', 'D'),
    ...codes.map((code) => member(code, 'A')),
    member('Q1', 'B'),
    act('2020-01-15', 'member.exempted', { person: 'M1' }),
    act('2020-02-15', 'member.temporarilyTransferred', { person: 'M2', host: 'B' }),
    act('2020-06-15', 'member.suspended', { person: 'M3' }),
    act('2020-08-15', 'member.transferred', { person: 'M4', to: 'B' }),
  ]);
});
afterAll(() => world?.close());

/** What the batch is warned of: "day field rule: message". */
async function warned(...acts: ActInput[]): Promise<string[]> {
  const { warnings } = await world.post(acts);
  return warnings.map(({ field, code, message }) => `${field} ${code?.replace('rule.meeting.', '')}: ${message}`);
}

test('convened are the members without the exempt, those away for a time and the suspended (12-HD/BTCTW, 6/7/2018)', async () => {
  expect(
    await warned(
      meet('A', '2020-01-03', { convened: 8 }),
      meet('A', '2020-02-03', { convened: 7 }),
      meet('A', '2020-03-03', { convened: 7 }),
      meet('A', '2020-03-03', { sort: 'thematic', convened: 6 }),
      // Of the members that are left one is a guest at B, who may be convened there or not.
      meet('B', '2020-03-03', { convened: 1, present: 1 }),
      meet('B', '2020-03-09', { convened: 2, present: 1, sort: 'extraordinary' }),
      meet('B', '2020-03-10', { convened: 3, present: 1, sort: 'extraordinary' }),
      // Nobody is registered in E.
      meet('E', '2020-03-10', { convened: 30, present: 1 }),
    ),
  ).toEqual([
    'convened convened: 7 were convened on 2020-03-03. The cell has 8 members, 2 of them exempt, away for a time or suspended: that leaves 6. (12-HD/BTCTW, 6/7/2018)',
    'convened convened: 3 were convened on 2020-03-10. The cell has 1 members, 0 of them exempt, away for a time or suspended: that leaves 1 (and 1 guests). (12-HD/BTCTW, 6/7/2018)',
  ]);
  expect(
    await warned(
      meet('A', '2020-04-03', { convened: 6 }),
      meet('A', '2020-05-03', { convened: 6 }),
      meet('A', '2020-05-04', { sort: 'thematic', convened: 6 }),
      meet('A', '2020-06-03', { convened: 6 }),
      meet('A', '2020-07-03', { convened: 5 }),
      meet('A', '2020-08-15', { convened: 4, present: 4 }),
    ),
  ).toEqual([]);
});

test('the rhythm: a regular meeting a month, one on a theme a quarter; a committee has its own', async () => {
  expect(await warned(meet('A', '2020-11-03', { convened: 4, present: 4 }))).toEqual([
    'effectiveOn regular.months: No regular meeting is recorded between 2020-08-15 and 2020-11-03: 2 months without one. (12-HD/BTCTW, 6/7/2018)',
    'effectiveOn thematic.months: From 7/2020 to 9/2020 2 regular meetings are recorded and none on a theme. (12-HD/BTCTW, 6/7/2018)',
  ]);
  expect(await warned(meet('A', '2020-12-03', { convened: 4, present: 4 }))).toEqual([]);
  expect(
    await warned(
      meet('D', '2020-02-03', { body: 'committee', convened: 15, present: 15 }),
      meet('D', '2020-12-03', { body: 'committee', convened: 15, present: 15 }),
    ),
  ).toEqual([]);
});

test('what the batch withdraws itself is not judged', async () => {
  const id = '0190a000-0000-7000-8000-000000000001';
  const withdrawal = act('2021-01-03', 'act.withdrawn', { withdraws: id, reason: 'ghi nhầm' });
  expect(await warned({ ...meet('A', '2021-01-03', { convened: 50, present: 50 }), id }, withdrawal)).toEqual([]);
});

test('only a cell meets as a cell', async () => {
  expect(await warned(meet('D', '2020-03-03'))).toEqual([
    'body cell-kinds: A grassroots-body does not meet as a cell: say which body met. (Sổ Tay)',
  ]);
});

test('the instrument is that of the day: 09-HD/BTCTW (2/3/2012), 12-HD/BTCTW (6/7/2018), 42-HD/BTCTW (28/10/2025)', () => {
  const { rule } = world.journal.rulebook;
  const on = (day: string) =>
    ['regular.months', 'thematic.months', 'convened'].map((key) => rule(`meeting.${key}`, day)?.instrument);
  expect(on('2012-03-01')).toEqual([undefined, undefined, undefined]);
  expect(on('2018-07-05')).toEqual(['09-HD/BTCTW', '09-HD/BTCTW', '09-HD/BTCTW']);
  expect(on('2025-10-27')).toEqual(['12-HD/BTCTW', '12-HD/BTCTW', '12-HD/BTCTW']);
  expect(on('2025-10-28')).toEqual(['42-HD/BTCTW', '42-HD/BTCTW', '42-HD/BTCTW']);
});
