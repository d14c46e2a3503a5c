import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleFile } from '#/cli/docs/sample-file.ts';
import type { Rehearsed } from '#/kernel/journal/rehearse-contract.ts';
import { uuidv7 } from '#/platform/ids.ts';
import { type ImportServer, importServer, type Refusal } from '#test/imports.ts';

let at: ImportServer;
const rehearse = <T = Rehearsed>(acts: object[], more = {}) =>
  at.send<T>('POST', '/api/acts/rehearse', { acts, ...more });

beforeAll(async () => {
  at = await importServer();
  await at.installation.addTenant({ code: 'A', name: 'Đảng bộ tỉnh A' });
  await at.send('POST', '/api/acts', { acts: sampleFile });
});
afterAll(() => at.close());

const paper = { issuer: 'Huyện ủy H', number: '9-QĐ/HU', issuedOn: '2024-05-04' };
const admitted = (born = '1998-02-03', more = {}) => ({
  id: uuidv7(),
  kind: 'member.admitted',
  effectiveOn: '2024-05-19',
  paper,
  person: { code: 'P9', name: 'Đỗ Văn Thêm', born, sex: 'male', citizenId: '001098000001' },
  cell: 'A.H.01.1',
  ...more,
});

test('a rehearsal tells whom an act changes and which figures it moves, and leaves nothing', async () => {
  const before = await at.facts();
  const told = await rehearse([admitted()]);
  expect(told).toMatchObject({ isPossible: true, problems: [] });
  const [person, ...others] = told.effects.persons;
  expect(others).toEqual([]);
  expect(person?.name).toBe('Đỗ Văn Thêm');
  expect(person?.before).toEqual([]);
  expect(person?.after.map(({ words }) => words.vi)).toContain('Sinh hoạt tại Chi bộ thôn Một (dự bị) từ 19/05/2024');
  const admissions = told.figures.filter(({ figure }) => figure === 'admissions');
  expect(admissions.map(({ unit, from, to, before, after }) => [unit.code, from, to, before, after])).toEqual([
    ['A.H', '2024-01-01', '2024-12-31', 0, 1],
    ['A.H.01.1', '2024-01-01', '2024-12-31', 0, 1],
  ]);
  expect(told.figures.find(({ figure }) => figure === 'official-members')).toBeUndefined();
  expect(JSON.stringify(told)).not.toContain('001098000001');
  expect(await at.facts()).toEqual(before);
});

test('what is wrong stands at its field, with the instrument of a rule and in both languages', async () => {
  const young = await rehearse([admitted('2010-02-03')]);
  expect(young).toMatchObject({ isPossible: false, effects: { persons: [] }, figures: [] });
  expect(young.problems).toMatchObject([{ act: 0, field: 'person.born', code: 'rule.admission.age.min' }]);
  expect(young.problems[0]?.rule).toMatch(/\d{4}/);
  expect(young.problems[0]?.message.vi).not.toBe(young.problems[0]?.message.en);
  const formless = await rehearse([admitted(), { kind: 'member.died' }]);
  expect(formless.problems.map(({ act, field, code }) => [act, field, code])).toContainEqual([
    1,
    'effectiveOn',
    'field.missing',
  ]);
  const taken = await rehearse([admitted('1998-02-03', { person: { code: 'P1', name: 'Trùng Mã', born: '1990' } })]);
  expect(taken.problems).toMatchObject([{ code: 'code.duplicate' }]);
});

test('a withdrawal tells what falls away, and a correction that says the same changes nothing', async () => {
  const { acts } = await at.send<{ acts: string[] }>('POST', '/api/acts', { acts: [admitted()] });
  const before = await at.facts();
  const withdrawal = { kind: 'act.withdrawn', effectiveOn: '2026-11-30', withdraws: acts[0], reason: 'ghi nhầm' };
  const gone = await rehearse([withdrawal]);
  expect(gone.effects.persons[0]).toMatchObject({ name: 'Đỗ Văn Thêm', after: [] });
  expect(gone.figures).toContainEqual(
    expect.objectContaining({ figure: 'admissions', before: 1, after: 0, to: '2024-12-31' }),
  );
  const corrected = { ...admitted('1998-02-04'), person: { ...admitted().person, born: '1998-02-04' } };
  const again = await rehearse([withdrawal, corrected]);
  expect(again).toMatchObject({ isPossible: true, problems: [] });
  expect(again.figures).toEqual([]);
  expect(await at.facts()).toEqual(before);
});

test('whoever sees a part of the tree rehearses there only', async () => {
  const person = { code: 'P10', name: 'Đỗ Văn Khác', born: '1998-02-03', sex: 'male' };
  const elsewhere = admitted('1998-02-03', { person, cell: 'A.H.01.2' });
  const outside = await rehearse<Refusal>([elsewhere], { scope: 'A.H.01.1' });
  expect(outside).toMatchObject({ status: 404, code: 'scope.outside' });
  expect(await rehearse([admitted('1998-02-03', { person })], { scope: 'A.H.01.1' })).toMatchObject({
    isPossible: true,
  });
});
