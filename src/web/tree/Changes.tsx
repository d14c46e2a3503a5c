import { useEffect, useEffectEvent, useState } from 'react';
import { readTreeChanges, type TreeAnswer } from '#/domain/units/tree-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { WrongLine } from '#/platform/ui/states.tsx';
import { writeDay, writeNumber } from '#/platform/ui/written.ts';
import { useAsk } from '../ask.ts';
import { useGoTo, usePlace } from '../place.ts';
import { ChangeList } from './ChangeList.tsx';
import { ChangeSlider } from './ChangeSlider.tsx';
import { ChangeSpan } from './ChangeSpan.tsx';
import styles from './Changes.module.css';
import { useChangeText } from './change-texts.ts';
import { useTreeSearch } from './tree-search.ts';

/** How long a day stands before the next is played. */
const beat = 1400;

interface ChangesProps {
  tree: TreeAnswer;
  /** The tree in sight is that of the day before: the next is on its way. */
  isBehind: boolean;
}

/** What changed between two days: a handle walks the days, or plays them; beneath, what happened on the day. */
export function Changes({ tree, isBehind }: ChangesProps) {
  const say = useChangeText();
  const { language } = useLanguage();
  const { unit, tenant, known, day } = usePlace();
  const [{ since = `${tree.on.slice(0, 4)}-01-01`, until = tree.on }] = useTreeSearch();
  const goTo = useGoTo();
  const asked = { unit: unit ?? '', tenant, from: since, to: until, knownAt: known ?? undefined, limit: 0 };
  const { data, error } = useAsk(readTreeChanges, since <= until ? asked : null);
  const days = data?.days ?? [];
  const stops = [since, ...days.map(({ on }) => on).filter((on) => on !== since)];
  const here = Math.max(
    0,
    stops.findLastIndex((on) => on <= day),
  );
  const go = (at: number) => goTo({ on: stops[at] }, { replace: true });
  const [isPlaying, play] = usePlay(here, stops.length - 1, isBehind, go);
  const count = days.reduce((sum, one) => sum + one.count, 0);
  return (
    <section className={`${styles.part} not-printed`} aria-label={say('title')}>
      <div className={styles.head}>
        <ChangeSpan key={`${since} ${until}`} since={since} until={until} />
        <p role="status" className={styles.sum}>
          {data === undefined
            ? ''
            : count === 0
              ? say('quiet', { since: writeDay(since), until: writeDay(until) })
              : say('days', { days: writeNumber(days.length, language), count: writeNumber(count, language) })}
        </p>
      </div>
      {error === null ? null : <WrongLine error={error} />}
      {count === 0 ? null : (
        <>
          <ChangeSlider stops={stops} days={days} here={here} go={go} isPlaying={isPlaying} play={play} />
          <ChangeList day={stops[here] ?? day} />
        </>
      )}
    </section>
  );
}

/** Goes on by itself, each time once the tree of the day has come; stops at the last. */
function usePlay(here: number, last: number, isBehind: boolean, go: (at: number) => void) {
  const [isPlaying, setPlaying] = useState(false);
  const step = useEffectEvent(() => {
    if (here < last) go(here + 1);
    else setPlaying(false);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each stop has its own beat
  useEffect(() => {
    if (!isPlaying || isBehind) return;
    const timer = setTimeout(() => step(), beat);
    return () => clearTimeout(timer);
  }, [isPlaying, isBehind, here]);
  const play = (isOn: boolean) => {
    setPlaying(isOn);
    if (isOn && here >= last) go(0);
  };
  return [isPlaying, play] as const;
}
