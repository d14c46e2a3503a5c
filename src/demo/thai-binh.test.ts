import { expect, test } from 'vitest';
import { type Line, lineOf, membersOf, recount } from './recount.ts';
import { soundness } from './soundness.ts';
import { thaiBinh } from './thai-binh.ts';

test.each([2023, 7])('nine awards of the organisation department come out by counting (seed %i)', (seed) => {
  const counts = { 'unit.commended': 0, 'member.commended': 0 };
  const cells = new Map<string, string>();
  recount(thaiBinh({ seed }), '2023-12-31', (line, count) => {
    if (typeof line.person === 'object') cells.set(line.person.code as string, line.cell as string);
    if (line.issuer !== 'Ban Tổ chức Tỉnh ủy') return;
    const place = (line.unit as string | undefined) ?? (cells.get(line.person as string) as string);
    expect(lineOf(count, place)).toContain('TB');
    counts[line.kind as keyof typeof counts] += 1;
  });
  expect(counts).toEqual({ 'unit.commended': 4, 'member.commended': 5 });
});

test('every line of Thái Bình is sound', () => {
  const faultsOf = soundness();
  const faults: string[] = [];
  recount(thaiBinh(), '9999-12-31', (line, count) => {
    faults.push(...faultsOf(line, count));
  });
  expect(faults).toEqual([]);
});

test('everybody of 31 December 2023 is graded or left out with a reason; excellent members keep within a fifth of the good', () => {
  const levels = new Map<string, Record<string, number>>();
  const graded = new Set<string>();
  const count = recount(thaiBinh(), '2023-12-31');
  for (const line of thaiBinh() as unknown as Iterable<Line>) {
    if (line.kind !== 'member.classified') continue;
    graded.add(line.person as string);
    const own = levels.get(line.paper.issuer) ?? {};
    own[String(line.level)] = (own[String(line.level)] ?? 0) + 1;
    levels.set(line.paper.issuer, own);
  }
  expect([...graded].toSorted()).toEqual(membersOf(count, 'TB').toSorted());
  for (const { excellent = 0, good = 0 } of levels.values()) expect(excellent).toBeLessThanOrEqual(good * 0.2);
});

test('after 1/7/2025 everybody is under Hưng Yên', () => {
  const before = recount(thaiBinh(), '2025-06-30');
  expect(membersOf(before, 'HY')).toEqual([]);
  expect(membersOf(recount(thaiBinh(), '2025-07-01'), 'HY')).toHaveLength(membersOf(before, 'TB').length);
});
