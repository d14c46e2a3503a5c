import { committeePosts, type Post, postLabels, posts } from '#/domain/posts/contract.ts';
import { type Holder, readUnitPosts } from '#/domain/units/page-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import { useAsk } from '../ask.ts';
import { HolderTable } from './HolderTable.tsx';
import styles from './Parts.module.css';
import { usePostsText } from './posts-texts.ts';
import type { AskedUnit } from './use-unit.ts';

const bodies = {
  committee: committeePosts,
  commission: ['commission-head', 'commission-deputy-head', 'commission-member'],
  agency: ['agency-head', 'agency-deputy-head'],
} as const satisfies Record<string, readonly Post[]>;

/** Committee, inspection commission and agency: who holds what on the day, and, folded, who did before. */
export function Posts({ asked }: { asked: AskedUnit }) {
  const say = usePostsText();
  const { language } = useLanguage();
  const { data, error, refetch } = useAsk(readUnitPosts, asked);
  if (error !== null) return <Wrong error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={10} />;
  const { now, before, vacant, seats } = data;
  if (now.length === 0 && before.length === 0) return <p className={styles.none}>{say('none')}</p>;
  const vacantWords = (post: string, since: string | null) => {
    const name = postLabels[post as Post][language].toLocaleLowerCase('vi');
    return since === null ? say('vacant', { post: name }) : say('vacantSince', { post: name, day: writeDay(since) });
  };
  return (
    <>
      {(Object.keys(bodies) as (keyof typeof bodies)[]).map((body) => {
        const isOf = ({ post }: Holder) => (bodies[body] as readonly string[]).includes(post);
        const [held, left] = [now.filter(isOf).toSorted(byRank), before.filter(isOf)];
        if (held.length === 0 && left.length === 0) return null;
        const count = new Set(held.map(({ person }) => person)).size;
        const missing = vacant.filter(({ post }) => (bodies[body] as readonly string[]).includes(post));
        return (
          <section key={body} className={styles.block}>
            <h2>{say(body)}</h2>
            <p className={styles.lead}>
              {body === 'committee' && seats !== null
                ? say('seats', { count, most: seats.most, rule: seats.rule })
                : say('people', { count })}
              {missing.map(({ post, since }) => (
                <strong key={post} className={styles.warn}>
                  {' '}
                  · {vacantWords(post, since)}
                </strong>
              ))}
            </p>
            {held.length === 0 ? null : <HolderTable label={say(body)} holders={held} />}
            <Before holders={left} label={say(body)} />
          </section>
        );
      })}
    </>
  );
}

function Before({ holders, label }: { holders: readonly Holder[]; label: string }) {
  const say = usePostsText();
  if (holders.length === 0) return null;
  const terms = Map.groupBy(holders, ({ term }) => term ?? '');
  return (
    <details className={styles.old}>
      <summary>{say('before', { count: holders.length })}</summary>
      {[...terms]
        .toSorted(([a], [b]) => (a < b ? 1 : -1))
        .map(([term, left]) => (
          <div key={term}>
            <h3>{term === '' ? say('withoutTerm') : `${say('term')} ${term.replace('-', '–')}`}</h3>
            <HolderTable label={`${label} ${term}`} holders={left.toSorted(byRank)} hasLeft />
          </div>
        ))}
    </details>
  );
}

/** The secretary first; of one post in the order of coming. */
function byRank(a: Holder, b: Holder): number {
  const rank = ({ post }: Holder) => (posts as readonly string[]).indexOf(post);
  return rank(a) - rank(b) || (a.from < b.from ? -1 : 1);
}
