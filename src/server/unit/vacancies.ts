import type { Post } from '#/domain/posts/contract.ts';
import type { Holder, Vacancy } from '#/domain/units/page-contract.ts';
import { addDays } from '#/platform/day.ts';

interface Needed {
  post: Post;
  /** Who fills it: of deputies any. */
  filledBy: readonly Post[];
  /** Whether the register knows enough of the unit to miss somebody. */
  isMissed: (now: readonly Holder[], all: readonly Holder[]) => boolean;
}

const isOf =
  (...of: readonly Post[]) =>
  ({ post }: Holder) =>
    (of as readonly string[]).includes(post);

const secretaries: readonly Post[] = ['secretary'];
const deputies: readonly Post[] = ['standing-deputy-secretary', 'deputy-secretary'];
const members: readonly Post[] = ['standing-committee-member', 'committee-member'];

const needed: readonly Needed[] = [
  {
    post: 'secretary',
    filledBy: secretaries,
    isMissed: (_, all) => all.some(isOf(...secretaries, ...deputies, ...members)),
  },
  {
    // A small cell elects a secretary alone: a deputy is missed where one was, or where a committee was elected.
    post: 'deputy-secretary',
    filledBy: deputies,
    isMissed: (now, all) => {
      const elected = now.filter((one) => one.how === 'elected' && isOf(...members)(one));
      const terms = new Set(now.map(({ term }) => term));
      const left = all.filter((one) => isOf(...deputies)(one) && one.term !== null && terms.has(one.term));
      return elected.length > 0 || left.length > 0;
    },
  },
  {
    post: 'commission-head',
    filledBy: ['commission-head'],
    isMissed: (now) => now.some(isOf('commission-deputy-head', 'commission-member')),
  },
];

/** Posts that nobody holds on the day, as far as the register knows that there should be somebody. */
export function vacanciesOf(now: readonly Holder[], before: readonly Holder[]): Vacancy[] {
  const all = [...now, ...before];
  return needed
    .filter(({ filledBy, isMissed }) => !now.some(isOf(...filledBy)) && isMissed(now, all))
    .map(({ post, filledBy }) => {
      const last = before
        .filter(isOf(...filledBy))
        .toSorted((a, b) => ((a.to ?? '') < (b.to ?? '') ? -1 : 1))
        .at(-1);
      return { post, since: last?.to == null ? null : addDays(last.to, 1) };
    });
}
