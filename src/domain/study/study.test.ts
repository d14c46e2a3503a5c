import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { askFigure } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';

const act = (effectiveOn: string, kind: string, fields: Record<string, unknown>): ActInput => ({
  kind,
  effectiveOn,
  ...fields,
});
const unit = (code: string, kind: string, parent?: string) =>
  act('2010-01-01', 'unit.established', { unit: { code, name: `Đảng bộ ${code}`, kind, parent } });
const member = (code: string, cell: string, person = {}) =>
  act('2018-01-01', 'member.registered', {
    person: { code, name: `Nguyễn Văn ${code}`, ...person },
    cell,
    status: 'official',
  });
const contest = 'bac-ho-voi-nam-dinh';
const declare = (code: string, amount: number) =>
  act('2023-05-25', 'count.declared', {
    unit: code,
    figure: 'contest-entries',
    args: { contest },
    from: '2023-05-01',
    to: '2023-05-25',
    amount,
    paper: { issuer: `Đảng ủy ${code}`, number: '10-BC/ĐU', issuedOn: '2023-05-25' },
  });

let world: World;
beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('T', 'provincial'),
    unit('K', 'bloc', 'T'),
    unit('K.1', 'grassroots-cell', 'K'),
    unit('K.2', 'grassroots-cell', 'K'),
    member('An', 'K.1'),
    member('Ba', 'K.2', { admittedOn: '2017-02-03', admissionDecidedOn: '2017-01-20' }),
    act('2022-09-01', 'member.transferred', { person: 'Ba', to: 'K.1' }),
    act('2020-04-17', 'course.held', { unit: 'K', course: 'awareness', participants: 84 }),
    act('2020-09-25', 'course.held', { unit: 'K', course: 'new-member', participants: 31 }),
    act('2020-10-25', 'course.held', { unit: 'K.1', course: 'awareness', participants: 6 }),
    act('2020-09-25', 'certificate.granted', { person: 'An', course: 'new-member', number: '01' }),
    act('2020-09-25', 'certificate.granted', { person: 'Ba', course: 'theory-primary' }),
    act('2020-03-28', 'study.held', { unit: 'K', topic: 'Nghị quyết Trung ương', convened: 320, present: 312 }),
    act('2020-03-30', 'study.held', { unit: 'K.2', topic: 'Nghị quyết Trung ương', convened: 80, present: 80 }),
  ]);
});
afterAll(() => world?.close());

const year = (of: number) => ({ from: `${of}-01-01`, on: `${of}-12-31` });
const ask = (name: string, code: string, of: number, args: Record<string, string> = {}) =>
  askFigure(world, name, code, { ...year(of), args, list: true, notCounted: true, byUnit: true });

describe('courses', () => {
  test('are counted by kind; who took part has no name', async () => {
    expect((await ask('courses-held', 'T', 2020)).value).toBe(3);
    expect((await ask('courses-held', 'T', 2020, { course: 'awareness' })).value).toBe(2);
    const all = await ask('course-participants', 'T', 2020);
    expect(all).toMatchObject({ value: 121, named: 0, declared: 121, measure: 'persons' });
    expect(all.list).toHaveLength(3);
    expect((await ask('course-participants', 'K', 2020, { course: 'awareness' })).byUnit).toEqual([
      { code: 'K.1', name: 'Đảng bộ K.1', value: 6 },
      { code: 'K.2', name: 'Đảng bộ K.2', value: 0 },
      { code: 'K', name: 'Đảng bộ K', value: 84 },
    ]);
  });

  test('give certificates to members, where they stood', async () => {
    expect((await ask('certificates-granted', 'K.2', 2020)).codes).toHaveLength(1);
    expect((await ask('certificates-granted', 'K', 2020)).value).toBe(2);
    expect((await ask('certificates-granted', 'K', 2020, { course: 'new-member' })).value).toBe(1);
  });
});

test('the certificate of awareness holds for 60 months (01-HD/TW, 20/9/2016)', async () => {
  const warned = async (grantedOn: string) => {
    const { warnings } = await world.post([
      act(grantedOn, 'certificate.granted', { person: 'Ba', course: 'awareness' }),
    ]);
    return warnings.map(({ code, rule }) => `${code} ${rule}`);
  };
  const broken = 'rule.certificate.awareness.months 01-HD/TW, 20/9/2016';
  expect(await warned('2012-01-19')).toEqual([broken]);
  expect(await warned('2012-01-20')).toEqual([]);
  // Another one is in force.
  expect(await warned('2011-01-20')).toEqual([]);
  // No member then: it counts nowhere.
  expect((await ask('certificates-granted', 'T', 2012)).value).toBe(0);
});

test('study sessions have an attendance', async () => {
  expect((await ask('study-sessions', 'K', 2020)).value).toBe(2);
  expect(await ask('study-attendance-share', 'K', 2020)).toMatchObject({ value: 98, numerator: 392, denominator: 400 });
  expect((await ask('study-attendances', 'K', 2020)).byUnit?.map(({ code, value }) => [code, value])).toEqual([
    ['K.1', 0],
    ['K.2', 80],
    ['K', 312],
  ]);
  const wrong = act('2020-03-30', 'study.held', { unit: 'K.2', topic: 'x', convened: 8, present: 9 });
  await expect(world.post([wrong])).rejects.toMatchObject({ fields: [{ field: 'present' }] });
});

describe('the contest of 2023 (seed 001): 8.137 entries, 3 prizes', () => {
  beforeAll(async () => {
    await world.post([
      act('2023-05-15', 'member.contestEntered', { person: 'Ba', contest, work: 'Ký ức', prize: 'second' }),
      act('2023-05-15', 'unit.contestEntered', { unit: 'K.2', contest, prize: 'consolation' }),
      act('2023-05-16', 'unit.contestEntered', { unit: 'K.2', contest, prize: 'consolation' }),
      act('2023-05-16', 'unit.contestEntered', { unit: 'K.2', contest }),
      act('2023-05-16', 'unit.contestEntered', { unit: 'K.2', contest: 'cuoc-thi-khac', prize: 'first' }),
      declare('K.1', 5000),
      declare('K.2', 3133),
    ]);
  });

  test('entries are those named and those declared', async () => {
    const all = await ask('contest-entries', 'K', 2023, { contest });
    expect(all).toMatchObject({ value: 8137, named: 4, declared: 8133 });
    expect(all.byUnit?.map(({ code, value }) => [code, value])).toEqual([
      ['K.1', 5001],
      ['K.2', 3136],
    ]);
    const labels = (all.list as { label: string; declared?: number }[]).map(({ label, declared }) => [label, declared]);
    expect(labels).toEqual([
      ['Nguyễn Văn Ba', undefined],
      ...Array(3).fill(['Đảng bộ K.2', undefined]),
      ['số liệu do đơn vị báo cáo, không mở danh sách', 5000],
      ['số liệu do đơn vị báo cáo, không mở danh sách', 3133],
    ]);
  });

  test('prizes are entries that won one; the others say what they won', async () => {
    const won = await ask('contest-prizes', 'K', 2023, { contest });
    expect([won.value, won.named]).toEqual([3, 3]);
    expect(won.notCounted?.map(({ why }) => why)).toEqual(['không đạt giải']);
    const second = await ask('contest-prizes', 'K', 2023, { contest, prize: 'second' });
    expect(second.value).toBe(1);
    expect(second.notCounted?.map(({ why }) => why).toSorted()).toEqual([
      'không đạt giải',
      'đạt giải Khuyến khích',
      'đạt giải Khuyến khích',
    ]);
  });

  test('a contest has to be named, in one spelling', async () => {
    await expect(ask('contest-entries', 'K', 2023)).rejects.toMatchObject({ code: 'figure.args' });
    const wrong = act('2023-05-16', 'unit.contestEntered', { unit: 'K.2', contest: 'Bác Hồ' });
    await expect(world.post([wrong])).rejects.toMatchObject({ fields: [{ field: 'contest' }] });
  });

  test('an entry of a member needs one; anybody else’s names only the unit', async () => {
    const early = act('2017-05-16', 'member.contestEntered', { person: 'An', contest });
    await expect(world.post([early])).rejects.toMatchObject({ fields: [{ code: 'member.not-a-member' }] });
    const named = act('2023-05-16', 'unit.contestEntered', { unit: 'K.2', contest, author: 'Trần Thị Mẫu' });
    await expect(world.post([named])).rejects.toMatchObject({ fields: [{ code: 'field.unknown' }] });
  });
});
