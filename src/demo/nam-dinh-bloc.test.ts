import { expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { namDinhBloc } from './nam-dinh-bloc.ts';
import { type Count, type Line, lineOf, membersOf, recount, unitsUnder } from './recount.ts';
import { soundness } from './soundness.ts';

const FROM = '2020-06-01';
const TO = '2023-05-29';

/** The two provinces, which another journal of the register brings in. */
const provinces: ActInput[] = ['NB', 'ND'].map((code, i) => ({
  id: `00000000-0000-0000-0000-00000000000${i}`,
  kind: 'unit.established',
  effectiveOn: '1992-04-01',
  paper: { issuer: 'Bộ Chính trị', number: '1-QĐ/TW', issuedOn: '1992-03-25' },
  unit: { code, name: `Đảng bộ tỉnh ${code}`, kind: 'provincial' },
}));

const linesOf = (seed: number): ActInput[] => [...provinces, ...namDinhBloc({ seed })];

const isOfBloc = (count: Count, unit: unknown): boolean => lineOf(count, unit as string).includes('ND-K');
const placeOf = (count: Count, { person, cell }: Line): string =>
  (cell ?? count.persons.get(person as string)?.place) as string;

/** How often each thing happened in the bloc between the two days, by the lines alone. */
function happened(lines: readonly ActInput[]): Record<string, number> {
  const seen: Record<string, number> = {};
  const tell = (what: string, times = 1) => {
    seen[what] = (seen[what] ?? 0) + times;
  };
  recount(lines, TO, (line, count) => {
    if (line.effectiveOn < FROM) return;
    const { kind } = line;
    if (kind === 'unit.inspected' || (kind === 'unit.supervised' && line.mode === 'thematic'))
      if (isOfBloc(count, line.unit)) tell(kind);
    if (kind === 'member.inspected' || (kind === 'member.supervised' && line.mode === 'thematic'))
      if (isOfBloc(count, placeOf(count, line))) tell(kind);
    if (kind === 'member.admitted' && isOfBloc(count, line.cell)) tell(kind);
    if (kind === 'unit.dissolved') tell(kind);
    if (kind === 'strengthening.opened') tell(kind);
    if (kind === 'document.issued' && line.thematic === true && line.unit === 'ND-K') tell('theme');
    if (kind === 'unit.established' && (line.unit as { kind: string }).kind.startsWith('grassroots')) {
      tell(kind);
      if ((line.unit as { zone?: string }).zone === 'industrial') tell('industrial');
    }
    if (kind === 'count.declared' && line.figure === 'contest-entries') tell('entries', line.amount as number);
    if (kind === 'member.contestEntered') {
      tell('entries');
      tell(`prize ${line.prize}`);
    }
  });
  return seen;
}

test.each([2020, 7])('the counts of seed 001 come out of the lines alone (seed %i)', { timeout: 60_000 }, (seed) => {
  const lines = linesOf(seed);
  expect(happened(lines)).toEqual({
    'unit.inspected': 768,
    'member.inspected': 709,
    'unit.supervised': 470,
    'member.supervised': 528,
    'member.admitted': 972,
    'unit.dissolved': 7,
    'unit.established': 6,
    industrial: 2,
    'strengthening.opened': 15,
    theme: 3,
    entries: 8137,
    'prize second': 1,
    'prize consolation': 2,
  });
  const last = recount(lines, TO);
  const grassroots = (count: Count) => unitsUnder(count, 'ND-K').filter(([, kind]) => kind.startsWith('grassroots'));
  expect([grassroots(last).length, membersOf(last, 'ND-K').length]).toEqual([152, 8391]);
  expect(grassroots(recount(lines, FROM)).length).toBe(153);
});

interface Grade {
  level?: string;
  organisation: string;
}

/** Grades of 2022 of organisations right under the bloc, and of members by their organisation at the year's end. */
function grades(lines: readonly ActInput[], year: number): { units: Grade[]; members: Grade[] } {
  const atEnd = recount(lines, `${year}-12-31`);
  const under = (unit: string) => lineOf(atEnd, unit).at(-3) as string;
  const found = { units: [] as Grade[], members: [] as Grade[] };
  for (const line of lines as unknown as Line[]) {
    const level = line.level as string | undefined;
    if (line.forYear !== year || level === undefined) continue;
    if (line.kind === 'unit.classified' && atEnd.units.get(line.unit as string)?.kind.startsWith('grassroots'))
      found.units.push({ level, organisation: line.unit as string });
    if (line.kind === 'member.classified')
      found.members.push({ level, organisation: under(atEnd.persons.get(line.person as string)?.place as string) });
  }
  return found;
}

const isGood = ({ level }: Grade): boolean => level === 'excellent' || level === 'good';
const share = (list: Grade[]): number => (100 * list.filter(isGood).length) / list.length;

test.each([2020, 7])(
  'the shares that were good or above are those of seed 001 (seed %i)',
  {
    timeout: 60_000,
  },
  (seed) => {
    const lines = linesOf(seed);
    for (const year of [2020, 2021, 2022]) {
      const { units, members } = grades(lines, year);
      expect([share(units).toFixed(0), share(members).toFixed(2)]).toEqual(['93', '97.08']);
    }
  },
);

test('in no organisation are there more excellent members than a fifth of the good ones (21-HD/BTCTW, 18/10/2019)', () => {
  for (const year of [2020, 2021, 2022]) {
    const byOrganisation = Map.groupBy(grades(linesOf(2020), year).members, ({ organisation }) => organisation);
    expect(byOrganisation.size).toBeGreaterThan(148);
    for (const [organisation, list] of byOrganisation) {
      const of = (level: string) => list.filter((one) => one.level === level).length;
      expect(of('excellent') * 5, `${organisation} in ${year}`).toBeLessThanOrEqual(of('good'));
    }
  }
}, 60_000);

test.each([2020, 7])('every line is sound: days in order, ages, deadlines, twelve months (seed %i)', (seed) => {
  const faultsOf = soundness();
  const faults: string[] = [];
  recount(linesOf(seed), '9999-12-31', (line, count) => {
    faults.push(...faultsOf(line, count));
  });
  expect(faults).toEqual([]);
});

test('cells of their own have 3 to 29 members all the time, and nobody is lost when the bloc ends', () => {
  const lines = linesOf(2020);
  for (const day of ['2020-01-01', '2020-12-31', '2021-12-31', '2022-12-31', TO]) {
    const count = recount(lines, day);
    const cells = unitsUnder(count, 'ND').filter(([, kind]) => kind === 'grassroots-cell');
    for (const [code] of cells)
      expect(membersOf(count, code).length, `${code} on ${day}`).toSatisfy((n: number) => n >= 3 && n < 30);
  }
  const [before, after] = ['2025-06-30', '2025-07-01'].map((day) => recount(lines, day)) as [Count, Count];
  expect(membersOf(after, 'NB').length).toBe(membersOf(before, 'ND').length);
}, 60_000);

test('the first numbers of the new bloc’s decisions are small, and begin again at its congress of July 2020', () => {
  const own = (linesOf(2020) as unknown as Line[]).filter(
    ({ paper }) =>
      paper?.issuer === 'Đảng ủy Khối các Cơ quan và Doanh nghiệp tỉnh Nam Định' && paper.number.endsWith('-QĐ/ĐUK'),
  );
  const first = (from: string) =>
    own
      .map(({ paper }) => paper)
      .filter(({ issuedOn }) => issuedOn >= from)
      .sort(
        (a, b) => a.issuedOn.localeCompare(b.issuedOn) || Number.parseInt(a.number, 10) - Number.parseInt(b.number, 10),
      )[0];
  expect(Number.parseInt(first(FROM)?.number as string, 10)).toBeLessThan(8);
  expect(Number.parseInt(first('2020-07-29')?.number as string, 10)).toBeLessThan(8);
  expect(own.length).toBeGreaterThan(2000);
});

test('another seed gives other people', () => {
  const names = (seed: number) => linesOf(seed).flatMap(({ person }) => (person as { name?: string })?.name ?? []);
  expect(names(7).slice(0, 50)).not.toEqual(names(2020).slice(0, 50));
  expect(JSON.stringify(linesOf(7))).toBe(JSON.stringify(linesOf(7)));
});
