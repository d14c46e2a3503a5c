import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Catalogue, catalogue } from '#/kernel/figures/catalogue.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { testWorld, type World } from '#test/world.ts';
import { openReport, reportText, runReport } from '../reports.ts';

let world: World;
let figures: Catalogue;
beforeAll(async () => {
  world = await testWorld();
  figures = catalogue(world.journal.register.figures);
  await world.post(story);
});
afterAll(() => world.close());

const act = (kind: string, effectiveOn: string, more: object): ActInput => ({
  kind,
  effectiveOn,
  paper: { issuer: 'Huyện ủy Thử', number: '5-QĐ/HU', issuedOn: effectiveOn },
  ...more,
});
const unit = (code: string, kind: string, parent?: string) =>
  act('unit.established', '2025-01-01', {
    unit: { code, name: `Đơn vị ${code}`, kind, ...(parent ? { parent } : {}) },
  });
const member = (code: string, cell: string) =>
  act('member.registered', '2025-01-01', { person: { code, name: `Người ${code}` }, cell, status: 'official' });

// In the second quarter of 2026 p1 moves from A1 to A2, p2 dies, p5 is admitted into A1; A3 has nobody.
const story = [
  unit('H', 'commune'),
  unit('A', 'grassroots-body', 'H'),
  ...['A1', 'A2', 'A3'].map((code) => unit(code, 'cell', 'A')),
  ...['p1', 'p2', 'p3'].map((code) => member(code, 'A1')),
  member('p4', 'A2'),
  act('member.transferred', '2026-04-10', { person: 'p1', to: 'A2' }),
  act('member.died', '2026-05-02', { person: 'p2' }),
  act('member.admitted', '2026-06-20', {
    person: { code: 'p5', name: 'Người p5', born: '2000-02-03', sex: 'female' },
    cell: 'A1',
  }),
];

const quarter = { from: '2026-04-01', to: '2026-06-30' };

async function request(code: string) {
  const unitId = await world.read(async ({ client }) => {
    const { rows } = await client.query('select unit_id from unit_code where code = $1', [code]);
    return rows[0].unit_id as string;
  });
  return { unitId, ...quarter, knownAt: null, rounding: 'half-up' as const, decimals: 1 };
}

const minutes = async (code: string) => {
  const asked = await request(code);
  return world.read(({ db }) => runReport(db, figures, 'headcount-minutes', asked));
};

const numbersOf = ({ rows }: Awaited<ReturnType<typeof minutes>>) =>
  Object.fromEntries(
    rows.map(({ row, cells = {} }) => [
      row,
      ['A', 'B', 'C', 'D', 'official', 'probationary', 'list'].map((key) => cells[key]?.value),
    ]),
  );

test('each direct subordinate has its own increase and decrease; moves between them are none of the whole', async () => {
  expect(numbersOf(await minutes('A'))).toEqual({
    A1: [3, 1, 2, 2, 1, 1, null],
    A2: [1, 1, 0, 2, 2, 0, null],
    A3: [0, 0, 0, 0, 0, 0, null],
    all: [4, 1, 1, 4, 3, 1, null],
  });
});

test('every number is what Form 1 gives of that unit', async () => {
  const { rows } = await minutes('A');
  for (const { row, cells = {} } of rows) {
    const asked = await request(row === 'all' ? 'A' : row);
    const form = await world.read(({ db }) => runReport(db, figures, 'form-1', asked));
    for (const letter of ['A', 'B', 'C', 'D'])
      expect([row, letter, cells[letter]?.value]).toEqual([
        row,
        letter,
        form.rows.find((one) => one.row === letter)?.value,
      ]);
  }
});

test('every number opens into as many names', async () => {
  const asked = await request('A');
  const { rows } = await minutes('A');
  for (const { row, cells = {} } of rows)
    for (const [key, { value, isBlank }] of Object.entries(cells)) {
      if (isBlank) continue;
      const list = await world.read(({ db }) => openReport(db, figures, 'headcount-minutes', asked, `${row}/${key}`));
      expect([row, key, list.length]).toEqual([row, key, value]);
    }
});

test('who came and went is told by name, with the day', async () => {
  expect((await minutes('A')).notes).toEqual([
    'Đơn vị A1: tăng – kết nạp: Người p5 (20/06/2026).',
    'Đơn vị A1: giảm – từ trần: Người p2 (02/05/2026).',
    'Đơn vị A1: giảm – chuyển đi: Người p1 (10/04/2026).',
    'Đơn vị A2: tăng – chuyển đến: Người p1 (10/04/2026).',
  ]);
});

test('of a cell, which has nobody under it, the minutes are one row', async () => {
  const answer = await minutes('A2');
  expect(numbersOf(answer)).toEqual({ all: [1, 1, 0, 2, 2, 0, null] });
  expect(reportText(answer)).toContain('BIÊN BẢN ĐỐI CHIẾU DANH SÁCH ĐẢNG VIÊN');
  expect(reportText(answer)).toMatch(/^Đơn vị +Đầu kỳ/m); // its rows are units
});

test('a row or column that the minutes do not have is refused', async () => {
  const asked = await request('A');
  for (const row of ['A9/D', 'A1/list', 'A1/X', 'all/B1'])
    await expect(
      world.read(({ db }) => openReport(db, figures, 'headcount-minutes', asked, row)),
    ).rejects.toMatchObject({ code: 'report.row' });
});
