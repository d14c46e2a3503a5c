import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyTallies } from '#/kernel/figures/tally.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { askFigure } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';

let world: World;
const unit = (code: string, kind: string, parent: string | null): ActInput => ({
  kind: 'unit.established',
  effectiveOn: '2015-01-01',
  paper: { issuer: 'Tỉnh ủy Thử', number: `1-QĐ/${code}`, issuedOn: '2014-12-20' },
  unit: { code, name: `Đơn vị ${code}`, kind, ...(parent === null ? {} : { parent }) },
});
const act = (kind: string, effectiveOn: string, decidedOn: string, more: object): ActInput => ({
  kind,
  effectiveOn,
  paper: { issuer: 'Huyện ủy Thử', number: '77-QĐ/HU', issuedOn: decidedOn },
  ...more,
});
const somebody = (code: string) => ({ code, name: `Trần Thị ${code}`, sex: 'female', born: '1990-05-05' });

beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('H', 'district', null),
    unit('A', 'grassroots-body', 'H'),
    unit('A1', 'cell', 'A'),
    unit('B', 'grassroots-cell', 'H'),
    // A decision recorded apart, with its ceremony; one with its ceremony next year; one that waits.
    act('admission.approved', '2020-05-04', '2020-05-04', { person: somebody('both'), cell: 'A1' }),
    act('member.admitted', '2020-05-19', '2020-05-04', { person: 'both', cell: 'A1' }),
    act('admission.approved', '2020-12-20', '2020-12-20', { person: somebody('later'), cell: 'A1' }),
    act('member.admitted', '2021-01-06', '2020-12-20', { person: 'later', cell: 'A1' }),
    act('admission.approved', '2020-11-11', '2020-11-11', { person: somebody('waiting'), cell: 'B' }),
    // The ceremony alone tells its decision: of the same year, of the year before.
    act('member.admitted', '2020-06-10', '2020-06-01', { person: somebody('once'), cell: 'B' }),
    act('member.admitted', '2020-01-05', '2019-12-27', { person: somebody('early'), cell: 'B' }),
    // Recognised in time, late (the decision comes after the official date), and not at all.
    act('member.recognised', '2021-05-19', '2021-05-19', { person: 'both' }),
    act('member.recognised', '2021-01-05', '2021-02-20', { person: 'early' }),
    // Out and in again.
    act('member.nameRemoved', '2020-12-01', '2020-12-01', { person: 'once' }),
    act('member.readmitted', '2024-06-10', '2024-06-03', { person: 'once', cell: 'B' }),
  ]);
});
afterAll(() => world.close());

const year = (name: string) => ({ from: `${name}-01-01`, on: `${name}-12-31` });

async function listed(figure: string, code: string, of: string): Promise<string[]> {
  const { list = [], value } = await askFigure(world, figure, code, { ...year(of), list: true });
  const names = (list as { label: string }[]).map(({ label }) => label.split(' ').at(-1) as string).toSorted();
  expect(value).toBe(names.length);
  return names;
}

async function why(figure: string, code: string, of: string): Promise<Record<string, string>> {
  const { notCounted = [] } = await askFigure(world, figure, code, { ...year(of), notCounted: true });
  return Object.fromEntries(notCounted.map((entry) => [entry.label?.split(' ').at(-1), entry.why]));
}

test('approvals count by the day of the decision, each decision once', async () => {
  expect(await listed('admission-approvals', 'H', '2020')).toEqual(['both', 'later', 'once', 'waiting']);
  expect(await listed('admission-approvals', 'B', '2019')).toEqual(['early']);
  expect(await listed('admission-approvals', 'H', '2024')).toEqual(['once']);
  expect(await why('admission-approvals', 'H', '2020')).toEqual({
    early: 'kết nạp trong kỳ, quyết định ngày 27/12/2019',
  });
  expect(await why('admission-approvals', 'H', '2021')).toEqual({
    later: 'kết nạp trong kỳ, quyết định ngày 20/12/2020',
  });
});

test('admissions count by the ceremony, readmissions among them; a decision without one is listed with its reason', async () => {
  expect(await listed('admissions', 'H', '2020')).toEqual(['both', 'early', 'once']);
  expect(await listed('admissions', 'H', '2021')).toEqual(['later']);
  expect(await listed('admissions', 'H', '2024')).toEqual(['once']);
  expect(await listed('readmissions', 'H', '2024')).toEqual(['once']);
  expect(await why('admissions', 'H', '2020')).toEqual({
    later: 'quyết định trong kỳ, làm lễ kết nạp ngày 06/01/2021',
    waiting: 'đã có quyết định kết nạp, chưa làm lễ',
  });
});

test('units that admitted anybody count once: grassroots organisations, or cells', async () => {
  const admitted = async (args = {}, code = 'H') =>
    (await askFigure(world, 'units-that-admitted', code, { ...year('2020'), args, list: true })).codes;
  expect(await admitted()).toEqual(['A', 'B']);
  expect(await admitted({ kind: 'cell' })).toEqual(['A1', 'B']);
  expect(await admitted({}, 'A')).toEqual(['A']);
});

test('recognitions count by the day of the decision; who was due and not recognised in time is listed with the reason', async () => {
  expect(await listed('official-recognitions', 'H', '2021')).toEqual(['both', 'early']);
  expect(await why('official-recognitions', 'H', '2021')).toEqual({});
  expect(await why('official-recognitions', 'H', '2022')).toEqual({
    later: 'đủ 12 tháng dự bị ngày 06/01/2022, chưa được công nhận chính thức',
  });
  const january = { from: '2021-01-01', on: '2021-01-31', notCounted: true };
  const { notCounted = [] } = await askFigure(world, 'official-recognitions', 'B', january);
  expect(notCounted.map((entry) => entry.why)).toEqual(['chính thức từ ngày 05/01/2021, quyết định ngày 20/02/2021']);
});

test('name removals know who was on probation', async () => {
  expect(await listed('name-removals', 'H', '2020')).toEqual(['once']);
  expect(await listed('probationary-name-removals', 'H', '2020')).toEqual(['once']);
});

test('the tallies say what the rules say', async () => {
  const { register } = world.journal;
  expect(await world.read(({ db }) => verifyTallies(db, register.figures))).toEqual([]);
});
