import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { testWorld, type World } from '#test/world.ts';

const act = (effectiveOn: string, kind: string, fields: Record<string, unknown>): ActInput => ({
  kind,
  effectiveOn,
  paper: { issuer: 'Huyện ủy A', number: '9-QĐ/HU', issuedOn: effectiveOn },
  ...fields,
});
const unit = (code: string, kind: string, parent?: string) =>
  act('2015-01-01', 'unit.established', { unit: { code, name: `Đảng bộ ${code}`, kind, parent } });
const member = (code: string, status = 'official') =>
  act('2019-01-01', 'member.registered', { person: { code, name: `Lê Văn ${code}` }, cell: 'B.1', status });

let world: World;
beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('T', 'provincial'),
    unit('H', 'district', 'T'),
    unit('B', 'grassroots-body', 'H'),
    unit('B.1', 'cell', 'B'),
    ...['An', 'Ba', 'Ca', 'Da'].map((code) => member(code)),
    member('Du', 'probationary'),
    act('2020-06-01', 'post.assumed', { person: 'An', unit: 'B', post: 'secretary', how: 'elected' }),
    act('2023-03-03', 'post.left', { person: 'An', unit: 'B', post: 'secretary', reason: 'removed' }),
    act('2023-01-01', 'member.died', { person: 'Da' }),
  ]);
});
afterAll(() => world?.close());

async function broken(one: ActInput): Promise<{ refused: string[]; warned: string[] }> {
  const codes = (list: { field?: string; code: string }[] = []) => list.map(({ field, code }) => `${field}: ${code}`);
  return world.post([one]).then(
    ({ warnings }) => ({ refused: [], warned: codes(warnings) }),
    (problem) => ({ refused: codes(problem.fields), warned: [] }),
  );
}

const superior = { actor: { unit: 'H', body: 'standing-committee' } };
const cell = { actor: { unit: 'B.1', body: 'cell' } };
const disciplined = (person: string, form: string, on: string, more: Record<string, unknown> = superior) =>
  act(on, 'member.disciplined', { person, form, content: ['responsibility'], ...more });
const unitDisciplined = (form: string, more: Record<string, unknown>) =>
  act('2025-10-10', 'unit.disciplined', { unit: 'B', form, content: ['unity'], ...more });
const fine = { refused: [], warned: [] };
const refused = (...codes: string[]) => ({ refused: codes, warned: [] });
const warned = (...codes: string[]) => ({ refused: [], warned: codes });

describe('forms (69-QĐ/TW, 6/7/2022, Đ.7)', () => {
  test('of a probationary member are reprimand and warning; before that instrument it is warned', async () => {
    expect(await broken(disciplined('Du', 'warning', '2023-05-05'))).toEqual(fine);
    expect(await broken(disciplined('Du', 'expulsion', '2023-05-05'))).toEqual(
      refused('form: rule.discipline.forms.probationary'),
    );
    expect(await broken(disciplined('Du', 'expulsion', '2020-05-05'))).toEqual(
      warned('form: rule.discipline.forms.probationary'),
    );
  });

  test('removal is from a post held that day, or until that day', async () => {
    expect(await broken(disciplined('An', 'removal-from-post', '2023-03-03'))).toEqual(fine);
    expect(await broken(disciplined('An', 'removal-from-post', '2023-03-04'))).toEqual(
      warned('form: rule.discipline.removal.needs-post'),
    );
  });

  test('whoever has died is disciplined only for what is particularly serious', async () => {
    expect(await broken(disciplined('Da', 'warning', '2023-03-04'))).toEqual(
      warned('person: rule.discipline.deceased'),
    );
    expect(await broken(disciplined('Da', 'warning', '2022-12-31'))).toEqual(fine);
  });
});

describe('time bars', () => {
  const of = (form: string, violatedOn: string) =>
    broken(disciplined('Ba', form, '2023-06-15', { ...superior, violatedOn }));

  test('are 5 years for a reprimand, 10 for a warning, none for an expulsion; known to the year, the whole year counts', async () => {
    const barred = warned('violatedOn: rule.discipline.time-bar.member');
    expect(await of('reprimand', '2018-06-14')).toEqual(barred);
    expect(await of('reprimand', '2018-06-15')).toEqual(fine);
    expect(await of('reprimand', '2018')).toEqual(fine);
    expect(await of('reprimand', '2017')).toEqual(barred);
    expect(await of('warning', '2013-06')).toEqual(fine);
    expect(await of('warning', '2013-05')).toEqual(barred);
    expect(await of('expulsion', '1990')).toEqual(fine);
  });

  test('hold for organisations too (dissolution has none)', async () => {
    const unitOf = (form: string) => broken(unitDisciplined(form, { ...superior, violatedOn: '2019' }));
    expect(await unitOf('reprimand')).toEqual(warned('violatedOn: rule.discipline.time-bar.unit'));
    expect(await unitOf('warning')).toEqual(fine);
    expect(await unitOf('dissolution')).toEqual(fine);
  });
});

describe('who decides (296-QĐ/TW, 30/5/2025, Đ.10 and Đ.11)', () => {
  test('a cell reprimands and warns its members, and proposes the rest; its committee decides nothing', async () => {
    expect(await broken(disciplined('Ca', 'reprimand', '2025-10-10', cell))).toEqual(fine);
    expect(await broken(disciplined('Ca', 'expulsion', '2025-10-10', cell))).toEqual(
      refused('actor.body: rule.discipline.cell-forms'),
    );
    expect(await broken(disciplined('Ca', 'expulsion', '2022-10-10', cell))).toEqual(
      warned('actor.body: rule.discipline.cell-forms'),
    );
    const chiUy = { actor: { unit: 'B.1', body: 'cell-committee' } };
    expect(await broken(disciplined('Ca', 'reprimand', '2025-10-11', chiUy))).toEqual(
      warned('actor.body: rule.discipline.acting-bodies'),
    );
  });

  test('an organisation is reprimanded or warned by the committee or standing committee directly above it', async () => {
    expect(await broken(unitDisciplined('reprimand', superior))).toEqual(fine);
    expect(await broken(unitDisciplined('reprimand', { actor: { unit: 'T', body: 'committee' } }))).toEqual(
      warned('actor.unit: rule.discipline.unit.direct-superior'),
    );
    expect(await broken(unitDisciplined('warning', { actor: { unit: 'H', body: 'inspection-commission' } }))).toEqual(
      warned('actor.body: rule.discipline.unit.direct-superior'),
    );
    expect(await broken(unitDisciplined('dissolution', { actor: { unit: 'T', body: 'committee' } }))).toEqual(fine);
  });
});

test('contents stand once each, and what ends for good has no last day', async () => {
  const twice = { ...superior, content: ['land', 'land'] };
  expect((await broken(disciplined('Ca', 'warning', '2023-01-05', twice))).refused).toHaveLength(1);
  const until = { ...superior, until: '2024-01-05' };
  expect((await broken(disciplined('Ca', 'expulsion', '2023-01-05', until))).refused).toEqual([
    expect.stringContaining('until'),
  ]);
});
