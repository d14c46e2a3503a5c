import { useQueries } from '@tanstack/react-query';
import { Button } from 'antd';
import { countMembers } from '#/domain/members/list-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Nothing } from '#/platform/ui/states.tsx';
import { writeNumber } from '#/platform/ui/written.ts';
import { ask } from '../ask.ts';
import { useChipText } from './chip-text.ts';
import { useFieldText } from './field-texts.ts';
import { inUse, without } from './filters.ts';
import { useMembersText } from './members-texts.ts';
import styles from './NobodyMatches.module.css';
import { type Change, type List, type Question, questionOf } from './use-list.ts';

interface Looser {
  label: string;
  question: Question;
  change: Change;
}

/** Nobody matches: which of the conditions has to go, and how many there are without it. */
export function NobodyMatches({ list, show }: { list: List; show: (change: Change) => void }) {
  const say = useMembersText();
  const { language } = useLanguage();
  const ways = useLooser(list);
  const counts = useQueries({
    queries: ways.map(({ question }) => ({
      queryKey: [countMembers.path, question],
      queryFn: ({ signal }: { signal: AbortSignal }) => ask(countMembers, question, signal),
    })),
  });
  const found = ways
    .map((way, at) => ({ ...way, total: counts[at]?.data?.total ?? 0 }))
    .filter(({ total }) => total > 0)
    .toSorted((a, b) => a.total - b.total);
  const isDone = counts.every(({ isPending }) => !isPending);
  return (
    <Nothing
      title={say('none')}
      actions={<Button onClick={() => show({ q: undefined, asked: {} })}>{say('clearAll')}</Button>}
    >
      {found.length > 0 ? <p>{say('noneWhat')}</p> : isDone ? <p>{say('noneAtAll')}</p> : null}
      <ul className={styles.ways}>
        {found.map(({ label, total, change }) => (
          <li key={label}>
            <button type="button" className={styles.way} onClick={() => show(change)}>
              <span>{label}</span>
              <strong>{say('total', { total: writeNumber(total, language) })}</strong>
            </button>
          </li>
        ))}
      </ul>
    </Nothing>
  );
}

/** The list without one of its conditions, for each of them. */
function useLooser(list: List): Looser[] {
  const say = useMembersText();
  const named = useFieldText();
  const write = useChipText();
  const { asked, search, place } = list;
  const filters = inUse(asked).map((filter) => {
    const others = without(asked, filter);
    return {
      label: say('loosen', { name: named(filter.name), value: write(filter, asked) }),
      question: questionOf(place, search.q, others),
      change: { asked: others },
    };
  });
  const { q } = search;
  if (q === undefined) return filters;
  const words = {
    label: say('loosenWords', { q }),
    question: questionOf(place, undefined, asked),
    change: { q: undefined },
  };
  return [words, ...filters];
}
