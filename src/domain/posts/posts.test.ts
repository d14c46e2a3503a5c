import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { testWorld, type World } from '#test/world.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());
const act = (kind: string, effectiveOn: string, more: object): ActInput => ({
  kind,
  effectiveOn,
  paper: { issuer: 'Huyện ủy Thử', number: '7-QĐ/HU', issuedOn: effectiveOn },
  ...more,
});

test('a', async () => {
  await world.post([
    act('unit.established', '2015-01-01', { unit: { code: 'H', name: 'H', kind: 'district' } }),
    act('unit.established', '2015-01-01', { unit: { code: 'C', name: 'C', kind: 'grassroots-cell', parent: 'H' } }),
    act('member.registered', '2016-01-01', { person: { code: 'An', name: 'Trần An' }, cell: 'C', status: 'official' }),
    act('post.assumed', '2017-01-01', {
      person: 'An',
      unit: 'C',
      post: 'secretary',
      how: 'elected',
      term: '2017-2020',
    }),
    act('post.assumed', '2020-01-01', {
      person: 'An',
      unit: 'C',
      post: 'secretary',
      how: 'elected',
      term: '2020-2025',
    }),
    act('post.ratified', '2020-01-01', { person: 'An', unit: 'C', post: 'secretary' }),
    act('member.died', '2021-02-03', { person: 'An' }),
  ]);
  const rows = await world.read(
    async ({ client }) =>
      (await client.query('select valid, term, ratified_on::text, left_as from post order by valid')).rows,
  );
  expect(rows).toEqual([
    { valid: '[2017-01-01,2020-01-01)', term: '2017-2020', ratified_on: null, left_as: 'term-ended' },
    { valid: '[2020-01-01,2021-02-03)', term: '2020-2025', ratified_on: '2020-01-01', left_as: null },
  ]);
});
