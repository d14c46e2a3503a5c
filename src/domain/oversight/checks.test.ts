import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { testWorld, type World } from '#test/world.ts';

const act = (effectiveOn: string, kind: string, fields: Record<string, unknown>): ActInput => ({
  kind,
  effectiveOn,
  paper: { issuer: 'Huyện ủy A', number: '9-KL/HU', issuedOn: effectiveOn },
  ...fields,
});
const unit = (code: string, kind: string, parent?: string) =>
  act('2015-01-01', 'unit.established', { unit: { code, name: `Đảng bộ ${code}`, kind, parent } });
const members = (cell: string, count: number) =>
  Array.from({ length: count }, (_, i) =>
    act('2019-01-01', 'member.registered', {
      person: { code: `${cell}-${i}`, name: `Trần Thị ${i}` },
      cell,
      status: 'official',
    }),
  );

let world: World;
beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('T', 'provincial'),
    unit('B', 'grassroots-body', 'T'),
    unit('B.1', 'cell', 'B'),
    unit('B.2', 'cell', 'B'),
    unit('G', 'grassroots-cell', 'T'),
    ...members('B.1', 30),
    ...members('B.2', 31),
  ]);
});
afterAll(() => world?.close());

/** Rules that an act meets: those that refuse it, those that warn. Nothing is recorded twice: every call is of another act. */
async function broken(one: ActInput): Promise<{ refused: string[]; warned: string[] }> {
  const codes = (list: { field?: string; code: string }[] = []) => list.map(({ field, code }) => `${field}: ${code}`);
  return world.post([one]).then(
    ({ warnings }) => ({ refused: [], warned: codes(warnings) }),
    (problem) => ({ refused: codes(problem.fields), warned: [] }),
  );
}

const in296 = '2025-10-10';
const inspected = (at: string, body: string, topic = 'compliance', on = in296, code = 'B.1') =>
  act(on, 'unit.inspected', { unit: code, topic, actor: { unit: at, body } });
const supervised = (at: string, body: string, mode: string, person: string, on = in296) =>
  act(on, 'member.supervised', { person, mode, actor: { unit: at, body } });
const fine = { refused: [], warned: [] };

describe('the acting body (296-QĐ/TW, 30/5/2025, Đ.3)', () => {
  test('is a committee, a standing committee, a commission, an advisory department or a cell; never a cell’s committee', async () => {
    for (const body of ['committee', 'standing-committee', 'inspection-commission', 'advisory-department'])
      expect(await broken(inspected('B', body))).toEqual(fine);
    const refused = ['actor.body: rule.oversight.acting-bodies'];
    expect(await broken(supervised('B.1', 'cell-committee', 'regular', 'B.1-0'))).toEqual({ refused, warned: [] });
    expect(await broken(supervised('B.1', 'cell', 'regular', 'B.1-0'))).toEqual(fine);
  });

  test('is only warned of under instruments that were not compared: 22-QĐ/TW (28/7/2021), 21-QĐ/TW (11/4/2026)', async () => {
    const warned = ['actor.body: rule.oversight.acting-bodies'];
    for (const day of ['2022-05-05', '2026-05-05'])
      expect(await broken(supervised('B.1', 'cell-committee', 'regular', 'B.1-0', day))).toEqual({
        refused: [],
        warned,
      });
  });

  test('that looks into signs of a violation is no advisory department', async () => {
    const refused = ['actor.body: rule.oversight.acting-bodies.violation-signs'];
    expect(await broken(inspected('B', 'advisory-department', 'violation-signs'))).toEqual({ refused, warned: [] });
    expect(await broken(inspected('B', 'committee', 'violation-signs'))).toEqual(fine);
  });
});

test('a commission exists from the committee of a grassroots organisation upward', async () => {
  const refused = ['actor.body: rule.oversight.commission-kinds'];
  expect(await broken(inspected('B', 'inspection-commission'))).toEqual(fine);
  expect(await broken(inspected('G', 'inspection-commission', 'compliance', in296, 'G'))).toEqual({
    refused,
    warned: [],
  });
});

test('a cell supervises by theme only when it has more than 30 members (08-HD/TW, 10/6/2025); else it is warned', async () => {
  const warned = ['mode: rule.oversight.cell-thematic.members'];
  expect(await broken(supervised('B.1', 'cell', 'thematic', 'B.1-1'))).toEqual({ refused: [], warned });
  expect(await broken(supervised('B.1', 'committee', 'thematic', 'B.1-1'))).toEqual({ refused: [], warned });
  expect(await broken(supervised('B.2', 'cell', 'thematic', 'B.2-1'))).toEqual(fine);
  expect(await broken(supervised('B.1', 'cell', 'regular', 'B.1-1'))).toEqual(fine);
  expect(await broken(supervised('B', 'committee', 'thematic', 'B.1-1'))).toEqual(fine);
});

test('those above inspect those below', async () => {
  const warned = ['actor.unit: rule.oversight.from-above'];
  expect(await broken(inspected('G', 'cell'))).toEqual({ refused: [], warned });
  expect(await broken(supervised('B.2', 'cell', 'regular', 'B.1-2'))).toEqual({ refused: [], warned });
  expect(await broken(inspected('T', 'standing-committee'))).toEqual(fine);
});
