import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runAudits } from '#/kernel/audit.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { verifyFacts } from '#/kernel/journal/verify-facts.ts';
import { syncRulebook } from '#/kernel/rulebook/sync.ts';
import { askFigure } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';
import { finalMeasuresAudit } from './audit.ts';
import { memberForms } from './contract.ts';

const act = (effectiveOn: string, kind: string, fields: Record<string, unknown>): ActInput => ({
  kind,
  effectiveOn,
  paper: { issuer: 'Đảng ủy xã B', number: '45-QĐ/ĐU', issuedOn: effectiveOn },
  ...fields,
});
const unit = (code: string, kind: string, parent?: string) =>
  act('2015-01-01', 'unit.established', { unit: { code, name: `Đảng bộ ${code}`, kind, parent } });
const member = (code: string, cell: string, status = 'official') =>
  act('2019-01-01', 'member.registered', { person: { code, name: `Lê Văn ${code}` }, cell, status });
const disciplined = (on: string, person: string, form: string, more: Record<string, unknown> = {}) =>
  act(on, 'member.disciplined', { person, form, content: ['responsibility'], ...more });
const ended = (on: string, person: string, as: string, more: Record<string, unknown> = {}) =>
  act(on, 'member.disciplineEnded', { person, as, ...more });
const by = (unitCode: string, body: string) => ({ actor: { unit: unitCode, body } });

let world: World;
beforeAll(async () => {
  world = await testWorld();
  // Figures read the time of the rule from the database.
  const owner = new Client({ connectionString: world.adminUrl });
  await owner.connect();
  await syncRulebook(owner);
  await owner.end();
  await world.post([
    unit('T', 'provincial'),
    unit('H', 'district', 'T'),
    unit('B', 'grassroots-body', 'H'),
    unit('B.1', 'cell', 'B'),
    unit('B.2', 'cell', 'B'),
    unit('G', 'grassroots-cell', 'H'),
    ...['An', 'Ba', 'Ca', 'Da', 'Em', 'Go'].map((code) => member(code, 'B.1')),
    member('Du', 'B.1', 'probationary'),
    act('2020-06-01', 'post.assumed', { person: 'An', unit: 'B', post: 'secretary', how: 'elected' }),
  ]);
  await world.post([
    disciplined('2021-02-01', 'An', 'reprimand', { content: ['land', 'finance'] }),
    disciplined('2021-03-01', 'Ba', 'warning', { until: '2021-08-31' }),
    disciplined('2021-04-01', 'Ca', 'warning', by('H', 'inspection-commission')),
    ended('2021-06-01', 'Ca', 'annulled'),
    // The superior finds the reprimand too light: a warning takes its place.
    disciplined('2021-05-01', 'Em', 'reprimand'),
    ended('2021-07-10', 'Em', 'replaced'),
    disciplined('2021-07-10', 'Em', 'warning', by('H', 'standing-committee')),
    // Expelled: the discipline and the leaving, of one day.
    disciplined('2021-09-01', 'Da', 'expulsion', by('H', 'standing-committee')),
    act('2021-09-01', 'member.expelled', { person: 'Da' }),
    act('2021-09-10', 'member.nameRemoved', { person: 'Go' }),
    act('2021-07-01', 'unit.merged', { units: ['B.1'], into: 'B.2' }),
    act('2021-03-05', 'unit.disciplined', { unit: 'B', form: 'warning', content: ['democratic-centralism'] }),
    act('2021-11-01', 'unit.disciplined', { unit: 'G', form: 'dissolution', content: ['unity'] }),
    act('2021-11-01', 'unit.dissolved', { unit: 'G', asDiscipline: true }),
  ]);
});
afterAll(() => world?.close());

const ask = (name: string, code: string, args: Record<string, string> = {}, from = '2021-01-01', on = '2021-12-31') =>
  askFigure(world, name, code, { from, on, args, list: true, notCounted: true, byUnit: true });
const count = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).value;
const under = async (on: string, code = 'T', args = {}) =>
  (await askFigure(world, 'members-under-discipline', code, { on, args, list: true })).codes;
const whyNot = ({ notCounted = [] }: Awaited<ReturnType<typeof ask>>) =>
  Object.fromEntries(notCounted.map(({ label, why }) => [label, why]));

describe('decisions', () => {
  test('are counted by form; the forms add up to all', async () => {
    const each = await Promise.all(memberForms.map((form) => count('members-disciplined', 'H', { form })));
    expect(each).toEqual([2, 2, 0, 1]);
    expect(await count('members-disciplined', 'H')).toBe(5);
    expect(await count('units-disciplined', 'H')).toBe(2);
  });

  test('of several contents count under each; one that replaces another is not counted again', async () => {
    expect((await ask('members-disciplined', 'H', { content: 'land' })).value).toBe(1);
    expect(await count('members-disciplined', 'H', { content: 'finance', form: 'reprimand' })).toBe(1);
    expect(whyNot(await ask('members-disciplined', 'H'))).toEqual({
      'Lê Văn Em': 'thay một quyết định trước, không tính thêm',
      'Lê Văn Go': 'xóa tên, không phải hình thức kỷ luật',
    });
    expect(whyNot(await ask('members-disciplined', 'H', { form: 'expulsion' }))).toMatchObject({
      'Lê Văn An': 'hình thức: khiển trách',
    });
  });

  test('are told apart by who decided and at which level, and by who sat in a committee', async () => {
    const members = (args: Record<string, string>) => count('members-disciplined', 'T', args);
    expect(await members({ by: 'inspection-commission' })).toBe(1);
    expect(await members({ by: 'standing-committee' })).toBe(1);
    expect(await members({ level: 'district' })).toBe(2);
    expect(await members({ level: 'grassroots' })).toBe(3);
    expect(await members({ level: 'grassroots', form: 'reprimand' })).toBe(2);
    expect(await members({ committee: 'any' })).toBe(1);
    expect(await members({ committee: 'grassroots' })).toBe(1);
    expect(await members({ committee: 'district' })).toBe(0);
    expect(whyNot(await ask('members-disciplined', 'T', { level: 'district' }))).toMatchObject({
      'Lê Văn An': 'quyết định của cấp khác',
    });
  });

  test('every content of every decision counts where contents are parted', async () => {
    expect(await count('members-disciplined-contents', 'T')).toBe(6);
    expect(await count('members-disciplined-contents', 'T', { content: 'responsibility' })).toBe(4);
    const share = { of: 'members-disciplined-contents', content: 'land', among: 'members-disciplined-contents' };
    expect((await ask('share', 'T', share)).value).toBe(16.7);
  });

  test('count where the member stood: at a cell that was merged since, and for who is expelled that day at the last one', async () => {
    expect(await count('members-disciplined', 'B.1')).toBe(4);
    const body = await ask('members-disciplined', 'B');
    expect(body.byUnit?.map(({ code, value }) => [code, value])).toEqual([
      ['B.1', 4],
      ['B.2', 1],
    ]);
    expect(await count('members-disciplined', 'B.2', { form: 'expulsion' })).toBe(1);
  });

  test('a unit that is dissolved that day counts with its superior', async () => {
    const answer = await ask('units-disciplined', 'H', { form: 'dissolution' });
    expect(answer.value).toBe(1);
    expect(answer.list).toMatchObject([{ unit: { code: 'H' } }]);
  });
});

describe('a measure is in force', () => {
  test('from its day to the end it names, or for the year of the rule (30-QĐ/TW, 26/7/2016, Đ.40)', async () => {
    expect(await under('2021-01-31')).toEqual([]);
    expect(await under('2021-02-01')).toEqual(['An']);
    expect(await under('2021-08-31')).toEqual(['An', 'Ba', 'Em']);
    expect(await under('2021-09-01')).toEqual(['An', 'Em']);
    expect(await under('2022-01-31')).toEqual(['An', 'Em']);
    expect(await under('2022-02-01')).toEqual(['Em']);
    expect(await under('2022-07-10')).toEqual([]);
  });

  test('until it is annulled or replaced, at the place where the member stands', async () => {
    expect(await under('2021-05-31')).toEqual(['An', 'Ba', 'Ca', 'Em']);
    expect(await under('2021-06-01', 'B.1')).toEqual(['An', 'Ba', 'Em']);
    expect(await under('2021-07-10', 'B.2', { form: 'warning' })).toEqual(['Ba', 'Em']);
    expect(await under('2021-07-10', 'B.2', { form: 'reprimand' })).toEqual(['An']);
  });

  test('nobody expelled is under it; a unit is until the year is over', async () => {
    expect(await under('2021-12-01')).toEqual(['An', 'Em']);
    const units = async (on: string) => (await askFigure(world, 'units-under-discipline', 'H', { on })).value;
    expect([await units('2021-03-05'), await units('2022-03-04'), await units('2022-03-05')]).toEqual([1, 1, 0]);
  });

  test('and its end is counted on the first day without it', async () => {
    expect(await count('members-discipline-ended', 'H')).toBe(3);
    expect((await ask('members-discipline-ended', 'H', { as: 'lapsed' })).codes).toHaveLength(1);
    expect(await count('members-discipline-ended', 'H', {}, '2021-06-01', '2021-06-01')).toBe(1);
    expect(await count('members-discipline-ended', 'B.2', { as: 'lapsed' }, '2022-01-01', '2022-12-31')).toBe(2);
  });
});

describe('an end', () => {
  const faults = (acts: ActInput[]) =>
    world.post(acts).then(
      () => [],
      (problem) => problem.fields.map(({ code, field }: { code: string; field: string }) => `${field}: ${code}`),
    );

  test('needs a measure in force, and its name where there are two', async () => {
    expect(await faults([ended('2021-09-01', 'Ba', 'annulled')])).toEqual(['decision: discipline.none-in-force']);
    expect(await faults([ended('2021-01-01', 'An', 'annulled')])).toEqual(['decision: discipline.none-in-force']);
    const two = [disciplined('2021-02-02', 'An', 'warning'), ended('2021-03-03', 'An', 'annulled')];
    expect(await faults(two)).toEqual(['decision: discipline.several']);
  });

  test('never comes before the beginning', async () => {
    expect(await faults([disciplined('2021-02-02', 'An', 'warning', { until: '2021-02-01' })])).toEqual([
      'until: discipline.ends-before',
    ]);
    expect(await faults([disciplined('2021-10-01', 'Da', 'warning')])).toEqual(['person: member.not-a-member']);
  });
});

test('what was known before an end was recorded is answered as before', async () => {
  const { recordedAt } = await world.post([disciplined('2022-08-01', 'Ba', 'warning')]);
  await world.post([ended('2022-09-01', 'Ba', 'annulled')]);
  const codes = async (knownAt?: string) =>
    (await askFigure(world, 'members-under-discipline', 'T', { on: '2022-10-01', list: true, knownAt })).codes;
  expect(await codes()).toEqual([]);
  expect(await codes(recordedAt)).toEqual(['Ba']);
});

test('the audit tells of an expulsion that was recorded from one side only; the facts bear out the journal', async () => {
  const audit = () => world.read(({ db }) => runAudits([finalMeasuresAudit], db, world.journal.rulebook));
  expect(await audit()).toEqual([]);
  await world.post([act('2022-05-05', 'member.expelled', { person: 'Ca' })]);
  expect(await audit()).toMatchObject([{ level: 'note', message: expect.stringContaining('no member.disciplined') }]);
  expect(whyNot(await ask('members-disciplined', 'H', {}, '2022-01-01', '2022-12-31'))).toEqual({
    'Lê Văn Ca': 'khai trừ chưa ghi quyết định kỷ luật',
  });
  expect(await verifyFacts(world.journal)).toEqual([]);
});
