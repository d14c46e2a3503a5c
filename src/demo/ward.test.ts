import { expect, test } from 'vitest';
import { lineOf, membersOf, recount, unitsUnder } from './recount.ts';
import { soundness } from './soundness.ts';
import { ward } from './ward.ts';

const kinds = (units: [string, string][]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(units, ([, kind]) => kind)].map(([kind, list]) => [kind, list.length]));

test('the ward opens on 1/7/2025 with 2,500 members under grassroots organisations', () => {
  const opening = recount(ward(), '2025-07-01');
  expect(membersOf(opening, 'VM.P01')).toHaveLength(2500);
  expect(kinds(unitsUnder(opening, 'VM.P01'))).toEqual({ 'grassroots-body': 8, 'grassroots-cell': 56, cell: 27 });
});

test('on 26/7/2026 it becomes a grassroots body over 89 sub-bodies and cells (208-QĐ/TW, 26/7/2026)', () => {
  const eve = recount(ward(), '2026-07-25');
  const after = recount(ward(), '2026-07-26');
  expect(eve.units.get('VM.P01')?.kind).toBe('commune');
  expect(after.units.get('VM.P01')?.kind).toBe('grassroots-body');
  expect(kinds(unitsUnder(after, 'VM.P01'))).toEqual({ 'sub-grassroots-body': 6, cell: 83 });
  expect(lineOf(after, 'VM.P01.01.02')).toEqual(['VM.P01.01.02', 'VM.P01', 'VM']);
});

test('every line of the ward is sound', () => {
  const faultsOf = soundness();
  const faults: string[] = [];
  const end = recount(ward(), '9999-12-31', (line, count) => {
    faults.push(...faultsOf(line, count));
  });
  expect(faults).toEqual([]);
  expect(membersOf(end, 'VM.P01').length).toBeGreaterThan(2450);
});

test('its grassroots cells stay under 30 members while there are such (Charter 2011, article 21)', () => {
  for (const day of ['2025-07-01', '2025-12-31', '2026-07-25']) {
    const count = recount(ward(), day);
    for (const [code, kind] of unitsUnder(count, 'VM.P01'))
      if (kind === 'grassroots-cell') expect(membersOf(count, code).length, `${code} on ${day}`).toBeLessThan(30);
  }
});

test.each([500, 3_000, 20_000])('it may have %i members too, and is sound then', (members) => {
  const faultsOf = soundness();
  const faults: string[] = [];
  recount(ward({ members }), '9999-12-31', (line, count) => {
    faults.push(...faultsOf(line, count));
  });
  expect(faults).toEqual([]);
  expect(membersOf(recount(ward({ members }), '2025-07-01'), 'VM')).toHaveLength(members);
});

test('a size that is no ward is refused; the same seed gives the same lines', () => {
  expect(() => [...ward({ members: 100 })]).toThrow(RangeError);
  expect(JSON.stringify([...ward({ seed: 3 })])).toBe(JSON.stringify([...ward({ seed: 3 })]));
});

test.each([500, 10_000, 20_000])('in a ward of %i nobody gets a letter to the cell they stand in', (members) => {
  const cells = new Map<string, string>();
  for (const { kind, person, cell, to } of ward({ members }) as Iterable<Record<string, unknown>>) {
    if (kind === 'member.registered') cells.set((person as { code: string }).code, cell as string);
    if (kind === 'transfer.issued' && to !== undefined) expect(cells.get(person as string)).not.toBe(to);
  }
});
