import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { askFigure } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';
import { codes, type Fold, fold, on, someone } from './fold-members.ts';

const inB = on('2020-01-01', 'member.registered', { person: someone, cell: 'B', status: 'official' });
const flag = (effectiveOn: string, direction: string, kind = 'irregular') =>
  on(effectiveOn, 'transfer.flagged', { direction, flag: kind });
const flags = ({ rows }: Fold) =>
  (rows.transfer_flag ?? []).map((row) => `${row.direction} ${row.flag} ${row.unit_id} ${row.on_day}`);

test('a flag stands on the day and at the place of the transfer it speaks of, however late it was found', () => {
  const moved = on('2020-02-10', 'member.transferred', { to: 'F' });
  expect(flags(fold(inB, moved, flag('2020-06-30', 'out')))).toEqual(['out irregular B 2020-02-10']);
  expect(flags(fold(inB, moved, flag('2020-06-30', 'in', 'forged')))).toEqual(['in forged F 2020-02-10']);
  expect(flags(fold(inB, moved, flag('2020-02-10', 'in')))).toEqual(['in irregular F 2020-02-10']);
});

test('a letter counts out in the sending cell and in, once received, in the receiving one', () => {
  const letter = on('2020-02-01', 'transfer.issued', { to: 'F' });
  const receipt = on('2020-02-20', 'transfer.received', { cell: 'F' });
  const life = fold(inB, letter, receipt, flag('2020-03-01', 'out'), flag('2020-03-02', 'in'));
  expect(flags(life)).toEqual(['out irregular B 2020-02-01', 'in irregular F 2020-02-20']);
});

test('who left by letter may still be flagged; without a transfer in the register it counts where the member stands', () => {
  const away = on('2020-02-01', 'transfer.issued', { destination: { place: 'province', name: 'Tỉnh ủy B' } });
  expect(flags(fold(inB, away, flag('2020-03-01', 'out', 'forged')))).toEqual(['out forged B 2020-02-01']);
  expect(flags(fold({ ...inB, cell: 'A' }, flag('2020-08-01', 'in')))).toEqual(['in irregular B 2020-08-01']);
});

test('of a merged cell the transfer still counts where it was made', () => {
  const inA = { ...inB, cell: 'A' };
  const moved = on('2020-05-02', 'member.transferred', { to: 'F' });
  expect(flags(fold(inA, moved, flag('2020-09-01', 'out')))).toEqual(['out irregular A 2020-05-02']);
});

test('nothing is kept about people who never were members', () => {
  const approved = on('2020-01-10', 'admission.approved', { person: someone, cell: 'B' });
  expect(codes(approved, flag('2020-02-01', 'in'))).toEqual(['member.not-a-member']);
  expect(codes(flag('2020-02-01', 'in'))).toEqual(['person.not-known']);
});

let world: World;
beforeAll(async () => {
  world = await testWorld();
  const act = (effectiveOn: string, kind: string, fields: object): ActInput => ({ kind, effectiveOn, ...fields });
  const unit = (code: string, kind: string, parent?: string) =>
    act('2010-01-01', 'unit.established', { unit: { code, name: `Đảng bộ ${code}`, kind, parent } });
  const member = (code: string, cell: string) =>
    act('2015-01-01', 'member.registered', { person: { code, name: `Lê Thị ${code}` }, cell, status: 'official' });
  await world.post([
    unit('T', 'provincial'),
    unit('H', 'district', 'T'),
    unit('K', 'district', 'T'),
    unit('H.1', 'grassroots-cell', 'H'),
    unit('K.1', 'grassroots-cell', 'K'),
    ...['P', 'Q', 'R'].map((code) => member(code, 'H.1')),
    act('2020-03-02', 'member.transferred', { person: 'P', to: 'K.1' }),
    act('2020-03-02', 'member.transferred', { person: 'Q', to: 'K.1' }),
    act('2021-05-04', 'transfer.flagged', { person: 'P', direction: 'out', flag: 'irregular' }),
    act('2021-05-04', 'transfer.flagged', { person: 'P', direction: 'in', flag: 'irregular' }),
    act('2021-05-04', 'transfer.flagged', { person: 'Q', direction: 'in', flag: 'forged' }),
    act('2021-06-01', 'unit.merged', { units: ['H.1'], into: 'K.1' }),
  ]);
});
afterAll(() => world?.close());

test('Form 7, part IV: the flags of a period are among its transfers', async () => {
  const period = { from: '2020-01-01', on: '2020-12-31', list: true };
  const count = async (unit: string, args: Record<string, string>, year = period) =>
    (await askFigure(world, 'transfers-flagged', unit, { ...year, args })).value;
  expect(await count('T', {})).toBe(3);
  expect(await count('K', { direction: 'in' })).toBe(2);
  expect(await count('K', { direction: 'in', flag: 'forged' })).toBe(1);
  expect(await count('H', { direction: 'out' })).toBe(1);
  expect(await count('H', { direction: 'in' })).toBe(0);
  expect(await count('T', {}, { ...period, from: '2021-01-01', on: '2021-12-31' })).toBe(0);
  const { list } = await askFigure(world, 'transfers-flagged', 'H', period);
  expect(list).toMatchObject([{ label: 'Lê Thị P', unit: { code: 'H.1' }, on: '2020-03-02' }]);
});
