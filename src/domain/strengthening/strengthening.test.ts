import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { derivedId } from '#/platform/ids.ts';
import { askFigure } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';

let world: World;
const act = (kind: string, effectiveOn: string, more: object): ActInput => ({
  kind,
  effectiveOn,
  paper: { issuer: 'Huyện ủy Thử', number: '7-KH/HU', issuedOn: effectiveOn },
  ...more,
});
const unit = (code: string, kind: string, parent?: string) =>
  act('unit.established', '2015-01-01', { unit: { code, name: `Đơn vị ${code}`, kind, parent } });
const open = (day: string, code: string, more: object = {}) =>
  act('strengthening.opened', day, { unit: code, reason: 'few-members', ...more });
const close = (day: string, code: string, outcome: string) => act('strengthening.closed', day, { unit: code, outcome });

beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('H', 'district'),
    ...['A', 'B', 'C', 'D'].map((code) => unit(code, 'grassroots-cell', 'H')),
    open('2020-02-01', 'A', { dueOn: '2020-12-31' }),
    close('2021-03-01', 'A', 'strengthened'),
    open('2021-03-01', 'A', { reason: 'again' }),
    // Closed on the day on which the unit is dissolved; told after it was merged; never closed.
    open('2020-03-01', 'B'),
    act('unit.dissolved', '2021-06-01', { unit: 'B', successor: 'D' }),
    close('2021-06-01', 'B', 'dissolved'),
    open('2020-04-01', 'C'),
    act('unit.merged', '2021-07-01', { units: ['C'], into: 'D' }),
    close('2021-09-01', 'C', 'continued-elsewhere'),
  ]);
});
afterAll(() => world.close());

const codesOn = async (figure: string, on: string) => (await askFigure(world, figure, 'H', { on, list: true })).value;
const during = (figure: string, year: string, args: Record<string, string> = {}) =>
  askFigure(world, figure, 'H', {
    from: `${year}-01-01`,
    on: `${year}-12-31`,
    args,
    list: true,
    notCounted: true,
  });
const refusal = (...acts: ActInput[]) =>
  world.post(acts).then(
    () => null,
    (error) => error.code as string,
  );

test('cases count in the period in which they open, and on every day on which they are open', async () => {
  expect((await during('strengthening-cases', '2020')).value).toBe(3);
  expect((await during('strengthening-cases', '2021')).value).toBe(1);
  expect(await codesOn('strengthening-cases-open', '2020-12-31')).toBe(3);
  expect(await codesOn('strengthening-cases-open', '2021-05-31')).toBe(3);
});

test('an organisation that ended has no open case, and its successor takes none over', async () => {
  expect(await codesOn('strengthening-cases-open', '2021-06-01')).toBe(2);
  expect(await codesOn('strengthening-cases-open', '2021-07-01')).toBe(1);
});

test('a case that closes with or after its unit counts with the last superior, under the name of the unit', async () => {
  const closed = await during('strengthening-cases-closed', '2021');
  expect(closed.value).toBe(3);
  expect(
    (closed.list as { label: string; unit: { code: string } }[]).map(({ label, unit }) => [label, unit.code]),
  ).toEqual([
    ['Đơn vị A', 'A'],
    ['Đơn vị B', 'H'],
    ['Đơn vị C', 'H'],
  ]);
  expect((await during('strengthening-cases-closed', '2021', { outcome: 'dissolved' })).value).toBe(1);
  expect(closed.notCounted?.map(({ label, why }) => [label, why])).toEqual([['Đơn vị A', 'chưa kết thúc']]);
  const before = await during('strengthening-cases-closed', '2020');
  expect(before.notCounted?.map(({ why }) => why)).toEqual([
    'kết thúc ngày 01/03/2021: đã được củng cố',
    'kết thúc ngày 01/06/2021: giải thể',
    'kết thúc ngày 01/09/2021: tiếp tục ở tổ chức đảng khác',
  ]);
});

test('a case is overdue from the day after its deadline; the others say why they are not', async () => {
  expect(await codesOn('strengthening-cases-overdue', '2020-12-31')).toBe(0);
  expect(await codesOn('strengthening-cases-overdue', '2021-01-01')).toBe(1);
  const on = await askFigure(world, 'strengthening-cases-overdue', 'H', { on: '2020-06-01', notCounted: true });
  expect(on.notCounted?.map(({ why }) => why)).toEqual([
    'còn trong thời hạn, đến ngày 31/12/2020',
    'không có thời hạn',
    'không có thời hạn',
  ]);
});

test('one case at a time, closed later than it opened, of a unit that is there', async () => {
  expect(await refusal(open('2021-05-01', 'A'))).toBe('strengthening.open-already');
  expect(await refusal(close('2021-05-01', 'D', 'other'))).toBe('strengthening.not-open');
  expect(await refusal(open('2021-08-01', 'B'))).toBe('strengthening.unit-not-there');
  expect(await refusal(open('2021-08-01', 'D'), close('2021-08-01', 'D', 'other'))).toBe('strengthening.not-open');
  expect(await refusal(open('2021-08-01', 'D', { dueOn: '2021-07-31' }))).toBe('strengthening.due-before');
});

test('an opening is withdrawn only with the closing that hangs on it', async () => {
  const [id, end] = [derivedId('test', 'open'), derivedId('test', 'close')];
  await world.post([
    { ...open('2022-01-01', 'D'), id },
    { ...close('2022-05-01', 'D', 'strengthened'), id: end },
  ]);
  const withdraw = (withdraws: string) => act('act.withdrawn', '2026-07-01', { withdraws, reason: 'nhập nhầm' });
  expect(await refusal(withdraw(id))).toBe('strengthening.not-open');
  expect((await during('strengthening-cases', '2022')).value).toBe(1);
  await world.post([withdraw(id), withdraw(end)]);
  expect((await during('strengthening-cases', '2022')).value).toBe(0);
});
