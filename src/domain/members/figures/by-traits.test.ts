import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { askFigure } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';

let world: World;
const unit = (code: string, kind: string, parent: string | null, type?: string): ActInput => ({
  kind: 'unit.established',
  effectiveOn: '2020-01-01',
  paper: { issuer: 'Tỉnh ủy Thử', number: `1-QĐ/${code}`, issuedOn: '2019-12-20' },
  unit: { code, name: `Đơn vị ${code}`, kind, type, ...(parent === null ? {} : { parent }) },
});
const registered = (code: string, cell: string, record: object = {}, status = 'official'): ActInput => ({
  kind: 'member.registered',
  effectiveOn: '2020-01-01',
  person: { code, name: `Nguyễn Văn ${code}`, ...record },
  cell,
  status,
});

beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('H', 'district', null),
    unit('A', 'grassroots-body', 'H', 'enterprise-limited'),
    unit('A1', 'cell', 'A'),
    unit('B', 'grassroots-cell', 'H', 'state-agency'),
    registered('tay', 'A1', {
      born: '1980-06-15',
      ethnicity: 'Tày',
      sex: 'female',
      theoryLevel: 'Cao cấp',
      occupation: 'state-cadre',
    }),
    registered('kinh', 'A1', {
      born: '1995-01-10',
      ethnicity: 'Kinh',
      sex: 'male',
      qualification: 'Đại học',
      occupation: 'enterprise.worker',
    }),
    registered('mute', 'B'),
    registered('new', 'B', { born: '1994-03-02', ethnicity: 'Nùng', sex: 'female' }, 'probationary'),
    {
      kind: 'member.admitted',
      effectiveOn: '2021-05-19',
      paper: { issuer: 'Huyện ủy Thử', number: '9-QĐ/HU', issuedOn: '2021-05-04' },
      person: { code: 'fresh', name: 'Lò Thị Mới', born: '1990-05-20', ethnicity: 'Thái', sex: 'female' },
      cell: 'A1',
    },
  ]);
});
afterAll(() => world.close());

const members = async (on: string, args: Record<string, string>, code = 'H') =>
  (await askFigure(world, 'members-by', code, { on, args, list: true })).codes;
const untold = async (args: Record<string, string>) =>
  (await askFigure(world, 'members-by', 'H', { on: '2020-02-01', args, notCounted: true })).notCounted?.map(
    ({ label, why }) => [label, why],
  );

describe('members by composition', () => {
  test('traits narrow each other down', async () => {
    expect(await members('2020-02-01', {})).toEqual(['kinh', 'mute', 'new', 'tay']);
    expect(await members('2020-02-01', { sex: 'female' })).toEqual(['new', 'tay']);
    expect(await members('2020-02-01', { sex: 'female', minority: 'yes', status: 'official' })).toEqual(['tay']);
    expect(await members('2020-02-01', { theory: 'advanced' })).toEqual(['tay']);
    expect(await members('2020-02-01', { qualification: 'university', sex: 'female' })).toEqual([]);
    expect(await members('2020-02-01', { qualification: 'college-or-above' })).toEqual(['kinh']);
    expect(await members('2020-02-01', { qualification: 'postgraduate' })).toEqual([]);
    expect(await members('2020-02-01', { occupation: 'enterprise' })).toEqual(['kinh']);
    expect(await members('2020-02-01', { occupation: 'officials' })).toEqual(['tay']);
  });

  test('age is in full years on the day asked', async () => {
    expect(await members('2025-01-09', { age: '18-30' })).toEqual(['kinh', 'new']);
    expect(await members('2026-01-09', { age: '18-30' })).toEqual(['kinh']);
    expect(await members('2026-01-10', { age: '31-35' })).toEqual(['fresh', 'kinh', 'new']);
    expect(await members('2026-01-10', { age: '31-35', sex: 'male' })).toEqual(['kinh']);
  });

  test('the type is that of the grassroots organisation, the groups of Form 5 included', async () => {
    expect(await members('2020-02-01', { unitType: 'enterprise-limited' })).toEqual(['kinh', 'tay']);
    expect(await members('2020-02-01', { unitType: 'enterprise' })).toEqual(['kinh', 'tay']);
    expect(await members('2020-02-01', { unitType: 'state-agency', sex: 'female' })).toEqual(['new']);
    expect(await members('2020-02-01', { unitType: 'commune' })).toEqual([]);
  });

  test('whoever the record does not tell of is listed with the reason', async () => {
    expect(await untold({ ethnicity: 'tay' })).toEqual([['Nguyễn Văn mute', 'hồ sơ chưa ghi dân tộc']]);
    expect(await untold({ age: '18-30' })).toEqual([['Nguyễn Văn mute', 'hồ sơ chưa ghi ngày sinh']]);
    expect(await untold({ unitType: 'enterprise' })).toEqual([]);
  });
});

test('admissions by composition take the record and the age of the day of admission', async () => {
  const year = { from: '2021-01-01', on: '2021-12-31' };
  const admitted = async (args: Record<string, string>) =>
    (await askFigure(world, 'admissions-by', 'H', { ...year, args })).value;
  expect(await admitted({ minority: 'yes', sex: 'female' })).toBe(1);
  expect(await admitted({ age: '18-30' })).toBe(1); // 31 on the next day
  expect(await admitted({ age: '31-35' })).toBe(0);
  expect(await admitted({ unitType: 'enterprise' })).toBe(1);
  expect(await admitted({ unitType: 'state-agency' })).toBe(0);
});
