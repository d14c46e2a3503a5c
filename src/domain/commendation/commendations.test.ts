import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerFigure } from '#/kernel/figures/answer.ts';
import { catalogue } from '#/kernel/figures/catalogue.ts';
import type { ListEntry } from '#/kernel/figures/figure.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { inTransaction } from '#/platform/db/transaction.ts';
import { askFigure } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';

const paper = { issuer: 'Ban Thường vụ Đảng ủy Khối', number: '60-QĐ/ĐUK', issuedOn: '2021-11-20' };
const act = (effectiveOn: string, kind: string, fields: object): ActInput => ({ kind, effectiveOn, ...fields });
const unit = (code: string, kind: string, parent?: string) =>
  act('2010-01-01', 'unit.established', { unit: { code, name: `Đảng bộ ${code}`, kind, parent } });
const member = (code: string, cell: string) =>
  act('2012-01-01', 'member.registered', { person: { code, name: `Lý Thị ${code}` }, cell, status: 'official' });

const occasion = 'tong-ket-2010-2020';
const toUnit = (code: string, more: object = {}, on = '2021-11-25') =>
  act(on, 'unit.commended', { unit: code, form: 'certificate', level: 'district', occasion, paper, ...more });
const toMember = (code: string, more: object = {}, on = '2021-11-25') =>
  act(on, 'member.commended', { person: code, form: 'certificate', level: 'district', occasion, paper, ...more });

let world: World;
beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('T', 'provincial'),
    unit('K', 'bloc', 'T'),
    unit('K.1', 'grassroots-body', 'K'),
    unit('K.1.1', 'cell', 'K.1'),
    unit('K.2', 'grassroots-cell', 'K'),
    unit('K.3', 'grassroots-cell', 'K'),
    unit('K.4', 'grassroots-cell', 'K'),
    ...['A', 'B', 'C', 'D', 'Gone', 'Out'].map((code) => member(code, code === 'A' ? 'K.1.1' : 'K.2')),
    member('M', 'K.3'),
    act('2021-06-01', 'unit.merged', { units: ['K.3'], into: 'K.2' }),
    act('2021-03-01', 'member.died', { person: 'D' }),
    act('2021-03-01', 'member.left', { person: 'Out' }),
    act('2021-10-01', 'transfer.issued', { person: 'Gone', destination: { place: 'province', name: 'Tỉnh ủy B' } }),
    toUnit('K.1'),
    toUnit('K.1', { recipient: 'Phòng  Tổ chức' }),
    toUnit('K.1.1', { form: 'higher-certificate', level: 'province', issuer: 'Ban Tổ chức Tỉnh ủy' }),
    toUnit('K.3'),
    ...['A', 'B', 'D', 'Gone', 'M'].map((code) => toMember(code)),
    toMember('C', { occasion: undefined, form: 'flag', level: 'province', issuer: 'Tỉnh ủy' }),
    toMember('C', {}, '2022-01-10'),
  ]);
});
afterAll(() => world?.close());

const period = { from: '2021-01-01', on: '2021-12-31', list: true, notCounted: true };
const ask = (code: string, args: Record<string, string> = {}) =>
  askFigure(world, 'commendations', code, { ...period, args });
const count = async (code: string, args: Record<string, string> = {}) => (await ask(code, args)).value;

describe('commendations of a period', () => {
  test('are collectives and individuals together, or each of them', async () => {
    expect(await count('K')).toBe(10);
    expect(await count('K', { subject: 'collective' })).toBe(4);
    expect(await count('K', { subject: 'individual' })).toBe(6);
    expect(await count('K', { subject: 'individual', occasion })).toBe(5);
    expect((await ask('K')).notCounted).toEqual([]);
  });

  test('are listed by the names of both kinds of subjects; a department by its own name, in its unit', async () => {
    const { list } = await ask('K', { subject: 'collective' });
    expect((list as ListEntry[]).map(({ label, unit: at }) => `${label} @${at?.code}`)).toEqual([
      // The cell had ended in June: it counts in its last superior.
      'Đảng bộ K.3 @K',
      'Phòng Tổ chức @K.1',
      'Đảng bộ K.1 @K.1',
      'Đảng bộ K.1.1 @K.1.1',
    ]);
    const people = (await ask('K', { subject: 'individual', occasion })).list as ListEntry[];
    expect(people.map(({ label, unit: at }) => `${label} @${at?.code}`)).toEqual([
      'Lý Thị A @K.1.1',
      'Lý Thị B @K.2',
      'Lý Thị D @K.2',
      'Lý Thị Gone @K.2',
      'Lý Thị M @K.2',
    ]);
  });

  test('are asked by form, issuer to the letter, level, and the kind of unit (Form 7, part I)', async () => {
    expect(await count('T', { form: 'certificate' })).toBe(8);
    expect(await count('T', { issuer: 'Ban Tổ chức Tỉnh ủy' })).toBe(1);
    expect(await count('T', { issuer: 'Ban Tổ chức' })).toBe(0);
    expect(await count('T', { issuer: 'Ban Thường vụ Đảng ủy Khối' })).toBe(8);
    expect(await count('T', { level: 'province' })).toBe(2);
    const organisations = { subject: 'collective', recipient: 'organisation' };
    expect(await count('T', organisations)).toBe(3);
    expect(await count('T', { ...organisations, unitKind: 'grassroots' })).toBe(2);
    expect(await count('T', { ...organisations, unitKind: 'cell', form: 'higher-certificate' })).toBe(1);
    expect(await count('T', { ...organisations, unitKind: 'above-grassroots' })).toBe(0);
    expect(await count('T', { subject: 'individual', unitKind: 'cell' })).toBe(1);
  });

  test('that are not counted say the first thing in which they differ', async () => {
    const { notCounted = [] } = await ask('K', { subject: 'individual', form: 'certificate' });
    expect(notCounted.map(({ label, why }) => `${label}: ${why}`).toSorted()).toEqual(
      [
        'Lý Thị C: hình thức: Cờ',
        'Phòng Tổ chức: khen tập thể',
        'Đảng bộ K.1.1: khen tập thể',
        'Đảng bộ K.1: khen tập thể',
        'Đảng bộ K.3: khen tập thể',
      ].toSorted(),
    );
  });

  test('count where they are under; the parts add up', async () => {
    const { byUnit } = await askFigure(world, 'commendations', 'K', { ...period, byUnit: true });
    expect(byUnit?.map(({ code, value }) => `${code} ${value}`)).toEqual(['K.1 4', 'K.2 5', 'K.4 0', 'K 1']);
  });
});

test('a name that a row holds itself is hidden from those who may not see the row, which counts all the same', async () => {
  await world.post([
    unit('K.6', 'grassroots-body', 'K'),
    unit('K.7', 'grassroots-body', 'K'),
    unit('K.6.1', 'cell', 'K.6'),
    unit('K.6.2', 'cell', 'K.6'),
    toUnit('K.6.1', { recipient: 'Tổ đảng 1' }, '2015-03-03'),
    toUnit('K.6.2', { recipient: 'Tổ đảng 2' }, '2015-03-03'),
    act('2016-01-01', 'unit.moved', { unit: 'K.6.2', parent: 'K.7' }),
  ]);
  const figures = catalogue(world.journal.register.figures);
  const { unit_id: unitId, path } = await world.read(async ({ client }) => {
    const { rows } = await client.query(
      "select unit_id, path from unit_code join unit_scope using (unit_id) where code = 'K.6'",
    );
    return rows[0];
  });
  const question = { unitId, on: '2015-12-31', from: '2015-01-01', to: '2015-12-31', knownAt: null, args: {} };
  const asked = (scope: string) =>
    inTransaction(world.journal.pool, { actor: 'test', scope, readOnly: true }, async ({ db }) => {
      const { list } = await answerFigure(db, figures, { figure: 'commendations', ...question }, { list: true });
      return (list as ListEntry[]).map(({ label }) => label);
    });
  expect(await asked('|')).toEqual(['Tổ đảng 1', 'Tổ đảng 2']);
  expect(await asked(path)).toEqual(['Tổ đảng 1', 'Đảng bộ K.6.2']);
});

describe('an award', () => {
  const faults = async (one: ActInput) =>
    world.post([one]).then(
      () => [],
      (problem) => problem.fields.map(({ code, field }: { code: string; field: string }) => `${field}: ${code}`),
    );

  test('names who commends, by itself or by its paper', async () => {
    expect(await faults(toUnit('K.2', { paper: undefined }))).toEqual(['issuer: commendation.issuer-missing']);
    expect(await faults(toUnit('K.2', { form: 'title' }))).toEqual(['title: field.invalid']);
  });

  test('is not for those who left the Party, nor before a unit began', async () => {
    expect(await faults(toMember('Out'))).toEqual(['person: member.not-a-member']);
    expect(await faults(toUnit('K.2', {}, '2009-11-25'))).toEqual(['unit: commendation.unit-not-there']);
  });
});

describe('the rules of awards', () => {
  const warned = async (one: ActInput) =>
    (await world.post([one])).warnings.map(({ code, field }) => `${field}: ${code}`);

  test('higher certificates and flags come from the province on (29-QĐ/TW, 25/7/2016, 27.2)', async () => {
    const from = (level: string, form: string) => warned(toUnit('K.4', { level, form }, '2018-02-03'));
    expect(await from('district', 'flag')).toEqual(['form: rule.commendation.forms']);
    expect(await from('grassroots', 'higher-certificate')).toEqual(['form: rule.commendation.forms']);
    expect(await from('province', 'flag')).toEqual([]);
    expect(await from('grassroots', 'certificate')).toEqual([]);
    expect(await from('state', 'flag')).toEqual([]);
  });

  test('exemplary organisations and excellent members are chosen from those classified excellent', async () => {
    const grade = (year: number, level: string) =>
      act(`${year + 1}-01-10`, 'unit.classified', { unit: 'K.4', forYear: year, level });
    await world.post([
      ...[2015, 2016, 2017].map((year) => grade(year, 'clean-and-strong')),
      grade(2018, 'excellent'),
      grade(2019, 'good'),
      act('2020-12-10', 'member.classified', { person: 'B', forYear: 2020, level: 'completed' }),
    ]);
    const title = (name: string, on: string, more: object = {}) => warned(toUnit('K.4', { title: name, ...more }, on));
    const broken = ['title: rule.commendation.titles'];
    expect(await title('exemplary', '2019-02-03')).toEqual([]);
    expect(await title('exemplary', '2020-02-03')).toEqual(broken);
    expect(await title('exemplary', '2020-02-03', { forYear: 2018 })).toEqual([]);
    expect(await title('exemplary', '2020-02-03', { recipient: 'Phòng Tổ chức' })).toEqual([]);
    expect(await title('exemplary-5-years', '2019-02-03')).toEqual([]);
    expect(await title('exemplary-5-years', '2020-02-03')).toEqual(broken);
    expect(await title('Đơn vị tiêu biểu', '2020-02-03')).toEqual([]);
    expect(await warned(toMember('B', { title: 'excellent' }, '2021-02-03'))).toEqual(broken);
    expect(await warned(toMember('A', { title: 'excellent' }, '2021-02-03'))).toEqual([]);
  });
});
