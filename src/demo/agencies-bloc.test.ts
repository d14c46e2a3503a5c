import { expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { agenciesBloc } from './agencies-bloc.ts';
import { type Count, type Line, lineOf, membersOf, recount, unitsUnder } from './recount.ts';
import { soundness } from './soundness.ts';

const END = '2020-12-31';
const linesOf = (seed: number): ActInput[] => [...agenciesBloc({ seed })];
const isCell = (kind: string): boolean => kind === 'cell' || kind === 'grassroots-cell';

/** Who holds a post where at the end of 2020, by what was assumed and left; who is no member of the bloc holds none. */
function holders(lines: readonly ActInput[], atEnd: Count): Map<string, string> {
  const held = new Map<string, string>();
  for (const { kind, effectiveOn, person, unit, post } of lines as unknown as Line[]) {
    if (effectiveOn > END || (kind !== 'post.assumed' && kind !== 'post.left')) continue;
    const key = `${unit} ${post} ${person}`;
    if (kind === 'post.assumed') held.set(key, person as string);
    else held.delete(key);
  }
  const there = new Set(membersOf(atEnd, 'KCQ'));
  return new Map([...held].filter(([, person]) => there.has(person)));
}

/** Meetings of 2020 of the cells that were there all the year: how many regular ones, how many came of how many. */
function meetings(lines: readonly ActInput[]): Map<string, { regular: number; present: number; convened: number }> {
  const cells = (day: string) =>
    new Set(
      unitsUnder(recount(lines, day), 'KCQ')
        .filter(([, kind]) => isCell(kind))
        .map(([code]) => code),
    );
  const last = cells(END);
  const whole = [...cells('2020-01-01')].filter((code) => last.has(code));
  const byCell = new Map(whole.map((code) => [code, { regular: 0, present: 0, convened: 0 }]));
  for (const line of lines as unknown as Line[]) {
    const own = line.kind === 'meeting.held' ? byCell.get(line.unit as string) : undefined;
    if (own === undefined || !line.effectiveOn.startsWith('2020')) continue;
    if (line.sort === 'regular') own.regular += 1;
    own.present += line.present as number;
    own.convened += line.convened as number;
  }
  return byCell;
}

test.each([2020, 7])('the counts of seed 004 come out of the lines alone (seed %i)', { timeout: 60_000 }, (seed) => {
  const lines = linesOf(seed);
  const seen = { admitted: 0, upgraded: 0, collectives: 0, individuals: 0 };
  const atEnd = recount(lines, END, ({ kind, cell }, count) => {
    if (kind === 'member.admitted' && lineOf(count, cell as string).includes('KCQ')) seen.admitted += 1;
    if (kind === 'unit.upgraded') seen.upgraded += 1;
  });
  for (const { kind, occasion, issuer } of lines as unknown as Line[]) {
    if (occasion !== 'tong-ket-tccsd-dang-vien-2010-2020') continue;
    expect(issuer).toBe('Ban Thường vụ Đảng ủy Khối các cơ quan tỉnh');
    seen[kind === 'unit.commended' ? 'collectives' : 'individuals'] += 1;
  }
  expect(seen).toEqual({ admitted: 1807, upgraded: 7, collectives: 8, individuals: 14 });
  const grassroots = unitsUnder(atEnd, 'KCQ').filter(([, kind]) => kind.startsWith('grassroots'));
  expect([grassroots.length, membersOf(atEnd, 'KCQ').length]).toEqual([68, 4374]);
  const held = holders(lines, atEnd);
  const secretaries = grassroots.map(([code]) => [...held].filter(([key]) => key.startsWith(`${code} secretary `)));
  expect(secretaries.every((list) => list.length === 1)).toBe(true);
  expect(
    [...held].filter(([key]) => held.has(key.replace('secretary', 'agency-head')) && / secretary /.test(key)),
  ).toHaveLength(57);
});

test.each([2020, 7])(
  'every cell met twelve times in 2020, from 80 to 100 per cent of the members came (seed %i)',
  (seed) => {
    const byCell = [...meetings(linesOf(seed)).values()];
    expect(byCell.length).toBeGreaterThan(200);
    expect(Math.min(...byCell.map(({ regular }) => regular))).toBe(12);
    const shares = byCell.map(({ present, convened }) => (100 * present) / convened);
    expect([Math.min(...shares), Math.max(...shares)]).toEqual([80, 100]);
  },
);

test('the conference of 25/11/2021 sets the goals of seed 004', () => {
  const goals = (linesOf(2020) as unknown as Line[]).filter(
    ({ kind, effectiveOn }) => kind === 'target.assigned' && effectiveOn === '2021-11-25',
  );
  expect(goals.map(({ unit, figure, value, measure, atLeast }) => [unit, figure, value, measure, atLeast])).toEqual([
    ['KCQ', 'grassroots-units-good-or-above', 90, 'percent', true],
    ['KCQ', 'members-good-or-above', 90, 'percent', true],
    ['KCQ', 'admissions-per-year', 120, 'count', true],
  ]);
});

test.each([2020, 7])('every line is sound: days in order, ages, deadlines, twelve months (seed %i)', (seed) => {
  const faultsOf = soundness();
  const faults: string[] = [];
  recount(linesOf(seed), '9999-12-31', (line, count) => {
    faults.push(...faultsOf(line, count));
  });
  expect(faults).toEqual([]);
});

test('agencies only, with Tày and Nùng the most; nobody works on past the pension', () => {
  const lines = linesOf(2020) as unknown as Line[];
  const people = new Map<string, Record<string, string>>();
  const types = new Set<unknown>();
  for (const { person, unit } of lines) {
    if (typeof person === 'object') people.set(person.code as string, person);
    if (typeof unit === 'object' && unit.parent === 'KCQ') types.add(unit.type);
  }
  expect([...types].sort()).toEqual(['party-agency', 'public-service-unit', 'state-agency']);
  const members = membersOf(recount(lines as unknown as ActInput[], END), 'KCQ').map((code) => people.get(code) ?? {});
  const of = (people: string) => members.filter(({ ethnicity }) => ethnicity === people).length / members.length;
  expect(of('tay') + of('nung')).toBeGreaterThan(0.6);
  expect(members.filter(({ born = '' }) => born < '1960-01').length).toBeLessThan(members.length * 0.01);
});

test('a cell of its own has fewer than 30 members but in the months before it becomes a body', () => {
  const lines = linesOf(2020);
  for (let year = 2010; year <= 2021; year += 1) {
    const count = recount(lines, `${year}-12-31`);
    const cells = unitsUnder(count, 'KCQ').filter(([, kind]) => kind === 'grassroots-cell');
    const sizes = cells.map(([code]) => membersOf(count, code).length);
    expect(Math.min(...sizes), String(year)).toBeGreaterThanOrEqual(3);
    expect(sizes.filter((size) => size >= 30).length, String(year)).toBeLessThanOrEqual(1);
  }
});
