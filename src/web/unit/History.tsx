import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type HistoryGroup, historyGroups, readUnitHistory, type UnitHead } from '#/domain/units/page-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Choices } from '#/platform/ui/Choices.tsx';
import { useNarrow } from '#/platform/ui/narrow.ts';
import { Select } from '#/platform/ui/Select.tsx';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { writeNumber } from '#/platform/ui/written.ts';
import { ask } from '../ask.ts';
import { useHistoryText } from './history-texts.ts';
import styles from './Parts.module.css';
import { Timeline } from './Timeline.tsx';
import { UnitLink } from './UnitLink.tsx';
import { type AskedUnit, useUnitSearch } from './use-unit.ts';

type Which = HistoryGroup | 'all';

/** Everything that was decided about the unit, the latest first; and the way to what it came out of. */
export function History({ head, asked }: { head: UnitHead; asked: AskedUnit }) {
  const say = useHistoryText();
  const { search, goTo } = useUnitSearch();
  const group = historyGroups.find((one) => one === search.group);
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = useHistory(asked, group);
  const counts = data?.pages[0]?.counts ?? {};
  const lines = data?.pages.flatMap((page) => page.lines) ?? [];
  return (
    <section className={styles.block}>
      <Which counts={counts} shown={group ?? 'all'} show={(one) => goTo({ group: one === 'all' ? undefined : one })} />
      {error !== null ? (
        <Wrong error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting lines={12} />
      ) : lines.length === 0 ? (
        <p className={styles.none}>{say('empty')}</p>
      ) : (
        <Timeline lines={lines} />
      )}
      {hasNextPage ? (
        <Button className="not-printed" loading={isFetching} onClick={() => void fetchNextPage()}>
          {say('more')}
        </Button>
      ) : null}
      {head.predecessors.length === 0 || hasNextPage ? null : <Earlier head={head} />}
    </section>
  );
}

function useHistory(asked: AskedUnit, group: HistoryGroup | undefined) {
  return useInfiniteQuery({
    queryKey: [readUnitHistory.path, asked, group],
    queryFn: ({ signal, pageParam }) => ask(readUnitHistory, { ...asked, group, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

function Which({ counts, shown, show }: { counts: Record<string, number>; shown: Which; show: (one: Which) => void }) {
  const say = useHistoryText();
  const { language } = useLanguage();
  const isNarrow = useNarrow();
  const there = historyGroups.filter((group) => (counts[group] ?? 0) > 0);
  if (there.length < 2 && shown === 'all') return null;
  const all = historyGroups.reduce((sum, group) => sum + (group === 'below' ? 0 : (counts[group] ?? 0)), 0);
  const label = (text: string, count: number) => `${text} ${writeNumber(count, language)}`;
  const choices = [
    { value: 'all' as Which, label: label(say('all'), all) },
    ...there.map((group) => ({ value: group as Which, label: label(say(group), counts[group] ?? 0) })),
  ];
  return (
    <div className={`${styles.tools} not-printed`}>
      {isNarrow ? (
        <Select label={say('which')} value={shown} options={choices} choose={(one) => show(one as Which)} />
      ) : (
        <Choices label={say('which')} value={shown} choose={show} choices={choices} />
      )}
    </div>
  );
}

function Earlier({ head }: { head: UnitHead }) {
  const say = useHistoryText();
  return (
    <div>
      <h2>{say('before')}</h2>
      <ul>
        {head.predecessors.map(({ code, name, on }) => (
          <li key={`${code} ${on}`}>
            <UnitLink code={code} on={on} part="history">
              {name}
            </UnitLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
