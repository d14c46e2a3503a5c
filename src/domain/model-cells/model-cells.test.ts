import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { derivedId } from '#/platform/ids.ts';
import { askFigure } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';

let world: World;
const act = (kind: string, effectiveOn: string, more: object): ActInput => ({
  kind,
  effectiveOn,
  paper: { issuer: 'Huyện ủy Thử', number: '7-QĐ/HU', issuedOn: effectiveOn },
  ...more,
});
const unit = (code: string, kind: string, parent?: string) =>
  act('unit.established', '2015-01-01', { unit: { code, name: `Đơn vị ${code}`, kind, parent } });
const registered = (day: string, code: string, forYear?: number, title = 'model-cell') =>
  act('model.registered', day, { unit: code, title, forYear });
const recognised = (day: string, code: string, title = 'model-cell') =>
  act('model.recognised', day, { unit: code, title });
const revoked = (day: string, code: string, title = 'model-cell') => act('model.revoked', day, { unit: code, title });

beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('H', 'district'),
    unit('G', 'grassroots-body', 'H'),
    ...['A', 'B', 'C', 'D', 'E'].map((code) => unit(code, 'cell', 'G')),
    // A: two years running; B: recognised, then revoked; C: registered only; D: recognised, then merged into A.
    registered('2023-01-15', 'A', 2023),
    recognised('2023-12-20', 'A'),
    registered('2024-01-15', 'A', 2024),
    recognised('2024-12-20', 'A'),
    registered('2023-01-15', 'B', 2023),
    recognised('2023-12-20', 'B'),
    revoked('2024-06-01', 'B'),
    registered('2023-01-15', 'C', 2023),
    registered('2024-01-15', 'C', 2024),
    registered('2023-01-15', 'D'),
    recognised('2023-12-20', 'D'),
    act('unit.merged', '2024-09-01', { units: ['D'], into: 'A' }),
    registered('2023-02-01', 'G', 2023, 'four-good-body'),
    recognised('2023-12-30', 'G', 'four-good-body'),
  ]);
});
afterAll(() => world.close());

const on = (day: string, args: Record<string, string> = {}) =>
  askFigure(world, 'model-titles', 'H', { on: day, args, list: true, notCounted: true });
const during = async (figure: string, year: string, args: Record<string, string> = {}) =>
  (await askFigure(world, figure, 'H', { from: `${year}-01-01`, on: `${year}-12-31`, args, list: true })).value;
const labels = (list: unknown) =>
  (list as { label: string }[]).map(({ label }) => label.replace('Đơn vị ', '')).toSorted();
const outcome = (...acts: ActInput[]) =>
  world.post(acts).then(
    ({ warnings }) => warnings.map(({ code }) => code),
    (error) => error.code as string,
  );

test('a title is borne from its recognition until it is revoked, and ends with the unit', async () => {
  expect(labels((await on('2023-12-31')).list)).toEqual(['A', 'B', 'D', 'G']);
  expect(labels((await on('2024-06-01')).list)).toEqual(['A', 'D', 'G']);
  // The cell that took D over bears its own title, not that of D beside it.
  expect(labels((await on('2024-12-31', { title: 'model-cell' })).list)).toEqual(['A']);
});

test('who registered and was not recognised, and whose title was revoked, is told beside', async () => {
  const { notCounted = [] } = await on('2024-12-31', { title: 'model-cell' });
  expect(notCounted.map(({ label, why }) => [label, why])).toEqual([
    ['Đơn vị B', 'thu hồi ngày 01/06/2024'],
    ['Đơn vị C', 'đã đăng ký, chưa được công nhận'],
  ]);
});

test('each year registers and recognises anew', async () => {
  expect(await during('model-titles-registered', '2023')).toBe(5);
  expect(await during('model-titles-registered', '2024', { title: 'model-cell' })).toBe(2);
  expect(await during('model-titles-recognised', '2023', { title: 'four-good-body' })).toBe(1);
  expect(await during('model-titles-recognised', '2024')).toBe(1);
  expect(await during('model-titles-revoked', '2024')).toBe(1);
  const { notCounted = [] } = await askFigure(world, 'model-titles-recognised', 'H', {
    from: '2023-01-01',
    on: '2023-12-19',
    notCounted: true,
  });
  expect(notCounted.map(({ label, why }) => [label, why])).toContainEqual(['Đơn vị A', 'công nhận ngày 20/12/2023']);
});

test('what does not fit is refused, what is unusual warns', async () => {
  expect(await outcome(registered('2024-03-01', 'C', 2024))).toBe('model.registered-already');
  expect(await outcome(revoked('2024-03-01', 'C'))).toBe('model.not-recognised');
  expect(await outcome(registered('2024-10-01', 'D', 2025))).toBe('model.unit-not-there');
  const id = derivedId('test', 'registered');
  await world.post([{ ...registered('2025-02-01', 'E', 2025), id }]);
  expect(await outcome({ ...recognised('2025-02-01', 'E'), after: id })).toBe('model.same-day');
  expect(await outcome(recognised('2025-03-01', 'E', 'four-good-cell'))).toEqual(['rule.model.registered-first']);
  expect(await outcome(registered('2025-03-01', 'G', 2025, 'model-cell'))).toEqual(['rule.model.unit-kinds']);
});

test('a recognition is withdrawn only with the revocation that hangs on it; the registration then waits again', async () => {
  const [id, end] = [derivedId('test', 'recognised'), derivedId('test', 'revoked')];
  await world.post([
    registered('2025-01-10', 'C', 2025),
    { ...recognised('2025-12-01', 'C'), id },
    { ...revoked('2026-02-01', 'C'), id: end },
  ]);
  const withdraw = (withdraws: string) => act('act.withdrawn', '2026-07-01', { withdraws, reason: 'nhập nhầm' });
  expect(await outcome(withdraw(id))).toBe('model.not-recognised');
  await world.post([withdraw(id), withdraw(end)]);
  const { notCounted = [] } = await on('2026-06-30', { title: 'model-cell' });
  expect(notCounted.map(({ label, why }) => [label, why])).toContainEqual([
    'Đơn vị C',
    'đã đăng ký, chưa được công nhận',
  ]);
});
