import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { askFigure } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';

const act = (effectiveOn: string, kind: string, fields: object): ActInput => ({ kind, effectiveOn, ...fields });
const unit = (code: string, kind: string, parent?: string) =>
  act('2005-01-01', 'unit.established', { unit: { code, name: `Chi bộ ${code}`, kind, parent } });

let world: World;
beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('T', 'provincial'),
    unit('H', 'district', 'T'),
    unit('H.1', 'grassroots-cell', 'H'),
    unit('H.2', 'grassroots-cell', 'H'),
    act('2020-06-01', 'unit.merged', { units: ['H.1'], into: 'H.2' }),
  ]);
});
afterAll(() => world?.close());

let last = 0;
let who = '';
beforeEach(() => {
  who = `P${++last}`;
});
const register = (dates: object, code = who) =>
  act('2006-01-01', 'member.registered', {
    person: { code, name: `Trần Thị ${code}`, ...dates },
    cell: 'H.1',
    status: 'official',
  });
const badge = (effectiveOn: string, years: number, more: object = {}) =>
  act(effectiveOn, 'badge.awarded', { person: who, years, ...more });

const warned = async (...acts: ActInput[]) =>
  (await world.post(acts)).warnings.map(({ code, field }) => `${field}: ${code}`);
const refused = (...acts: ActInput[]) =>
  world.post(acts).then(
    () => [],
    (problem) => problem.fields.map(({ code, field }: { code: string; field: string }) => `${field}: ${code}`),
  );

const tooYoung = ['years: rule.badge.years'];
const tooEarly = ['years: rule.badge.early-months'];

describe('party age', () => {
  test('counts from the decision, not the ceremony, by the month (29-QĐ/TW, 25/7/2016, 27.3)', async () => {
    await world.post([register({ admissionDecidedOn: '1988-05-20', admittedOn: '1988-07-01' })]);
    expect(await warned(badge('2018-04-30', 30))).toEqual(tooYoung);
    who = `P${++last}`;
    await world.post([register({ admissionDecidedOn: '1988-05-20', admittedOn: '1988-07-01' })]);
    expect(await warned(badge('2018-05-19', 30))).toEqual([]);
  });

  test('of a rough date is the longest it can be; of a ceremony alone, two months more; of nothing, not judged', async () => {
    await world.post([
      register({ admissionDecidedOn: '1988' }, 'Rough'),
      register({ admittedOn: '1988-07-01' }, 'Late'),
    ]);
    await world.post([register({}, 'Unknown')]);
    const by = (person: string, on: string, years = 30) => warned({ ...badge(on, years), person });
    expect(await by('Rough', '2018-01-10')).toEqual([]);
    expect(await by('Late', '2018-05-02')).toEqual([]);
    expect(await by('Late', '2028-04-02', 40)).toEqual(tooYoung);
    expect(await by('Unknown', '2018-01-10', 90)).toEqual([]);
  });

  test('stops while outside the Party, unless the leaving was annulled', async () => {
    const gone = act('2010-03-01', 'member.nameRemoved', { person: who });
    const paper = { issuer: 'Huyện ủy A', number: '5-QĐ/HU', issuedOn: '2013-09-01' };
    const back = act('2013-09-15', 'member.readmitted', { person: who, cell: 'H.1', paper });
    await world.post([register({ admissionDecidedOn: '1988-05-20' }), gone, back]);
    // 42 months outside: 30 years are reached in November 2021.
    expect(await warned(badge('2021-10-31', 30))).toEqual(tooYoung);
    who = `P${++last}`;
    await world.post([
      register({ admissionDecidedOn: '1988-05-20' }),
      { ...gone, person: who },
      { ...back, person: who },
    ]);
    expect(await warned(badge('2021-11-07', 30))).toEqual([]);
    who = `P${++last}`;
    const restored = act('2013-09-15', 'member.restored', { person: who });
    await world.post([register({ admissionDecidedOn: '1988-05-20' }), { ...gone, person: who }, restored]);
    expect(await warned(badge('2018-05-19', 30))).toEqual([]);
  });
});

describe('an early badge', () => {
  const early = async (decidedOn: string, years: number, on: string) => {
    who = `P${++last}`;
    await world.post([register({ admissionDecidedOn: decidedOn })]);
    return warned(badge(on, years, { early: true }));
  };

  test('is at most twelve months early (29-QĐ/TW, 25/7/2016, 27.3)', async () => {
    expect(await early('1990-05-20', 30, '2019-05-19')).toEqual([]);
    expect(await early('1990-05-20', 30, '2019-04-30')).toEqual(tooEarly);
    expect(await early('1950-05-20', 70, '2018-11-07')).toEqual(tooEarly);
  });

  test('of seventy years and more at most twenty-four (01-HD/TW, 28/9/2021, 18)', async () => {
    expect(await early('1954-05-20', 70, '2022-05-19')).toEqual([]);
    expect(await early('1954-05-20', 70, '2022-04-30')).toEqual(tooEarly);
    expect(await early('1959-05-20', 65, '2022-05-19')).toEqual(tooEarly);
  });
});

describe('a badge after death', () => {
  test('is posthumous whether told or not, counts in the last cell, and asks for the party age at death', async () => {
    const died = act('2020-03-01', 'member.died', { person: who });
    await world.post([register({ admissionDecidedOn: '1980-02-03' }), died]);
    expect(await warned(badge('2020-05-19', 40))).toEqual([]);
    const period = { from: '2020-05-19', on: '2020-05-19', list: true, args: { posthumous: 'yes' } };
    const { list } = await askFigure(world, 'badges', 'H.1', period);
    expect(list).toMatchObject([{ label: `Trần Thị ${who}`, unit: { code: 'H.1' }, on: '2020-05-19' }]);
    who = `P${++last}`;
    await world.post([register({ admissionDecidedOn: '1980-04-03' }), { ...died, person: who }]);
    expect(await warned(badge('2020-05-19', 40, { posthumous: true }))).toEqual(tooEarly);
  });

  test('may be missing a year since 24-QĐ/TW (30/7/2021)', async () => {
    await world.post([
      register({ admissionDecidedOn: '1982-06-03' }),
      act('2022-03-01', 'member.died', { person: who }),
    ]);
    expect(await warned(badge('2022-05-19', 40, { posthumous: true }))).toEqual([]);
  });

  test('counts in the successor where the last cell has ended since', async () => {
    await world.post([
      register({ admissionDecidedOn: '1980-02-03' }),
      act('2020-03-02', 'member.died', { person: who }),
    ]);
    await world.post([badge('2020-09-02', 40)]);
    // Also where that is recorded after the badge.
    await world.post([unit(`${who}.1`, 'grassroots-cell', 'H'), { ...register({}, `${who}b`), cell: `${who}.1` }]);
    await world.post([act('2020-03-02', 'member.died', { person: `${who}b` })]);
    await world.post([{ ...badge('2020-09-02', 40), person: `${who}b` }]);
    await world.post([act('2020-07-01', 'unit.merged', { units: [`${who}.1`], into: 'H.2' })]);
    const { list } = await askFigure(world, 'badges', 'T', { from: '2020-09-02', on: '2020-09-02', list: true });
    expect(list).toMatchObject([
      { label: `Trần Thị ${who}`, unit: { code: 'H.2' } },
      { label: `Trần Thị ${who}b`, unit: { code: 'H.2' } },
    ]);
  });

  test('needs the death to be recorded; on the very day either may be said', async () => {
    await world.post([register({ admissionDecidedOn: '1980-02-03' })]);
    expect(await refused(badge('2020-05-19', 40, { posthumous: true }))).toEqual(['posthumous: badge.not-dead']);
    await world.post([act('2020-05-19', 'member.died', { person: who }), badge('2020-05-19', 40)]);
    const count = (args: Record<string, string>) =>
      askFigure(world, 'badges', 'T', { from: '2020-05-19', on: '2020-05-19', args: { years: '40', ...args } });
    const before = (await count({})).value as number;
    expect(before - ((await count({ posthumous: 'yes' })).value as number)).toBe(1);
  });
});

test('one badge of each kind; nobody who left the Party, or was transferred away, gets one', async () => {
  await world.post([register({ admissionDecidedOn: '1970-02-03' }), badge('2010-02-03', 40)]);
  expect(await refused(badge('2020-02-03', 40))).toEqual(['years: badge.twice']);
  expect(await refused(badge('2020-02-03', 35))).toEqual(['years: field.invalid']);
  expect(await refused(badge('2020-02-03', 50))).toEqual([]);
  const destination = { place: 'province', name: 'Tỉnh ủy B' };
  await world.post([act('2021-01-01', 'transfer.issued', { person: who, destination })]);
  expect(await refused(badge('2025-02-03', 55))).toEqual(['person: member.in-transit']);
  who = `P${++last}`;
  await world.post([register({ admissionDecidedOn: '1970-02-03' }), act('2012-01-01', 'member.left', { person: who })]);
  expect(await refused(badge('2020-02-03', 50))).toEqual(['person: member.not-a-member']);
});

test('the badge of 45 years came with 29-QĐ/TW (25/7/2016)', async () => {
  await world.post([register({ admissionDecidedOn: '1965-02-03' })]);
  expect(await warned(badge('2015-02-03', 45))).toEqual(tooYoung);
  who = `P${++last}`;
  await world.post([register({ admissionDecidedOn: '1970-02-03' })]);
  expect(await warned(badge('2016-09-02', 45))).toEqual([]);
});

test('who was disciplined waits, by the form of the measure: a warning six months in 2018 (29-QĐ/TW, 27.3)', async () => {
  const measure = (form: string) => act('2018-03-01', 'member.disciplined', { person: who, form, content: ['land'] });
  const tried = async (form: string, on: string) => {
    who = `P${++last}`;
    await world.post([register({ admissionDecidedOn: '1980-02-03' }), measure(form)]);
    return warned(badge(on, 30));
  };
  const waits = ['person: rule.badge.discipline-months'];
  expect(await tried('reprimand', '2018-05-19')).toEqual([]);
  expect(await tried('warning', '2018-08-31')).toEqual(waits);
  expect(await tried('warning', '2018-09-02')).toEqual([]);
});

test('Form 7, part II: badges by years; who reached the years and was not awarded is told', async () => {
  const names = ['Due', 'Given', 'Ill', 'Young'];
  const decided = ['1991-03-03', '1991-04-04', '1992-01-01', '1995-01-01'];
  await world.post(names.map((code, i) => register({ admissionDecidedOn: decided[i] }, code)));
  await world.post([
    { ...badge('2021-05-19', 30), person: 'Given' },
    { ...badge('2021-09-02', 30, { early: true }), person: 'Ill' },
  ]);
  const period = { from: '2021-01-01', on: '2021-09-30', list: true, notCounted: true };
  const ask = (args: Record<string, string>) => askFigure(world, 'badges', 'H', { ...period, args });
  const thirty = await ask({ years: '30' });
  expect(thirty.value).toBe(2);
  const due = Object.fromEntries((thirty.notCounted ?? []).map(({ label, why }) => [label, why]));
  expect(due['Trần Thị Due']).toBe('đủ 30 năm tuổi đảng ngày 03/03/2021, chưa được tặng Huy hiệu');
  expect(Object.keys(due)).not.toContain('Trần Thị Given');
  expect(Object.keys(due)).not.toContain('Trần Thị Young');
  expect((await ask({ years: '30', early: 'yes' })).value).toBe(1);
  expect((await ask({ years: '40' })).value).toBe(0);
});
