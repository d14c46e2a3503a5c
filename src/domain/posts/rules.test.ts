import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { derivedId } from '#/platform/ids.ts';
import { askFigure } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';

let world: World;
const act = (kind: string, effectiveOn: string, more: object): ActInput => ({
  kind,
  effectiveOn,
  paper: { issuer: 'Huyện ủy Thử', number: '7-QĐ/HU', issuedOn: effectiveOn },
  ...more,
});
const cell = (code: string) =>
  act('unit.established', '2015-01-01', {
    unit: { code, name: `Chi bộ ${code}`, kind: 'grassroots-cell', parent: 'H' },
  });
const member = (code: string, at: string, more: object = {}) =>
  act('member.registered', '2016-01-01', {
    person: { code, name: `Trần ${code}` },
    cell: at,
    status: 'official',
    ...more,
  });
const assume = (day: string, person: string, unit: string, post: string, more: object = {}) =>
  act('post.assumed', day, { person, unit, post, how: 'elected', term: '2020-2025', ...more });

beforeAll(async () => {
  world = await testWorld();
  await world.post([
    act('unit.established', '2015-01-01', { unit: { code: 'H', name: 'Huyện', kind: 'district' } }),
    ...['C', 'D', 'E', 'F'].map(cell),
    ...['An', 'Ba', 'Ca', 'Da', 'Em', 'Gi', 'Ho', 'Ka', 'La'].map((code) => member(code, 'C')),
    member('Duc', 'D'),
    act('member.admitted', '2020-01-01', { person: { code: 'Moi', name: 'Trần Moi' }, cell: 'C' }),
    act('unit.established', '2025-07-01', {
      unit: { code: 'N', name: 'Chi bộ N', kind: 'grassroots-cell', parent: 'H' },
    }),
  ]);
});
afterAll(() => world.close());

const refusal = (acts: ActInput[]) =>
  world.post(acts).then(
    () => null,
    (error) => error.code as string,
  );
const warnings = async (...acts: ActInput[]) =>
  (await world.post(acts)).warnings.map(({ code, message }) => `${code}: ${message.split(' (')[0]}`);

test('a probationary member is not elected (Charter of 19/1/2011, article 3); a designation warns', async () => {
  expect(await refusal([assume('2020-06-01', 'Moi', 'C', 'committee-member')])).toBe('rule.post.official.elected');
  expect(await warnings(assume('2020-06-01', 'Moi', 'C', 'committee-member', { how: 'designated' }))).toEqual([
    'rule.post.official.other: The person is on probation on 2020-06-01.',
  ]);
  // An agency appoints its head by its own rules.
  expect(await warnings(assume('2020-06-01', 'Moi', 'C', 'agency-deputy-head', { how: 'appointed' }))).toEqual([]);
});

test('a second secretary of a unit warns, without a name, unless that one leaves on the day', async () => {
  expect(await warnings(assume('2020-06-01', 'An', 'C', 'secretary'))).toEqual([]);
  expect(await warnings(assume('2021-01-01', 'Ba', 'C', 'secretary'))).toEqual([
    'rule.post.only-one: Somebody else has been secretary here since 2020-06-01.',
  ]);
  const relieved = act('post.left', '2022-01-01', { person: 'Ba', unit: 'C', post: 'secretary', reason: 'relieved' });
  const before = act('post.left', '2022-01-01', { person: 'An', unit: 'C', post: 'secretary', reason: 'moved' });
  expect(await warnings(relieved, before, assume('2022-01-01', 'Ca', 'C', 'secretary'))).toEqual([]);
});

test('a party post of a cell is held by its members; who is not a member holds none; a unit must be there', async () => {
  expect(await warnings(assume('2020-06-01', 'Duc', 'E', 'deputy-secretary'))).toEqual([
    'rule.post.own-cell: The person does not stand in this cell on 2020-06-01.',
  ]);
  expect(await refusal([assume('2015-06-01', 'An', 'C', 'deputy-secretary')])).toBe('member.not-a-member');
  expect(await refusal([assume('2025-06-30', 'An', 'N', 'agency-head', { how: 'appointed' })])).toBe(
    'post.unit-not-there',
  );
});

test('a post is taken once a term, ratified once, and left only by who holds it', async () => {
  expect(await refusal([assume('2022-06-01', 'Ca', 'C', 'secretary')])).toBe('post.held-already');
  const ratified = act('post.ratified', '2022-02-01', { person: 'Ca', unit: 'C', post: 'secretary' });
  await world.post([ratified]);
  expect(await refusal([{ ...ratified, effectiveOn: '2022-03-01' }])).toBe('post.ratified-already');
  expect(await refusal([{ ...ratified, person: 'Duc' }])).toBe('post.not-held');
  expect(
    await refusal([act('post.left', '2022-03-01', { person: 'Duc', unit: 'C', post: 'secretary', reason: 'other' })]),
  ).toBe('post.not-held');
  expect(await refusal([assume('2022-03-01', 'Ba', 'C', 'deputy-secretary', { heldSince: '2023' })])).toBe(
    'post.held-later',
  );
  expect(await refusal([assume('2022-03-01', 'Ba', 'C', 'deputy-secretary', { term: '2025-2020' })])).toBe(
    'field.invalid',
  );
});

test('a committee beyond its size warns (35-CT/TW, 30/5/2019)', async () => {
  const seats = ['An', 'Ba', 'Da', 'Em', 'Gi', 'Ho', 'Ka'].map((code) =>
    assume('2023-01-01', code, 'C', 'committee-member'),
  );
  // With Ca, the secretary, and the designated Moi they are nine; an eighth seat is one too many.
  expect(new Set(await warnings(...seats))).toEqual(
    new Set(['rule.post.committee-size: The committee has 9 members on 2023-01-01; at most 7.']),
  );
});

test('a unit that was merged has no posts any more; the successor has its own', async () => {
  await world.post([
    member('Hue', 'E'),
    member('Kim', 'F'),
    assume('2020-06-01', 'Hue', 'E', 'secretary'),
    assume('2020-06-01', 'Kim', 'F', 'secretary'),
    act('unit.merged', '2024-01-01', { units: ['E'], into: 'F' }),
  ]);
  const secretaries = async (on: string) =>
    (await askFigure(world, 'grassroots-secretaries', 'H', { on, list: true })).codes;
  expect(await secretaries('2023-12-31')).toEqual(['Ca', 'Hue', 'Kim']);
  expect(await secretaries('2024-01-01')).toEqual(['Ca', 'Kim']);
});

test('an act that a later one builds on is withdrawn only with it', async () => {
  const id = derivedId('test', 'assumed');
  const end = derivedId('test', 'left');
  await world.post([
    { ...assume('2020-06-01', 'La', 'C', 'commission-member'), id },
    {
      ...act('post.left', '2021-06-01', { person: 'La', unit: 'C', post: 'commission-member', reason: 'other' }),
      id: end,
    },
  ]);
  const held = async () =>
    (await askFigure(world, 'posts-held', 'C', { on: '2020-12-31', args: { post: 'commission-member' } })).value;
  expect(await held()).toBe(1);
  const withdraw = (withdraws: string) => act('act.withdrawn', '2026-07-01', { withdraws, reason: 'nhập nhầm' });
  expect(await refusal([withdraw(id)])).toBe('post.not-held');
  await world.post([withdraw(id), withdraw(end)]);
  expect(await held()).toBe(0);
});
