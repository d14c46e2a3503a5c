import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { askFigure, askForm1 } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';

let world: World;
const unit = (code: string, kind: string, parent: string | null): ActInput => ({
  kind: 'unit.established',
  effectiveOn: '2020-01-01',
  paper: { issuer: 'Tỉnh ủy Thử', number: `1-QĐ/${code}`, issuedOn: '2019-12-20' },
  unit: { code, name: `Đơn vị ${code}`, kind, ...(parent === null ? {} : { parent }) },
});
const act = (kind: string, effectiveOn: string, more: object): ActInput => ({
  kind,
  effectiveOn,
  paper: { issuer: 'Huyện ủy Thử', number: '12-GTSHĐ', issuedOn: effectiveOn },
  ...more,
});
const person = (code: string) => ({ code, name: `Lê Văn ${code}`, sex: 'male' });
const origin = { place: 'province', name: 'Tỉnh ủy Khác' };

beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('H', 'district', null),
    unit('A', 'grassroots-body', 'H'),
    unit('A1', 'cell', 'A'),
    unit('A2', 'cell', 'A'),
    unit('B', 'grassroots-cell', 'H'),
    ...['p1', 'p2', 'p3', 'p4'].map((code) =>
      act('member.registered', '2020-01-01', { person: person(code), cell: 'A1', status: 'official' }),
    ),
    act('member.transferred', '2020-02-03', { person: 'p1', to: 'A2' }),
    act('transfer.issued', '2020-03-02', { person: 'p2', to: 'B' }),
    act('transfer.received', '2020-03-12', { person: 'p2', cell: 'B' }),
    act('transfer.issued', '2020-04-01', { person: 'p3', destination: { place: 'province', name: 'Tỉnh ủy Khác' } }),
    act('transfer.cancelled', '2020-04-20', { person: 'p3' }),
    act('transfer.received', '2020-05-05', { person: person('p5'), cell: 'B', status: 'official', origin }),
    act('member.temporarilyTransferred', '2020-06-01', { person: 'p4', host: 'B', until: '2020-12-31' }),
    act('member.temporarilyReceived', '2020-06-02', { person: person('p6'), host: 'A2', origin }),
  ]);
});
afterAll(() => world.close());

const count = async (figure: string, code: string) =>
  (await askFigure(world, figure, code, { from: '2020-01-02', on: '2020-12-31' })).value;

test('transfers count out by letter in the cell of departure and in by receipt in that of arrival, inside moves too', async () => {
  expect(await count('transfers-out', 'A1')).toBe(3);
  expect(await count('transfers-in', 'A2')).toBe(1);
  expect(await count('transfers-in', 'B')).toBe(2);
  expect([await count('transfers-out', 'H'), await count('transfers-in', 'H')]).toEqual([3, 3]);
  expect([await count('permanent-transfer-letters', 'A'), await count('permanent-transfer-receipts', 'H')]).toEqual([
    2, 2,
  ]);
});

test('temporary transfers count at home and temporary receptions with the host', async () => {
  expect([await count('temporary-transfers', 'A'), await count('temporary-transfers', 'B')]).toEqual([1, 0]);
  expect([await count('temporary-receptions', 'A'), await count('temporary-receptions', 'B')]).toEqual([1, 1]);
});

test('Form 1 counts of these only what crosses the boundary of the asked unit, and so do two figures', async () => {
  const form = async (code: string) => {
    const rows = await askForm1(world, code, '2020-01-01', '2020-12-31');
    const crossing = [await count('transfers-from-outside', code), await count('transfers-to-outside', code)];
    expect([code, ...crossing]).toEqual([code, rows.B2, rows.C5]);
    return rows;
  };
  expect(await form('H')).toMatchObject({ A: 4, B2: 2, B2a: 2, C5: 1, C5a: 1, D: 5 });
  expect(await form('A')).toMatchObject({ A: 4, B2: 1, B2a: 1, C5: 2, C5a: 1, C5c: 1, D: 3 });
  expect(await form('A1')).toMatchObject({ A: 4, B2: 1, C5: 3, C5a: 1, C5c: 2, D: 2 });
  expect(await form('B')).toMatchObject({ A: 0, B2: 2, B2a: 1, B2c: 1, C: 0, D: 2 });
});
