import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runAudits } from '#/kernel/audit.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { verifyFacts } from '#/kernel/journal/verify-facts.ts';
import { askFigure } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';
import { coverageAudit } from './audit.ts';

const act = (effectiveOn: string, kind: string, fields: Record<string, unknown>): ActInput => ({
  kind,
  effectiveOn,
  paper: { issuer: 'Huyện ủy A', number: '9-KL/HU', issuedOn: effectiveOn },
  ...fields,
});
const unit = (code: string, kind: string, parent?: string, on = '2015-01-01') =>
  act(on, 'unit.established', { unit: { code, name: `Đảng bộ ${code}`, kind, parent } });
const member = (code: string, cell: string) =>
  act('2019-01-01', 'member.registered', { person: { code, name: `Trần Thị ${code}` }, cell, status: 'official' });
const by = (unitCode: string, body: string) => ({ actor: { unit: unitCode, body } });
const commission = by('H', 'inspection-commission');

const inspected = (on: string, code: string, topic: string, more: object = commission) =>
  act(on, 'unit.inspected', { unit: code, topic, ...more });
const supervised = (on: string, code: string, mode: string, more: object = commission) =>
  act(on, 'unit.supervised', { unit: code, mode, ...more });
const memberInspected = (on: string, person: string, topic: string, more: object = commission) =>
  act(on, 'member.inspected', { person, topic, ...more });
const memberSupervised = (on: string, person: string, mode: string, more: object = commission) =>
  act(on, 'member.supervised', { person, mode, ...more });

let world: World;
beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('T', 'provincial'),
    unit('H', 'district', 'T'),
    unit('K', 'bloc', 'T'),
    unit('B', 'grassroots-body', 'H'),
    ...['B.1', 'B.2', 'B.3'].map((code) => unit(code, 'cell', 'B')),
    unit('G', 'grassroots-cell', 'H'),
    unit('N', 'grassroots-cell', 'H', '2021-03-01'),
    ...['An', 'Ba', 'Ca', 'Da', 'Em'].map((code) => member(code, 'B.1')),
  ]);
  const post = (person: string, at: string, what: string) =>
    act('2020-06-01', 'post.assumed', { person, unit: at, post: what, how: 'elected', term: '2020-2025' });
  await world.post([
    post('An', 'B', 'secretary'),
    post('An', 'B.1', 'secretary'),
    post('Ba', 'B', 'committee-member'),
    post('Ca', 'B', 'committee-member'),
    post('Ca', 'H', 'committee-member'),
    inspected('2021-02-01', 'B', 'compliance', { outcome: 'shortcomings', ...commission }),
    inspected('2021-05-01', 'B', 'violation-signs', { outcome: 'violation', ...by('H', 'standing-committee') }),
    inspected('2021-06-01', 'B.1', 'party-finance', by('B', 'committee')),
    supervised('2021-06-10', 'B.1', 'thematic', { topic: 'Nền nếp sinh hoạt', ...commission }),
    supervised('2021-06-11', 'B.2', 'regular', by('B', 'committee')),
    // The cell B.3 goes up into B.2 on 1 July and is inspected for what it did before.
    act('2021-07-01', 'unit.merged', { units: ['B.3'], into: 'B.2' }),
    inspected('2021-09-01', 'B.3', 'violation-signs', commission),
    memberInspected('2021-04-01', 'An', 'compliance', by('B.1', 'cell')),
    memberInspected('2021-04-20', 'An', 'violation-signs', { outcome: 'violation', ...commission }),
    memberSupervised('2021-04-21', 'Ba', 'regular', by('B.1', 'committee')),
    memberInspected('2021-05-05', 'Em', 'compliance', by('B.1', 'committee')),
    // Nobody tells the body: in a grassroots organisation it is the committee.
    act('2021-05-06', 'member.inspected', { person: 'Em', topic: 'party-finance' }),
    act('2021-06-20', 'member.transferred', { person: 'Em', to: 'G' }),
    act('2021-10-05', 'member.expelled', { person: 'Da' }),
    memberInspected('2021-10-05', 'Da', 'violation-signs', { outcome: 'violation-to-discipline', ...commission }),
    act('2021-11-01', 'member.died', { person: 'Em' }),
    memberInspected('2021-11-20', 'Em', 'compliance', commission),
  ]);
});
afterAll(() => world?.close());

const ask = (name: string, code: string, args: Record<string, string> = {}, from = '2021-01-01', on = '2021-12-31') =>
  askFigure(world, name, code, { from, on, args, list: true, notCounted: true, byUnit: true });
const count = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).value;
const whyNot = ({ notCounted = [] }: Awaited<ReturnType<typeof ask>>) =>
  Object.fromEntries(notCounted.map(({ label, why }) => [label, why]));

describe('cases', () => {
  test('are occurrences, of units and of members apart, inspection and supervision apart', async () => {
    expect(await count('inspections-of-units', 'H')).toBe(4);
    expect(await count('thematic-supervisions-of-units', 'H')).toBe(1);
    expect(await count('regular-supervisions-of-units', 'H')).toBe(1);
    expect(await count('inspections-of-members', 'H')).toBe(6);
    expect(await count('thematic-supervisions-of-members', 'H')).toBe(0);
  });

  test('of the level of who acted; both kinds together; violations that call for discipline', async () => {
    expect(await count('inspections-of-units', 'T', { level: 'district' })).toBe(3);
    expect(await count('inspections-of-units', 'T', { level: 'grassroots' })).toBe(1);
    expect(await count('inspections-of-members', 'T', { level: 'cell' })).toBe(2);
    expect(await count('oversight-cases-of-units', 'T')).toBe(5);
    expect(await count('oversight-cases-of-units', 'T', { by: 'inspection-commission', level: 'district' })).toBe(3);
    expect(await count('members-found-in-violation', 'T')).toBe(2);
    expect(await count('members-found-in-violation', 'T', { discipline: 'yes' })).toBe(1);
    expect(whyNot(await ask('inspections-of-units', 'T', { level: 'grassroots' }))).toMatchObject({
      'Đảng bộ B': 'chủ thể thuộc cấp khác',
    });
  });

  test('of the four topics add up to all', async () => {
    for (const figure of ['inspections-of-units', 'inspections-of-members']) {
      const topics = ['compliance', 'violation-signs', 'oversight-duties', 'party-finance'];
      const each = await Promise.all(topics.map((topic) => count(figure, 'H', { topic })));
      expect(each.reduce((sum: number, value) => sum + (value ?? 0), 0)).toBe(await count(figure, 'H'));
    }
  });

  test('may be asked by the body that acted; the committee of a cell that nobody named is the cell', async () => {
    expect(await count('inspections-of-units', 'H', { by: 'inspection-commission' })).toBe(2);
    expect(await count('inspections-of-units', 'H', { by: 'standing-committee', topic: 'violation-signs' })).toBe(1);
    expect(await count('inspections-of-members', 'H', { by: 'cell' })).toBe(2);
    expect(await count('inspections-of-members', 'H', { by: 'committee' })).toBe(1);
    expect(await count('regular-supervisions-of-members', 'H', { by: 'cell' })).toBe(1);
  });

  test('a regular supervision is none, and the list says so', async () => {
    const answer = await ask('thematic-supervisions-of-units', 'H');
    expect(whyNot(answer)).toMatchObject({
      'Đảng bộ B.2': 'giám sát thường xuyên, không tính là cuộc',
      'Đảng bộ B': 'kiểm tra, tính riêng',
    });
    const topic = await ask('inspections-of-units', 'H', { topic: 'compliance' });
    expect(whyNot(topic)['Đảng bộ B']).toBe('kiểm tra khi có dấu hiệu vi phạm');
    expect(whyNot(await ask('units-found-in-violation', 'H'))['Đảng bộ B']).toBe(
      'kết luận: có khuyết điểm, chưa đến mức vi phạm',
    );
  });

  test('count where the subject stood: a unit that ended since at itself, one that had ended with its last superior', async () => {
    expect(await count('inspections-of-units', 'B.1')).toBe(1);
    const inBody = await ask('inspections-of-units', 'B');
    expect(inBody.value).toBe(4);
    expect(inBody.byUnit).toEqual([
      { code: 'B.1', name: 'Đảng bộ B.1', value: 1 },
      { code: 'B.2', name: 'Đảng bộ B.2', value: 0 },
      { code: 'B', name: 'Đảng bộ B', value: 3 },
    ]);
    expect(await count('inspections-of-units', 'H', {}, '2021-01-01', '2021-08-31')).toBe(3);
  });

  test('a member expelled that day, or dead by then, counts where he or she last stood', async () => {
    expect(await count('inspections-of-members', 'B.1', { topic: 'violation-signs' })).toBe(2);
    expect(await count('inspections-of-members', 'G')).toBe(1);
    expect(await count('members-found-in-violation', 'B')).toBe(2);
  });
});

describe('coverage', () => {
  test('counts each unit once, over all that existed in the period', async () => {
    const covered = await ask('units-inspected-or-supervised', 'H');
    expect(covered.codes).toEqual(['B', 'B.1']);
    expect(whyNot(covered)).toEqual({
      'Đảng bộ B.2': 'chỉ được giám sát thường xuyên, không tính là cuộc',
      'Đảng bộ B.3': 'kết thúc hoạt động trong kỳ khi chưa được kiểm tra, giám sát chuyên đề',
      'Đảng bộ G': 'chưa được kiểm tra, giám sát chuyên đề trong kỳ',
      'Đảng bộ H': 'chưa được kiểm tra, giám sát chuyên đề trong kỳ',
      'Đảng bộ N': 'thành lập trong kỳ, chưa được kiểm tra, giám sát chuyên đề',
    });
    const share = await ask('units-inspected-or-supervised-in-term', 'H');
    expect(share).toMatchObject({ numerator: 2, denominator: 7, value: 28.6 });
    expect(whyNot(share)).toEqual(whyNot(covered));
    expect(await ask('units-inspected-or-supervised-in-term', 'H', { kind: 'cell' })).toMatchObject({
      numerator: 1,
      denominator: 3,
    });
  });

  test('of a later period no longer has who ended before it', async () => {
    const next = await ask('units-inspected-or-supervised-in-term', 'H', {}, '2022-01-01', '2022-12-31');
    expect(next).toMatchObject({ numerator: 0, denominator: 6 });
    expect(new Set(Object.values(whyNot(next)))).toEqual(new Set(['chưa được kiểm tra, giám sát chuyên đề trong kỳ']));
  });

  test('of committee members: distinct persons, covered while they sit in a committee', async () => {
    const share = await ask('committee-members-inspected-or-supervised-in-term', 'T', {}, '2020-01-01', '2025-12-31');
    expect(share).toMatchObject({ numerator: 1, denominator: 3, value: 33.3 });
    expect(whyNot(share)).toEqual({
      'Trần Thị Ba': 'chỉ được giám sát thường xuyên, không tính là cuộc',
      'Trần Thị Ca': 'tham gia cấp ủy trong kỳ, chưa được kiểm tra, giám sát chuyên đề',
    });
    expect(await count('committee-members-of-period', 'B', {}, '2020-01-01', '2020-05-31')).toBe(0);
  });

  test('of members: each once, wherever and however often', async () => {
    expect((await ask('members-inspected-or-supervised', 'T')).codes).toEqual(['An', 'Da', 'Em']);
  });
});

test('nobody is inspected before being there', async () => {
  const faults = (acts: ActInput[]) =>
    world.post(acts).then(
      () => [],
      (problem) => problem.fields.map(({ code, field }: { code: string; field: string }) => `${field}: ${code}`),
    );
  expect(await faults([inspected('2020-03-01', 'N', 'compliance')])).toEqual(['unit: oversight.unit-not-there']);
  expect(await faults([memberInspected('2018-03-01', 'An', 'compliance')])).toEqual(['person: oversight.never-member']);
});

describe('verify', () => {
  const audit = () => world.read(({ db }) => runAudits([coverageAudit], db, world.journal.rulebook));

  test('finds that the facts bear out the journal, and that covered and not covered make up the roster', async () => {
    expect(await verifyFacts(world.journal)).toEqual([]);
    expect(await audit()).toEqual([]);
  });

  test('tells, with the numbers, when they do not', async () => {
    // Somebody takes a unit off the roster of a year in which it was inspected.
    await world.tamper(`update unit_kind k set valid = daterange('2022-01-01', null)
      from unit_code c where c.unit_id = k.unit_id and c.code = 'B.1'`);
    expect(await audit()).toMatchObject([
      {
        audit: 'oversight-coverage',
        level: 'fault',
        message: 'Of 6 units from 2021-01-01 to 2021-12-31, 2 are covered and 5 are not: 2 + 5 is not 6.',
      },
    ]);
  });
});
