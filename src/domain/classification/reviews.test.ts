import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { type Asked, askFigure } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';

const act = (effectiveOn: string, kind: string, fields: Record<string, unknown>): ActInput => {
  const paper = { issuer: 'Đảng ủy xã B', number: '40-BC/ĐU', issuedOn: effectiveOn };
  return { kind, effectiveOn, paper, ...fields };
};
const unit = (code: string, kind: string, parent?: string, on = '2010-01-01') =>
  act(on, 'unit.established', { unit: { code, name: `Tổ chức ${code}`, kind, parent } });
const member = (code: string, cell: string) =>
  act('2019-01-01', 'member.registered', { person: { code, name: `Nguyễn Văn ${code}` }, cell, status: 'official' });
const unitReview = (code: string, rest: Record<string, unknown> = {}, on = '2020-12-10') =>
  act(on, 'unit.reviewed', { unit: code, forYear: 2020, ...rest });
const review = (person: string, rest: Record<string, unknown> = {}, on = '2020-12-05') =>
  act(on, 'member.reviewed', { person, forYear: 2020, ...rest });
const collective = (code: string, rest: Record<string, unknown>, on = '2021-01-20') =>
  act(on, 'collective.classified', { unit: code, forYear: 2020, ...rest });

let world: World;
beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('G', 'grassroots-body'),
    ...['G.1', 'G.2', 'G.3'].map((code) => unit(code, 'cell', 'G')),
    ...['An', 'Ba', 'Ca', 'Da', 'Em'].map((code) => member(code, 'G.1')),
    unitReview('G', { suggestedBy: 'district' }),
    unitReview('G.1', { suggestedBy: 'grassroots' }),
    // Put off, then held in the next January: the later act takes the earlier one's place.
    unitReview('G.2', { omitted: 'other', note: 'đang kiện toàn cấp ủy' }),
    unitReview('G.2', {}, '2021-01-08'),
    unitReview('G.3', { omitted: 'newly-established' }),
    review('An', { suggestedBy: 'commune' }),
    review('Ba'),
    review('Ca', { omitted: 'exempt' }),
    review('Em'),
    act('2020-12-20', 'member.transferred', { person: 'Ba', to: 'G.2' }),
    act('2020-12-28', 'member.died', { person: 'Em' }),
    collective('G', { collective: 'committee', level: 'good' }),
    collective('G', { collective: 'department', name: 'Ban Tổ chức', level: 'excellent' }),
    collective('G', { collective: 'department', name: 'Văn phòng', level: 'good' }),
    collective('G', { collective: 'mass-organisation', omitted: 'newly-established' }),
    // Written with other capitals it is still the same department.
    collective('G', { collective: 'department', name: 'văn  phòng', level: 'completed' }, '2021-02-03'),
  ]);
});
afterAll(() => world?.close());

const ask = (name: string, args: Record<string, string> = {}, code = 'G'): Promise<Asked> =>
  askFigure(world, name, code, { from: '2020-01-01', on: '2020-12-31', args, list: true, notCounted: true });
const value = async (name: string, args: Record<string, string> = {}, code = 'G') =>
  (await ask(name, args, code)).value;
const whyNot = ({ notCounted = [] }: Asked) => Object.fromEntries(notCounted.map(({ label, why }) => [label, why]));

describe('reviews of 2020 (Form 6F-BTCTW)', () => {
  test('of units: held, left out for a reason, suggested by a level', async () => {
    const held = await ask('units-reviewed');
    expect(held.value).toBe(3);
    expect(whyNot(held)).toEqual({ 'Tổ chức G.3': 'tổ chức đảng mới thành lập' });
    expect(await value('units-reviewed', { kind: 'cell' })).toBe(2);
    expect(await value('units-not-reviewed')).toBe(1);
    expect(await value('units-not-reviewed', { reason: 'other' })).toBe(0);
    const byDistrict = await ask('units-review-suggested', { by: 'district' });
    expect(byDistrict.value).toBe(1);
    expect(whyNot(byDistrict)).toEqual({ 'Tổ chức G.1': 'đảng ủy cơ sở gợi ý' });
    expect(await value('units-review-suggested')).toBe(2);
  });

  test('of members: where they stand on 31 December; who left by then is not counted, who is not recorded is told', async () => {
    const held = await ask('members-reviewed');
    expect(held.value).toBe(2);
    expect(whyNot(held)).toEqual({
      'Nguyễn Văn Ca': 'được miễn công tác và sinh hoạt đảng',
      'Nguyễn Văn Da': 'chưa ghi việc kiểm điểm',
    });
    expect(await value('members-reviewed', {}, 'G.2')).toBe(1);
    expect(await value('members-not-reviewed', { reason: 'exempt' })).toBe(1);
    expect(whyNot(await ask('members-not-reviewed'))['Nguyễn Văn An']).toBe('đã kiểm điểm');
    expect(await value('members-review-suggested', { by: 'commune' })).toBe(1);
    expect(await value('members-review-suggested', { by: 'province' })).toBe(0);
  });

  test('need somebody who was there, a year that has begun, and a reason that is told', async () => {
    const refused = (acts: ActInput[], field: string, code: string) =>
      expect(world.post(acts)).rejects.toMatchObject({ fields: [{ field, code }] });
    await refused([review('Em', { forYear: 2021 }, '2022-01-05')], 'forYear', 'classification.no-member-then');
    await refused([review('An', { forYear: 2021 })], 'forYear', 'classification.year-ahead');
    await refused([unitReview('G.1', { omitted: 'other' }, '2021-03-01')], 'note', 'classification.reason-missing');
    await refused([unitReview('G.1', { omitted: 'exempt' }, '2021-03-01')], 'omitted', 'field.invalid');
  });
});

describe('collectives', () => {
  test('count by sort and level at their unit, each by its name; a later grade of the same replaces', async () => {
    const all = await ask('collectives-classified');
    expect((all.list as { label: string }[]).map(({ label }) => label).toSorted()).toEqual(
      ['Cơ quan tham mưu, giúp việc: Ban Tổ chức', 'Cơ quan tham mưu, giúp việc: văn  phòng', 'Cấp ủy'].toSorted(),
    );
    expect(await value('collectives-classified', { collective: 'department' })).toBe(2);
    expect(await value('collectives-classified', { collective: 'department', level: 'good-or-above' })).toBe(1);
    expect(await value('collectives-classified', { level: 'completed' })).toBe(1);
    expect(whyNot(all)).toEqual({ 'Mặt trận, đoàn thể': 'tổ chức đảng mới thành lập' });
  });

  test('have either a level of the scale of their year, or a reason', async () => {
    const refused = (rest: Record<string, unknown>, field: string) =>
      expect(world.post([collective('G', { collective: 'committee', ...rest }, '2021-05-01')])).rejects.toMatchObject({
        fields: [{ field }],
      });
    await refused({}, 'level');
    await refused({ level: 'good', omitted: 'own-system' }, 'level');
    await refused({ level: 'clean-and-strong' }, 'level');
  });
});

describe('shares of the grades', () => {
  beforeAll(async () => {
    const grade = (code: string, level: string) =>
      act('2021-01-20', 'unit.classified', { unit: code, forYear: 2020, level });
    await world.post([
      grade('G', 'completed'),
      grade('G.1', 'excellent'),
      grade('G.2', 'good'),
      grade('G.3', 'completed'),
      act('2020-12-15', 'member.classified', { person: 'An', forYear: 2020, level: 'good' }),
      act('2020-12-15', 'member.classified', { person: 'Ba', forYear: 2020, level: 'completed' }),
    ]);
  });

  test('of one level are of all that were classified', async () => {
    expect(await ask('members-level-share', { level: 'completed' })).toMatchObject({ value: 50, denominator: 2 });
    const share = await ask('grassroots-units-level-share', { level: 'completed' });
    expect(share).toMatchObject({ value: 100, numerator: 1, denominator: 1 });
  });

  test('of all organisations, of those of a kind, of cells', async () => {
    expect(await ask('units-good-or-above')).toMatchObject({ value: 50, denominator: 4 });
    expect(await ask('units-good-or-above', { kind: 'grassroots-body' })).toMatchObject({ value: 0, denominator: 1 });
    expect(await ask('cells-good-or-above')).toMatchObject({ value: 66.7, denominator: 3 });
  });
});
