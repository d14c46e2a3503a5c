import { expect, test } from 'vitest';
import { haiHau } from './hai-hau.ts';
import { mergeByDay } from './merge.ts';
import { ninhBinh } from './ninh-binh.ts';
import { type Line, lineOf, membersOf, recount, unitsUnder } from './recount.ts';
import { soundness } from './soundness.ts';

/** With the register it belongs to: the province itself comes with Hải Hậu's journal. */
const lines = (seed?: number) => mergeByDay(haiHau({ seed }), ninhBinh({ seed }));
const END = '2020-12-31';
const inYear = (day: string): boolean => day >= '2020-01-01' && day <= END;

test.each([2020, 7])('the figures of Ninh Bình 2020 come out by counting (seed %i)', (seed) => {
  const counts = { admitted: 0, collectives: 0, individuals: 0, target: 0 };
  recount(lines(seed), END, (line, count) => {
    if (
      line.kind === 'member.admitted' &&
      inYear(line.effectiveOn) &&
      lineOf(count, line.cell as string).includes('NB')
    )
      counts.admitted += 1;
    if (line.occasion === 'hoi-nghi-tong-ket-xay-dung-dang-2020')
      counts[line.kind === 'unit.commended' ? 'collectives' : 'individuals'] += 1;
    if (line.kind === 'target.assigned' && line.unit === 'NB') counts.target = line.value as number;
  });
  expect(counts).toEqual({ admitted: 1_701, collectives: 60, individuals: 100, target: 1_600 });
});

test('every line of the register of Ninh Bình is sound, and no two people have one citizen number', () => {
  const faults: string[] = [];
  // Each part counts its own ids upward; the numbers of people must differ over all of them.
  const parts = new Map<string, ReturnType<typeof soundness>>();
  const citizens = new Set<string>();
  recount(lines(), '9999-12-31', (line, count) => {
    const part = line.id.slice(0, 24);
    const faultsOf = parts.get(part) ?? soundness();
    parts.set(part, faultsOf);
    faults.push(...faultsOf(line, count));
    const citizenId = typeof line.person === 'object' ? line.person.citizenId : undefined;
    if (citizenId === undefined) return;
    if (citizens.has(citizenId)) faults.push(`twice the number ${citizenId}`);
    citizens.add(citizenId);
  });
  expect(faults).toEqual([]);
});

test('it is of the shape of the province of 2020: members, cells, grassroots organisations', () => {
  const count = recount(lines(), END);
  expect(membersOf(count, 'NB')).toHaveLength(60_418);
  const units = unitsUnder(count, 'NB');
  const cells = units.filter(([, kind]) => kind.endsWith('cell'));
  expect(cells.length).toBeGreaterThan(3_200);
  expect(cells.length).toBeLessThan(3_400);
  expect(units.filter(([, kind]) => kind === 'district' || kind === 'bloc')).toHaveLength(12);
});

test('in no grassroots organisation are there more excellent members than a fifth of the good ones (21-HD/BTCTW, 18/10/2019)', () => {
  const levels = new Map<string, { excellent: number; good: number }>();
  for (const line of ninhBinh() as unknown as Iterable<Line>) {
    if (line.kind !== 'member.classified' || line.level === undefined) continue;
    const own = levels.get(line.paper.issuer) ?? { excellent: 0, good: 0 };
    if (line.level === 'excellent' || line.level === 'good') own[line.level] += 1;
    levels.set(line.paper.issuer, own);
  }
  expect(levels.size).toBeGreaterThan(450);
  expect([...levels.values()].every(({ excellent, good }) => excellent <= 0.2 * good)).toBe(true);
});

test('the numbers of the province’s decisions run through the term and begin again at the congress of October 2020', () => {
  const numbers = new Map<string, number>();
  for (const { paper } of ninhBinh() as unknown as Iterable<Line>)
    if (paper?.issuer === 'Tỉnh ủy Ninh Bình' && paper.number.endsWith('-QĐ/TU') && inYear(paper.issuedOn))
      numbers.set(`${paper.issuedOn} ${paper.number}`, Number.parseInt(paper.number, 10));
  const sorted = [...numbers].sort(([a, x], [b, y]) => a.slice(0, 10).localeCompare(b.slice(0, 10)) || x - y);
  const after = sorted.filter(([key]) => key >= '2020-10-23').map(([, number]) => number);
  const before = sorted.filter(([key]) => key < '2020-10-23').map(([, number]) => number);
  for (const run of [before, after])
    expect(run.every((number, i) => i === 0 || number > (run[i - 1] as number))).toBe(true);
  expect(before[0]).toBeGreaterThan(2_000);
  expect(after[0]).toBeLessThan(10);
});

test('targets are passed on with a reserve: what districts were given is more than the province’s 1,600', () => {
  let given = 0;
  for (const line of ninhBinh() as unknown as Iterable<Line>)
    if (line.kind === 'target.assigned' && line.effectiveOn === '2020-01-15') given += line.value as number;
  expect(given).toBe(1_648);
});

test('after the reform of 1/7/2025 the districts are gone and nobody is lost', () => {
  const before = recount(lines(), '2025-06-30');
  const after = recount(lines(), '2025-07-01');
  expect(membersOf(after, 'NB')).toHaveLength(membersOf(before, 'NB').length + membersOf(before, 'ND').length);
  expect(unitsUnder(after, 'NB').filter(([, kind]) => kind === 'district' || kind === 'bloc')).toEqual([]);
});
