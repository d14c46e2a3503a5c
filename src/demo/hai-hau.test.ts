import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { demos } from './demo.ts';
import { haiHau } from './hai-hau.ts';
import { type Line, lineOf, membersOf, recount, unitsUnder } from './recount.ts';
import { soundness } from './soundness.ts';

const END = '2020-12-31';
const bytes = (lines: Iterable<unknown>): string => {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(`${JSON.stringify(line)}\n`);
  return hash.digest('hex');
};

/** The nine published figures, counted over the lines alone (Nam Định, seed 002). */
function figuresOf(seed: number): number[] {
  const flows = { approved: 0, recognised: 0 };
  const levels = { excellent: 0, good: 0, completed: 0 };
  const inYear = (day: string): boolean => day >= '2020-01-01' && day <= END;
  const atEnd = recount(haiHau({ seed }), END);
  recount(haiHau({ seed }), '2021-12-31', (line, count) => {
    if (line.kind === 'admission.approved' && inYear(line.paper.issuedOn)) flows.approved += 1;
    if (line.kind === 'member.recognised' && inYear(line.paper.issuedOn)) flows.recognised += 1;
    if (line.kind !== 'unit.classified' || line.forYear !== 2020 || line.level === undefined) return;
    expect(lineOf(count, line.unit as string)).toContain('HH');
    levels[line.level as keyof typeof levels] += 1;
  });
  const grassroots = unitsUnder(atEnd, 'HH').filter(([, kind]) => kind.startsWith('grassroots'));
  const cells = grassroots.filter(([, kind]) => kind === 'grassroots-cell');
  const classified = levels.excellent + levels.good + levels.completed;
  const { excellent, good, completed } = levels;
  return [
    grassroots.length,
    cells.length,
    membersOf(atEnd, 'HH').length,
    flows.approved,
    flows.recognised,
    classified,
    excellent,
    good,
    completed,
  ];
}

test.each([2020, 7])('the nine figures of Hải Hậu 2020 come out by counting (seed %i)', (seed) => {
  expect(figuresOf(seed)).toEqual(demos['hai-hau'].firstFigures.map(({ value }) => value));
});

test('every line of Hải Hậu is sound: days in order, nothing named before it is there, ages, deadlines, twelve months', () => {
  const faultsOf = soundness();
  const faults: string[] = [];
  recount(haiHau(), '9999-12-31', (line, count) => {
    faults.push(...faultsOf(line, count));
  });
  expect(faults).toEqual([]);
});

test('the two bodies of the armed forces are omitted with the reason, and the 92 are all graded or omitted', () => {
  const graded = new Map<string, unknown>();
  recount(haiHau(), '2021-12-31', (line) => {
    if (line.kind === 'unit.classified') graded.set(line.unit as string, line.omitted);
  });
  expect(graded.size).toBe(92);
  expect([...graded].filter(([, omitted]) => omitted !== undefined)).toEqual([
    ['HH.042', 'own-system'],
    ['HH.043', 'own-system'],
  ]);
});

test('in no grassroots organisation are there more excellent members than a fifth of the good ones (21-HD/BTCTW, 18/10/2019)', () => {
  const levels = new Map<string, { excellent: number; good: number }>();
  recount(haiHau(), '2021-02-01', (line) => {
    if (line.kind !== 'member.classified' || line.level === undefined) return;
    const own = levels.get(line.paper.issuer) ?? { excellent: 0, good: 0 };
    if (line.level === 'excellent' || line.level === 'good') own[line.level] += 1;
    levels.set(line.paper.issuer, own);
  });
  expect(levels.size).toBe(90);
  expect([...levels.values()].every(({ excellent, good }) => excellent <= 0.2 * good)).toBe(true);
});

test('a grassroots cell has 3 to 29 members all the time (Charter 2011, article 21)', () => {
  for (const day of ['2020-01-01', '2020-07-31', '2021-02-28']) {
    const count = recount(haiHau(), day);
    const cells = unitsUnder(count, 'HH').filter(([, kind]) => kind === 'grassroots-cell');
    for (const [code] of cells)
      expect(membersOf(count, code).length, `${code} on ${day}`).toSatisfy((n: number) => n >= 3 && n < 30);
  }
});

test('the numbers of the district’s decisions run through the term and begin again at the congress of August 2020', () => {
  const decisions = new Map<string, string>();
  recount(haiHau(), '2021-12-31', ({ paper }: Line) => {
    if (paper.issuer === 'Huyện ủy Hải Hậu' && paper.issuedOn >= '2019-12-01')
      decisions.set(`${paper.issuedOn} ${paper.number}`, paper.number);
  });
  const numbers = [...decisions.keys()].sort(
    (a, b) =>
      a.slice(0, 10).localeCompare(b.slice(0, 10)) ||
      Number.parseInt(a.slice(11), 10) - Number.parseInt(b.slice(11), 10),
  );
  const before = numbers.filter((key) => key < '2020-08-13').map((key) => Number.parseInt(key.slice(11), 10));
  const after = numbers.filter((key) => key >= '2020-08-13').map((key) => Number.parseInt(key.slice(11), 10));
  for (const run of [before, after])
    expect(run.every((number, i) => i === 0 || number > (run[i - 1] as number))).toBe(true);
  expect(before[0]).toBeGreaterThan(2000);
  expect(after[0]).toBeLessThan(10);
  expect([...decisions.values()].every((number) => number.endsWith('-QĐ/HU'))).toBe(true);
});

test('after the reform of 1/7/2025 everybody of the district is under the province of today, nobody lost', () => {
  const before = recount(haiHau(), '2025-06-30');
  const after = recount(haiHau(), '2025-07-01');
  expect(membersOf(before, 'NB')).toEqual([]);
  expect(membersOf(after, 'NB').length).toBe(membersOf(before, 'ND').length);
  expect(recount(haiHau({ withReform: false }), '2025-07-01').units.get('HH')?.successor).toBeUndefined();
});

test('the same seed gives the same bytes, another seed others', () => {
  const first = bytes(haiHau());
  expect(bytes(haiHau())).toBe(first);
  expect(bytes(haiHau({ seed: 5 }))).not.toBe(first);
});
