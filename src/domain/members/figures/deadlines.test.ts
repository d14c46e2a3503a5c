import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ListEntry } from '#/kernel/figures/figure.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { askFigure } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';

let world: World;
const act = (kind: string, effectiveOn: string, more: object): ActInput => ({
  kind,
  effectiveOn,
  paper: { issuer: 'Đảng ủy Thử', number: '3-QĐ/ĐU', issuedOn: effectiveOn },
  ...more,
});
const unit = (code: string, kind: string, parent: string | null) =>
  act('unit.established', '2024-01-01', {
    unit: { code, name: `Đơn vị ${code}`, kind, ...(parent === null ? {} : { parent }) },
  });
const admitted = (day: string, code: string) =>
  act('member.admitted', day, { person: { code, name: `Lê Văn ${code}`, born: '1999-01-01' }, cell: 'A1' });
const registered = (code: string, more: object = {}) =>
  act('member.registered', '2024-01-01', {
    person: { code, name: `Lê Văn ${code}`, ...more },
    cell: 'A1',
    status: 'official',
  });
const whole = {
  born: '1980-02-03',
  sex: 'female',
  ethnicity: 'kinh',
  religion: 'none',
  occupation: 'state-cadre',
  generalEducation: 'upper-secondary',
  qualification: 'university',
  theoryLevel: 'intermediate',
  admittedOn: '2001-05-19',
};

beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('T', 'provincial', null),
    unit('A', 'grassroots-body', 'T'),
    unit('A1', 'cell', 'A'),
    unit('A2', 'cell', 'A'),
    unit('B', 'grassroots-cell', 'T'),
    admitted('2025-05-10', 'late'),
    admitted('2025-05-11', 'done'),
    admitted('2025-08-20', 'next'),
    act('member.recognised', '2026-05-11', { person: 'done' }),
    ...['sent', 'away', 'short'].map((code) => registered(code)),
    registered('full', whole),
    act('transfer.issued', '2026-03-02', { person: 'sent', to: 'B' }),
    act('member.temporarilyTransferred', '2026-01-05', { person: 'away', host: 'B', until: '2026-06-30' }),
  ]);
});
afterAll(() => world.close());

const on = async (figure: string, code: string, day: string) => {
  const { list } = await askFigure(world, figure, code, { on: day, list: true });
  return (list as ListEntry[]).map(({ label }) => label?.slice(7));
};
const during = async (figure: string, from: string, to: string) =>
  (await askFigure(world, figure, 'A', { from, on: to })).value;

test('a probation is due on the day it ends and overdue from the next, until it is recognised (Party Charter, article 5)', async () => {
  expect(await during('probations-due', '2026-08-01', '2026-08-31')).toBe(1);
  expect(await during('probations-due', '2026-05-01', '2026-05-31')).toBe(1);
  expect(await on('probations-overdue', 'A', '2026-05-10')).toEqual([]);
  expect(await on('probations-overdue', 'A', '2026-05-12')).toEqual(['late']);
});

test('a letter is late after six weeks, at both ends, and once for their superior (208-QĐ/TW, 26/7/2026)', async () => {
  expect(await on('transfers-not-received', 'A1', '2026-04-13')).toEqual([]);
  for (const code of ['A1', 'B', 'T'])
    expect(await on('transfers-not-received', code, '2026-04-14'), code).toEqual(['sent']);
});

test('a temporary stay is past its end from the day after, at home and at the host', async () => {
  expect(await on('temporary-stays-overdue', 'A1', '2026-06-30')).toEqual([]);
  for (const code of ['A1', 'B', 'T'])
    expect(await on('temporary-stays-overdue', code, '2026-07-01'), code).toEqual(['away']);
});

test('a record is incomplete for the want of any one thing that the forms ask', async () => {
  const lacking = await on('records-incomplete', 'A1', '2026-02-01');
  expect(lacking.toSorted()).toEqual(['away', 'done', 'late', 'next', 'sent', 'short']);
});
