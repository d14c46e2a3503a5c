import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue } from '#/kernel/figures/catalogue.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { testWorld, type World } from '#test/world.ts';
import { openReport, runReport } from '../reports.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const act = (kind: string, effectiveOn: string, more: object): ActInput => ({
  kind,
  effectiveOn,
  paper: { issuer: 'Huyện ủy Thử', number: '5-QĐ/HU', issuedOn: effectiveOn },
  ...more,
});
const unit = (code: string, kind: string, parent?: string) =>
  act('unit.established', '2020-01-01', {
    unit: { code, name: `Đơn vị ${code}`, kind, ...(parent ? { parent } : {}) },
  });

test('a form as known then does not change by what was recorded later: deaths, moves of units, late registrations', async () => {
  await world.post([
    unit('H', 'district'),
    unit('K', 'district'),
    unit('A', 'grassroots-body', 'H'),
    unit('A1', 'cell', 'A'),
    ...['p1', 'p2', 'p3'].map((code) =>
      act('member.registered', '2020-01-01', {
        person: { code, name: code, sex: 'male' },
        cell: 'A1',
        status: 'official',
      }),
    ),
  ]);
  const request = async (code: string, knownAt: string | null) => ({
    unitId: await world.read(async ({ client }) => {
      const { rows } = await client.query('select unit_id from unit_code where code = $1', [code]);
      return rows[0].unit_id as string;
    }),
    from: '2020-02-01',
    to: '2020-12-31',
    knownAt,
    rounding: 'half-up' as const,
    decimals: 1,
  });
  const figures = catalogue(world.journal.register.figures);
  const form = async (code: string, knownAt: string | null = null) => {
    const asked = await request(code, knownAt);
    const { rows, knownAt: at } = await world.read(({ db }) => runReport(db, figures, 'form-1', asked));
    return { at, rows: Object.fromEntries(rows.filter((row) => row.value !== 0).map((row) => [row.row, row.value])) };
  };
  const before = await form('H');
  expect(before.rows).toEqual({ A: 3, D: 3 });
  await world.post([
    act('member.died', '2020-03-01', { person: 'p1' }),
    act('unit.moved', '2020-07-01', { unit: 'A', parent: 'K' }),
    act('member.registered', '2020-05-05', {
      person: { code: 'p4', name: 'p4', sex: 'female' },
      cell: 'A1',
      status: 'official',
    }),
  ]);
  expect((await form('H')).rows).toEqual({ A: 3, B: 1, B5: 1, C: 4, C1: 1, C6: 3 });
  expect((await form('K')).rows).toEqual({ B: 3, B4: 3, D: 3 });
  expect(await form('H', before.at)).toEqual(before);
  const asked = await request('K', null);
  const came = await world.read(({ db }) => openReport(db, figures, 'form-1', asked, 'B4'));
  expect(came.map(({ label, on }) => [label, on])).toEqual([
    ['p2', '2020-07-01'],
    ['p3', '2020-07-01'],
    ['p4', '2020-07-01'],
  ]);
  const moved = await world.read(({ client }) => client.query("select id from act where kind = 'unit.moved'"));
  expect(came.map((entry) => entry.act)).toEqual(came.map(() => moved.rows[0].id));
});
