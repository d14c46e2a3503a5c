import { Link } from '@tanstack/react-router';
import { readTreeChanges, type TreeChange } from '#/domain/units/tree-contract.ts';
import type { Day } from '#/platform/day.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeDay, writeNumber } from '#/platform/ui/written.ts';
import { keepPlace } from '../address.ts';
import { usePlace } from '../place.ts';
import { useAskKept } from './ask-kept.ts';
import styles from './Changes.module.css';
import { useChangeText } from './change-texts.ts';
import { useKindWord } from './KindMark.tsx';

/** So many changes of one day are read; a founding has thousands. */
const most = 100;

const events = [
  ...['established', 'renamed', 'recoded', 'retyped', 'upgraded', 'downgraded', 'moved', 'handed-over', 'split'],
  ...['split-off', 'merged', 'consolidated', 'absorbed', 'formed', 'dissolved', 'disbanded', 'ended'],
] as const;

/** What happened in the tree on a day. */
export function ChangeList({ day }: { day: Day }) {
  const say = useChangeText();
  const { language } = useLanguage();
  const { unit, tenant, known } = usePlace();
  const asked = { unit: unit ?? '', tenant, from: day, to: day, knownAt: known ?? undefined, limit: most };
  const { data } = useAskKept(readTreeChanges, asked);
  if (data === undefined) return null;
  const all = data.days.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return <p className={styles.none}>{say('none', { day: writeDay(day) })}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by the keyboard
    <ul className={styles.list} aria-label={say('list', { day: writeDay(day) })} tabIndex={0}>
      {data.changes.map((change) => (
        <Line key={`${change.act} ${change.key} ${change.event}`} change={change} />
      ))}
      {all > most ? <li className={styles.none}>{say('more', { count: writeNumber(all - most, language) })}</li> : null}
    </ul>
  );
}

function Line({ change }: { change: TreeChange }) {
  const say = useChangeText();
  const kindWord = useKindWord();
  const { event, parentBefore, parentAfter, related, kindBefore, kindAfter } = change;
  const known = events.find((one) => one === event) ?? 'other';
  const what = say(`event.${known as 'other'}`, {
    before: change.nameBefore ?? '–',
    from: kindWord(kindBefore ?? undefined),
    to: kindWord(kindAfter ?? undefined),
    above: parentBefore?.name ?? '–',
    under: parentAfter?.name ?? '–',
    related: related.map(({ name }) => name).join(', ') || '–',
  });
  return (
    <li>
      <strong>{change.name}</strong> <span className={styles.code}>{change.code}</span>
      <span className={styles.what}>{what}</span>
      <Link to="/acts/$act" params={{ act: change.act }} search={keepPlace} className={styles.act}>
        {say('act')}
        <span className="for-screen-readers">: {change.name}</span>
      </Link>
    </li>
  );
}
