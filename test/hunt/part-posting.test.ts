import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAudits } from '#/kernel/audit.ts';
import { post } from '#/kernel/journal/post.ts';
import type { World } from '../world.ts';
import { act, movedCell, told } from './moved-cell.ts';

let world: World;
let paths: Map<string, string>;
beforeAll(async () => {
  ({ world, paths } = await movedCell());
});
afterAll(() => world?.close());

describe('who records for a part of the tree', () => {
  const poster = (code: string) => ({ actor: 'office', scope: paths.get(code), source: { via: 'api' } }) as const;

  it.each([
    [
      'a petition settled long ago',
      act('2020-06-01', 'petition.settled', { unit: 'C', code: 'DT-KIN-7', outcome: 'filed' }),
    ],
    [
      'a petition nobody received',
      act('2020-06-01', 'petition.settled', { unit: 'C', code: 'none', outcome: 'filed' }),
    ],
    [
      'a post that is held',
      act('2020-06-01', 'post.left', { person: 'K', unit: 'C', post: 'secretary', reason: 'other' }),
    ],
    [
      'a post that is not',
      act('2020-06-01', 'post.left', { person: 'K', unit: 'C', post: 'commission-head', reason: 'other' }),
    ],
  ])('learns nothing of another part by trying: %s', async (_, input) => {
    await expect(post(world.journal, poster('E'), [input])).rejects.toMatchObject({
      code: 'scope.outside',
      fields: [],
    });
  });

  it('still learns what is wrong with what lies in it', async () => {
    const left = act('2020-06-01', 'post.left', { person: 'An', unit: 'E', post: 'secretary', reason: 'other' });
    await expect(post(world.journal, poster('E'), [left])).rejects.toMatchObject({ code: 'post.not-held' });
    const fresh = act('2020-06-01', 'member.admitted', {
      person: { code: 'Moi', name: 'Lý Mới', born: '1999' },
      cell: 'E',
    });
    const removed = act('2020-01-01', 'member.recognised', { person: 'Moi' });
    const refused = await post(world.journal, poster('E'), [fresh, removed]).catch((error) => error.code);
    expect(refused).not.toBe('scope.outside');
  });

  it('brings no stranger into sight by naming the own unit beside one', async () => {
    const drawn = [
      act('2022-01-01', 'post.assumed', { person: 'K', unit: 'E', post: 'committee-member', how: 'designated' }),
      act('2022-01-01', 'member.transferred', { person: 'K', to: 'E' }),
      act('2022-01-01', 'member.temporarilyTransferred', { person: 'K', host: 'E' }),
    ];
    for (const input of drawn)
      await expect(post(world.journal, poster('E'), [input])).rejects.toMatchObject({ code: 'scope.outside' });
    // Giving one's own member away is one's own business.
    const given = act('2022-01-01', 'member.transferred', { person: 'Ha', to: 'E' });
    expect(await post(world.journal, poster('F'), [given])).toMatchObject({ added: 1 });
  });

  it('is not told by a warning who holds a post elsewhere', async () => {
    const second = act('2022-06-01', 'post.assumed', {
      person: 'Ha',
      unit: 'C',
      post: 'secretary',
      how: 'appointed',
      term: '2020-2025',
    });
    const { warnings } = await post(world.journal, poster('F'), [second]);
    expect(warnings.map(({ code }) => code)).toContain('rule.post.only-one');
    expect(told(JSON.stringify(warnings))).toEqual([]);
  });
});

it('audits tell of people by their codes: what verify prints is kept in logs', async () => {
  await world.post([act('2023-01-01', 'member.transferred', { person: 'K', to: 'F' })]);
  const found = await world.read(({ db }) => runAudits(world.journal.register.audits, db, world.journal.rulebook));
  expect(found.map(({ audit }) => audit)).toContain('posts-in-cells-left');
  expect(told(JSON.stringify(found))).toEqual([]);
});
