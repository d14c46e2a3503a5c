import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { addDays, daysBetween } from '#/platform/day.ts';
import { askFigure } from '#test/ask.ts';
import { testWorld } from '#test/world.ts';

interface Spell {
  post: string;
  from: string;
  to: string | null;
}

const act = (kind: string, effectiveOn: string, more: object): ActInput => ({
  kind,
  effectiveOn,
  paper: { issuer: 'Huyện ủy Thử', number: '7-QĐ/HU', issuedOn: effectiveOn },
  ...more,
});
const seat = { person: 'An', unit: 'C' };

const step = fc.record({
  wait: fc.integer({ min: 1, max: 400 }),
  end: fc.boolean(),
  post: fc.constantFrom('secretary', 'committee-member'),
  term: fc.constantFrom('2015-2020', '2020-2025', '2025-2030'),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** The acts of one person, and the spells that they mean, worked out without the program. */
function play(steps: readonly Step[]): { acts: ActInput[]; spells: Spell[]; last: string } {
  const open = new Map<string, { since: string; term: string }>();
  const spells: Spell[] = [];
  const acts: ActInput[] = [];
  let day = '2018-01-01';
  for (const { wait, end, post, term } of steps) {
    day = addDays(day, wait);
    const held = open.get(post);
    if (end ? held === undefined : held?.term === term) continue;
    if (held !== undefined) spells.push({ post, from: held.since, to: day });
    open.delete(post);
    if (!end) open.set(post, { since: day, term });
    acts.push(
      end
        ? act('post.left', day, { ...seat, post, reason: 'other' })
        : act('post.assumed', day, { ...seat, post, how: 'elected', term }),
    );
  }
  for (const [post, { since }] of open) spells.push({ post, from: since, to: null });
  return { acts, spells, last: day };
}

const founding = [
  act('unit.established', '2015-01-01', { unit: { code: 'H', name: 'Huyện', kind: 'district' } }),
  act('unit.established', '2015-01-01', {
    unit: { code: 'C', name: 'Chi bộ C', kind: 'grassroots-cell', parent: 'H' },
  }),
  act('member.registered', '2016-01-01', {
    person: { code: 'An', name: 'Trần An' },
    cell: 'C',
    status: 'official',
  }),
];

const journal = fc
  .array(step, { minLength: 1, maxLength: 8 })
  .map(play)
  .chain(({ acts, ...rest }) =>
    fc.shuffledSubarray(acts, { minLength: acts.length }).map((shuffled) => ({ ...rest, shuffled })),
  );

test('in whatever order they stand in the file, posts are held on the days that the acts say', async () => {
  await fc.assert(
    fc.asyncProperty(journal, async ({ shuffled, spells, last }) => {
      const world = await testWorld();
      try {
        await world.post(founding);
        await world.post(shuffled);
        const { rows } = await world.read(({ client }) => client.query('select post, valid from post'));
        const said = rows.map((row) => `${row.post} ${row.valid}`).toSorted();
        expect(said).toEqual(spells.map(({ post, from, to }) => `${post} [${from},${to ?? ''})`).toSorted());
        for (let at = 0; at <= daysBetween('2018-01-01', last); at += 97) {
          const on = addDays('2018-01-01', at);
          const held = spells.filter(({ from, to }) => from <= on && (to === null || on < to)).length;
          expect((await askFigure(world, 'posts-held', 'H', { on })).value).toBe(held);
        }
      } finally {
        await world.close();
      }
    }),
    { numRuns: 6 },
  );
});
