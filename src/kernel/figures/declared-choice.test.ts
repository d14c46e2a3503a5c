import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runAudits } from '#/kernel/audit.ts';
import { askFigure } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';
import { choose, type Told } from './declared-choice.ts';
import type { CountFigure } from './figure.ts';

let world: World;
type Args = Record<string, string>;
const declared = (
  unit: string,
  figure: string,
  amount: number,
  args: Args = {},
  days = ['2022-01-01', '2022-12-31'],
) => ({
  kind: 'count.declared',
  effectiveOn: '2023-01-10',
  paper: { issuer: 'Tỉnh ủy Thử', number: '9-BC/TU', issuedOn: '2023-01-10' },
  unit,
  figure,
  args,
  from: days[0],
  to: days[1],
  amount,
});
const halfYear = ['2022-01-01', '2022-06-30'];

beforeAll(async () => {
  world = await testWorld();
  const unit = (code: string, kind: string, parent?: string) => ({
    kind: 'unit.established',
    effectiveOn: '2010-01-01',
    unit: { code, name: `Đơn vị ${code}`, kind, parent },
  });
  await world.post([
    unit('T', 'provincial'),
    unit('A', 'district', 'T'),
    unit('B', 'district', 'T'),
    // By body; the commission's by topic as well, of which only one is of what the committees did not do.
    declared('A', 'inspections-of-units', 1164, { by: 'committee' }),
    declared('A', 'inspections-of-units', 33, { by: 'inspection-commission', topic: 'violation-signs' }),
    declared('A', 'inspections-of-units', 636, { by: 'inspection-commission', topic: 'oversight-duties' }),
    // The same inspections told twice over: by body and by topic.
    declared('B', 'inspections-of-units', 12, { by: 'committee' }),
    declared('B', 'inspections-of-units', 8, { by: 'inspection-commission' }),
    declared('B', 'inspections-of-units', 15, { topic: 'compliance' }),
    declared('B', 'inspections-of-units', 5, { topic: 'violation-signs' }),
    // Of a half-year and of its year, a quarter of the next.
    declared('A', 'admissions', 60, {}, halfYear),
    declared('A', 'admissions', 150),
    declared('A', 'admissions', 30, {}, ['2023-01-01', '2023-03-31']),
    // The year by form, the half-year as a whole.
    declared('A', 'members-disciplined', 20, { form: 'reprimand' }),
    declared('A', 'members-disciplined', 7, { form: 'warning' }),
    declared('A', 'members-disciplined', 9, {}, halfYear),
    // "Good or above" as reports have it, with what is in it, and what is not.
    declared('A', 'grassroots-units-classified', 604, { level: 'good-or-above' }),
    declared('A', 'grassroots-units-classified', 158, { level: 'excellent' }),
    declared('A', 'grassroots-units-classified', 58, { level: 'completed' }),
    // Printed so that it does not add up.
    declared('B', 'badges', 50),
    declared('B', 'badges', 30, { years: '30' }),
    declared('B', 'badges', 19, { years: '40' }),
    // A stock told for a month, and otherwise for one day of it.
    declared('A', 'members', 1000, {}, ['2022-12-01', '2022-12-31']),
    declared('A', 'members', 1010, {}, ['2022-12-20', '2022-12-20']),
    // Resolutions of its own and of those below it.
    declared('A', 'documents-issued', 4, { type: 'resolution', level: 'own' }),
    declared('A', 'documents-issued', 40, { type: 'resolution', level: 'subordinate' }),
  ]);
});
afterAll(() => world.close());

const ask = (figure: string, code: string, args: Args = {}, days = ['2022-01-01', '2022-12-31']) =>
  askFigure(world, figure, code, { from: days[0] as string, on: days[1] as string, args, notCounted: true });
const value = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).value;

describe('counts declared in parts', () => {
  test('by several arguments add up, also where only some are parted twice', async () => {
    expect(await value('inspections-of-units', 'A')).toBe(1833);
    expect(await value('inspections-of-units', 'A', { by: 'inspection-commission' })).toBe(669);
    expect(await value('inspections-of-units', 'A', { topic: 'violation-signs' })).toBe(33);
    expect(await value('inspections-of-units', 'A', { by: 'committee' })).toBe(1164);
  });

  test('parted in two ways, the same are counted once', async () => {
    expect(await value('inspections-of-units', 'B')).toBe(20);
    expect(await value('inspections-of-units', 'B', { topic: 'compliance' })).toBe(15);
    expect(await value('inspections-of-units', 'B', { by: 'committee' })).toBe(12);
    expect(await value('inspections-of-units', 'T')).toBe(1853);
  });

  test('a group of values stands for what is in it', async () => {
    expect(await value('grassroots-units-classified', 'A')).toBe(662);
    expect(await value('grassroots-units-classified', 'A', { level: 'good-or-above' })).toBe(604);
    expect(await value('grassroots-units-classified', 'A', { level: 'excellent' })).toBe(158);
    const share = await ask('grassroots-units-good-or-above', 'A');
    expect(share).toMatchObject({ numerator: 604, denominator: 662, value: 91.2 });
  });

  test('of a unit’s own and of those below it, as seen from where it is asked', async () => {
    const documents = (code: string, level?: string) =>
      value('documents-issued', code, { type: 'resolution', ...(level === undefined ? {} : { level }) });
    expect([await documents('A', 'own'), await documents('A', 'subordinate'), await documents('A')]).toEqual([
      4, 40, 44,
    ]);
    expect([await documents('T', 'own'), await documents('T', 'subordinate'), await documents('T')]).toEqual([
      0, 44, 44,
    ]);
  });
});

describe('of several partings', () => {
  const figure = {
    time: 'flow',
    partition: [{ arg: 'topic' }, { arg: 'by' }, { arg: 'level' }],
  } as unknown as CountFigure;
  const year = { from: '2018-01-01', to: '2019-01-01' };
  const total = (...lines: [number, Args][]) =>
    choose(
      lines.map(([amount, args]) => ({ ...year, amount, args })),
      figure,
    ).reduce((sum, { amount }) => sum + amount, 0);

  test('one that tells of a few ("of these …") gives way to one that tells of all', () => {
    const byLevel: [number, Args][] = [
      [98, { by: 'standing-committee', level: 'district' }],
      [283, { by: 'committee', level: 'grassroots' }],
    ];
    expect(total([52, { topic: 'violation-signs' }], ...byLevel)).toBe(381);
    expect(total([400, {}], [52, { topic: 'violation-signs' }], ...byLevel)).toBe(400);
    expect(total(...byLevel, [90, { by: 'standing-committee' }])).toBe(373);
  });

  test('for all lines: what counts never meets, and whatever is passed over meets something that counts', () => {
    const value = (values: readonly string[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
    const line = fc.record({
      from: fc.constantFrom('2018-01-01', '2018-07-01'),
      to: fc.constantFrom('2018-07-02', '2019-01-01'),
      amount: fc.nat(50),
      args: fc
        .record({ topic: value(['a', 'b']), by: value(['c', 'd']), level: value(['e', 'f']) })
        .map((args) => Object.fromEntries(Object.entries(args).filter(([, one]) => one !== undefined)) as Args),
    });
    const meets = (a: Told, b: Told) =>
      a.from < b.to &&
      b.from < a.to &&
      Object.keys(a.args).every((arg) => b.args[arg] === undefined || a.args[arg] === b.args[arg]);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const chosen = choose(lines, figure);
        for (const one of chosen) for (const other of chosen) expect(one === other || !meets(one, other)).toBe(true);
        for (const one of lines) expect(chosen.some((other) => other === one || meets(one, other))).toBe(true);
      }),
    );
  });
});

describe('counts declared of days within each other', () => {
  test('the longest within the asked period counts', async () => {
    expect(await value('admissions', 'A')).toBe(150);
    expect(await value('admissions', 'A', {}, halfYear)).toBe(60);
    expect(await value('admissions', 'A', {}, ['2022-01-01', '2023-12-31'])).toBe(180);
    expect(await value('members-disciplined', 'A')).toBe(27);
    expect(await value('members-disciplined', 'A', {}, halfYear)).toBe(9);
  });

  test('of a stock, the one told of the fewest days', async () => {
    const on = async (day: string) => (await askFigure(world, 'members', 'A', { on: day })).value;
    expect([await on('2022-12-19'), await on('2022-12-20'), await on('2022-12-31')]).toEqual([1000, 1010, 1000]);
  });

  test('days that two share without one lying within the other are refused', async () => {
    const across = declared('A', 'admissions', 80, {}, ['2022-06-30', '2023-01-31']);
    await expect(world.post([across])).rejects.toMatchObject({ code: 'count.declared-twice' });
  });
});

describe('parts that do not add up', () => {
  test('the whole as printed counts, and what was passed over says both numbers', async () => {
    const { value: whole, notCounted = [] } = await ask('badges', 'B');
    expect(whole).toBe(50);
    expect(notCounted.map(({ declared: amount, why }) => [amount, why])).toEqual([
      [30, 'là một phần của số chung do chính đơn vị báo cáo: số chung 50, cộng các phần 49'],
      [19, 'là một phần của số chung do chính đơn vị báo cáo: số chung 50, cộng các phần 49'],
    ]);
  });

  test('the audit notes it', async () => {
    const { journal } = world;
    const found = await world.read(({ db }) => runAudits(journal.register.audits, db, journal.rulebook));
    expect(found.filter(({ audit }) => audit === 'declared-sums')).toMatchObject([
      { level: 'note', message: expect.stringContaining('số chung 50, cộng các phần theo years 49') },
    ]);
  });
});
