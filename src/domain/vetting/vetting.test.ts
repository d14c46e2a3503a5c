import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { askFigure } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';
import { conclusions } from './contract.ts';

const act = (effectiveOn: string, kind: string, fields: object): ActInput => ({
  kind,
  effectiveOn,
  paper: { issuer: 'Huyện ủy A', number: '9-KL/HU', issuedOn: effectiveOn },
  ...fields,
});
const unit = (code: string, kind: string, parent?: string) =>
  act('2010-01-01', 'unit.established', { unit: { code, name: `Chi bộ ${code}`, kind, parent } });
const admitted = (code: string, on = '2022-05-19') =>
  act(on, 'member.admitted', { person: { code, name: `Đỗ Văn ${code}`, born: '1998-01-01' }, cell: 'H.1' });
const verified = (on: string, person: string, ...days: string[]) =>
  act(on, 'background.verified', { person, confirmations: days.map((day) => ({ by: 'Đảng ủy xã B', on: day })) });
const concluded = (on: string, person: string, occasion: string, more: object = {}) =>
  act(on, 'vetting.concluded', { person, occasion, conclusion: 'meets', ...more });
const by = (body: string) => ({ actor: { unit: 'H', body } });

let world: World;
beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('T', 'provincial'),
    unit('H', 'district', 'T'),
    unit('H.1', 'grassroots-cell', 'H'),
    ...['An', 'Ba', 'Ca'].map((code) => admitted(code)),
  ]);
  await world.post([
    verified('2022-06-01', 'An', '2022-03-01', '2022-04-02'),
    concluded('2022-07-01', 'An', 'planning'),
    concluded('2022-08-01', 'An', 'appointment', { conclusion: 'fails' }),
    concluded('2022-08-01', 'Ba', 'planning', { conclusion: 'defer' }),
  ]);
});
afterAll(() => world?.close());

async function refused(one: ActInput): Promise<string[]> {
  return world.post([one]).then(
    () => [],
    (problem) => problem.fields.map(({ code, field }: { code: string; field: string }) => `${field}: ${code}`),
  );
}
const warned = async (one: ActInput) =>
  (await world.post([one])).warnings.map(({ code, field }) => `${field}: ${code}`);
const count = async (name: string, args: Record<string, string> = {}) => {
  const asked = { from: '2022-01-01', on: '2022-12-31', list: true, args };
  const { value, list } = await askFigure(world, name, 'T', asked);
  return { value, names: (list as { label: string }[]).map(({ label }) => label).toSorted() };
};

describe('a conclusion', () => {
  test('stands encrypted in the vault alone: neither facts nor the journal hold it', async () => {
    const kept = await world.read(async ({ client }) => {
      const body = await client.query(`select body from act where kind = 'vetting.concluded'`);
      const facts = await client.query('select * from vetting');
      const values = await client.query(`select field, cipher from sensitive_value where field = 'vetting'`);
      return { open: JSON.stringify([body.rows, facts.rows]), values: values.rows };
    });
    expect(kept.values).toHaveLength(3);
    expect(kept.open).not.toMatch(new RegExp(`"(${conclusions.join('|')})"`));
    // Otherwise a copy of the database would tell them apart without the key.
    expect(new Set(kept.values.map(({ cipher }) => cipher.length)).size).toBe(1);
  });

  test('is one of the list; what else somebody would write has no field', async () => {
    expect(await refused(concluded('2023-01-01', 'Ca', 'other', { conclusion: 'lập trường dao động' }))).toEqual([
      'conclusion: field.invalid',
    ]);
    expect(await refused(concluded('2023-01-01', 'Ca', 'other', { remark: 'x' }))).toEqual(['remark: field.unknown']);
    expect(await refused(concluded('2023-01-01', 'Ca', 'gossip'))).toEqual(['occasion: field.invalid']);
  });
});

test('of somebody who is not a member yet nothing is kept', async () => {
  expect(await refused(verified('2022-05-18', 'An', '2022-03-01'))).toEqual(['person: member.not-a-member']);
  expect(await refused(concluded('2022-05-18', 'An', 'admission'))).toEqual(['person: member.not-a-member']);
});

test('what confirms a background happened by the day on which it was closed', async () => {
  expect(await refused(verified('2022-06-01', 'Ca', '2022-03-01', '2022-06-02'))).toEqual([
    'confirmations[1].on: vetting.confirmed-later',
  ]);
});

describe('the rules warn', () => {
  test('a background is verified before the admission (01-HD/TW, 28/9/2021)', async () => {
    expect(await warned(verified('2022-06-02', 'Ba', '2022-05-19'))).toEqual([]);
    expect(await warned(verified('2022-06-02', 'Ca', '2022-03-01', '2022-05-20'))).toEqual([
      'confirmations[1].on: rule.background.before-admission',
    ]);
  });

  test('a committee or its department concludes (58-QĐ/TW, 8/2/2022)', async () => {
    expect(await warned(concluded('2023-02-01', 'Ca', 'planning', by('standing-committee')))).toEqual([]);
    expect(await warned(concluded('2023-02-02', 'Ca', 'planning', by('inspection-commission')))).toEqual([
      'actor.body: rule.vetting.acting-bodies',
    ]);
  });
});

describe('figures', () => {
  test('count how often and for what people were vetted, where they stood on the day', async () => {
    expect(await count('vettings-concluded')).toEqual({ value: 3, names: ['Đỗ Văn An', 'Đỗ Văn An', 'Đỗ Văn Ba'] });
    expect(await count('vettings-concluded', { occasion: 'planning' })).toMatchObject({ value: 2 });
    expect(await count('people-vetted')).toEqual({ value: 2, names: ['Đỗ Văn An', 'Đỗ Văn Ba'] });
    expect(await count('people-vetted', { occasion: 'appointment' })).toEqual({ value: 1, names: ['Đỗ Văn An'] });
    expect((await count('background-verifications')).names).toContain('Đỗ Văn An');
  });

  test('take no conclusion as an argument', async () => {
    await expect(count('people-vetted', { conclusion: 'fails' })).rejects.toMatchObject({ code: 'figure.args' });
  });
});
