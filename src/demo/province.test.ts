import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { province } from './province.ts';
import { membersOf, recount, unitsUnder } from './recount.ts';
import { soundness } from './soundness.ts';

test.each([1_000, 12_345])('a province of %i members opens with just so many, one cell for forty', (members) => {
  const opening = recount(province({ members }), '2025-07-01');
  expect(membersOf(opening, 'PM')).toHaveLength(members);
  const cells = unitsUnder(opening, 'PM').filter(([, kind]) => kind === 'cell' || kind === 'grassroots-cell');
  expect(cells).toHaveLength(Math.round(members / 40));
  for (const [code] of cells) expect(membersOf(opening, code).length).toBeGreaterThan(9);
});

test('every line of a province is sound, and a year passes in it', () => {
  const faultsOf = soundness();
  const faults: string[] = [];
  const kinds = new Map<string, number>();
  let last = '';
  recount(province({ members: 20_000 }), '9999-12-31', (line, count) => {
    faults.push(...faultsOf(line, count));
    kinds.set(line.kind, (kinds.get(line.kind) ?? 0) + 1);
    last = line.effectiveOn;
  });
  expect(faults).toEqual([]);
  expect(last).toBe('2026-06-30');
  expect(kinds.get('admission.approved')).toBe(620);
  expect(kinds.get('member.recognised')).toBe(580);
  expect(kinds.get('member.died')).toBe(156);
  expect(kinds.get('transfer.issued')).toBe(360);
});

test('members come one by one: the first lines of a million need no more than those of a thousand', () => {
  const lines = province({ members: 1_000_000 });
  for (let i = 0; i < 50_000; i += 1) expect(lines.next().done).toBe(false);
  lines.return(undefined);
});

test('the same seed gives the same bytes, another seed others', () => {
  const bytes = (seed: number): string => {
    const hash = createHash('sha256');
    for (const line of province({ members: 2_000, seed })) hash.update(JSON.stringify(line));
    return hash.digest('hex');
  };
  expect(bytes(1)).toBe(bytes(1));
  expect(bytes(2)).not.toBe(bytes(1));
});

test('a size that is no province is refused', () => {
  for (const members of [999, 1_000_001, 1_500.5]) expect(() => [...province({ members })]).toThrow(RangeError);
});
