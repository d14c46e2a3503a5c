import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { askFigure } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';

let world: World;
const unit = (code: string, kind: string, parent: string | null): ActInput => ({
  kind: 'unit.established',
  effectiveOn: '2020-01-01',
  paper: { issuer: 'Tỉnh ủy Thử', number: `1-QĐ/${code}`, issuedOn: '2019-12-20' },
  unit: { code, name: `Đơn vị ${code}`, kind, ...(parent === null ? {} : { parent }) },
});
const registered = (code: string, cell: string, record: object = {}, status = 'official'): ActInput => ({
  kind: 'member.registered',
  effectiveOn: '2020-01-01',
  person: { code, name: `Nguyễn Văn ${code}`, sex: 'male', ...record },
  cell,
  status,
});
const happened = (kind: string, effectiveOn: string, person: string, more: object = {}): ActInput => ({
  kind,
  effectiveOn,
  paper: { issuer: 'Huyện ủy Thử', number: '9-QĐ/HU', issuedOn: effectiveOn },
  person,
  ...more,
});

beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('T', 'provincial', null),
    unit('H', 'district', 'T'),
    unit('A', 'grassroots-body', 'H'),
    unit('A1', 'cell', 'A'),
    unit('A2', 'cell', 'A'),
    unit('B', 'grassroots-cell', 'H'),
    unit('Z', 'cell', 'A'),
    registered('old', 'A1', { born: '1950-06-15', ethnicity: 'Tày', religion: 'Không' }),
    registered('woman', 'A1', { born: '1990', sex: 'female', ethnicity: 'Kinh', religion: 'Phật giáo' }),
    registered('young', 'A1', { born: '1995-02-28' }, 'probationary'),
    registered('letter', 'A2', { born: '1980-01-01' }),
    registered('army', 'A2'),
    registered('dead', 'A2'),
    registered('away', 'B'),
    registered('exempt', 'B'),
    registered('barred', 'B'),
    happened('transfer.issued', '2020-03-01', 'letter', { to: 'B' }),
    happened('transfer.issued', '2020-03-01', 'army', { destination: { place: 'army', name: 'Sư đoàn 3' } }),
    happened('member.died', '2020-04-01', 'dead'),
    happened('member.temporarilyTransferred', '2020-03-01', 'away', { host: 'A1', until: '2020-12-31' }),
    happened('member.exempted', '2020-03-01', 'exempt', { until: '2020-08-31' }),
    happened('member.suspended', '2020-03-01', 'barred'),
    happened('member.suspensionEnded', '2020-05-01', 'barred'),
  ]);
});
afterAll(() => world.close());

const codes = async (figure: string, code: string, on: string, args = {}) =>
  (await askFigure(world, figure, code, { on, args, list: true })).codes;

test('members are official and probationary, exempt, suspended and away ones; guests and letters to elsewhere are not', async () => {
  expect(await codes('members', 'A1', '2020-06-30')).toEqual(['old', 'woman', 'young']);
  expect(await codes('members', 'B', '2020-06-30')).toEqual(['away', 'barred', 'exempt']);
  expect(await codes('members', 'A2', '2020-02-29')).toEqual(['army', 'dead', 'letter']);
  expect(await codes('members', 'A2', '2020-03-01')).toEqual(['dead']);
  expect(await codes('members', 'H', '2020-03-01')).toHaveLength(8);
  const { value, named } = await askFigure(world, 'members', 'H', { on: '2020-06-30' });
  expect({ value, named }).toEqual({ value: 7, named: 7 });
});

test('who is not among the members is listed with the reason', async () => {
  const why = async (code: string, on: string) =>
    Object.fromEntries(
      ((await askFigure(world, 'members', code, { on, notCounted: true })).notCounted ?? []).map((entry) => [
        entry.label?.split(' ').at(-1),
        entry.why,
      ]),
    );
  expect(await why('A1', '2020-06-30')).toEqual({ away: 'sinh hoạt tạm thời ở đây, tính ở nơi chuyển đi' });
  expect(await why('A2', '2020-06-30')).toEqual({
    army: 'đã cấp giấy giới thiệu sinh hoạt đảng đi Sư đoàn 3, đang chuyển',
    dead: 'từ trần ngày 01/04/2020',
    letter: 'chuyển sinh hoạt chính thức đi ngày 01/03/2020',
  });
  expect(await why('A2', '2021-01-01')).toEqual({
    army: 'đã cấp giấy giới thiệu sinh hoạt đảng đi Sư đoàn 3, đang chuyển',
  });
  expect(Object.keys(await why('H', '2020-06-30'))).toEqual(['army', 'dead']);
});

test('a letter inside is in transit at the nearest common superior; one to elsewhere at the superior of the sending unit', async () => {
  expect(await codes('members-in-transit', 'H', '2020-06-30')).toEqual(['letter']);
  expect(await codes('members-in-transit', 'A', '2020-06-30')).toEqual([]);
  expect(await codes('members-in-transit-out', 'A', '2020-06-30')).toEqual(['army']);
  expect(await codes('members-in-transit-out', 'A2', '2020-06-30')).toEqual([]);
});

test('status, exemption, suspension and temporary stays are counted on their days only', async () => {
  expect(await codes('probationary-members', 'T', '2020-06-30')).toEqual(['young']);
  expect(await codes('official-members', 'A1', '2020-06-30')).toEqual(['old', 'woman']);
  expect(await codes('exempt-members', 'T', '2020-08-31')).toEqual(['exempt']);
  expect(await codes('exempt-members', 'T', '2020-09-01')).toEqual([]);
  expect(await codes('suspended-members', 'B', '2020-04-30')).toEqual(['barred']);
  expect(await codes('suspended-members', 'B', '2020-05-01')).toEqual([]);
  expect(await codes('temporary-away', 'B', '2020-06-30')).toEqual(['away']);
  expect(await codes('temporary-guests', 'A', '2020-06-30')).toEqual(['away']);
  expect(await codes('temporary-guests', 'B', '2020-06-30')).toEqual([]);
});

test('the composition follows the record; what it does not say is listed apart', async () => {
  expect(await codes('female-members', 'T', '2020-06-30')).toEqual(['woman']);
  expect(await codes('ethnic-minority-members', 'T', '2020-06-30')).toEqual(['old']);
  expect(await codes('religious-members', 'T', '2020-06-30')).toEqual(['woman']);
  const { notCounted = [] } = await askFigure(world, 'religious-members', 'A1', { on: '2020-06-30', notCounted: true });
  expect(notCounted.map(({ label, why }) => [label, why])).toEqual([['Nguyễn Văn young', 'hồ sơ chưa ghi tôn giáo']]);
});

test('age is in full years on the day; a known year of birth counts from its first day', async () => {
  const band = (name: string, on: string) => codes('members-by-age', 'A1', on, { band: name });
  expect(await band('18-30', '2020-06-30')).toEqual(['woman', 'young']); // 30 since 1/1/2020
  expect(await band('18-30', '2020-12-31')).toEqual(['woman', 'young']);
  expect(await band('31-35', '2021-01-01')).toEqual(['woman']);
  expect(await band('31-35', '2026-02-27')).toEqual([]);
  expect(await band('31-35', '2026-02-28')).toEqual(['young']);
  expect(await band('over-60', '2020-06-30')).toEqual(['old']);
  await expect(band('20-30', '2020-06-30')).rejects.toMatchObject({ code: 'figure.args' });
});

test('the members of a cell are at least 0, where nobody stands', async () => {
  const { min, max, list } = await askFigure(world, 'members-per-cell', 'H', { on: '2020-06-30', list: true });
  expect({ min, max }).toEqual({ min: 0, max: 3 });
  expect((list as { label: string }[]).map(({ label }) => label).toSorted()).toEqual(
    ['A1', 'A2', 'B', 'Z'].map((code) => `Đơn vị ${code}`),
  );
  expect(await askFigure(world, 'members-per-cell-minimum', 'B', { on: '2020-06-30' })).toMatchObject({ value: 3 });
  expect(await askFigure(world, 'members-per-cell-maximum', 'A', { on: '2020-02-01' })).toMatchObject({ value: 3 });
});
