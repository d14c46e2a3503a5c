import { useState } from 'react';
import { readFigure } from '#/kernel/figures/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { writeNumber } from '#/platform/ui/written.ts';
import { useAsk } from '../ask.ts';
import styles from './EntryTable.module.css';
import { EntryTable } from './EntryTable.tsx';
import { useFigureText } from './figure-texts.ts';
import { asked, type OpenedQuestion } from './question.ts';

/** What was considered and is not in the number, each with its reason; the reasons gather and filter. */
export function NotCounted({ name, question }: { name: string; question: OpenedQuestion }) {
  const say = useFigureText();
  const { language } = useLanguage();
  const [reason, setReason] = useState<string | null>(null);
  const { data, error, refetch } = useAsk(readFigure, { name, ...asked(question), notCounted: '1' });
  if (error !== null) return <Wrong error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={8} />;
  const entries = data.notCounted ?? [];
  const kinds = gather(entries.map(({ why }) => kindOf(why)));
  const button = (text: string, count: number, value: string | null) => (
    <button
      key={text}
      type="button"
      className={styles.reason}
      aria-pressed={reason === value}
      onClick={() => setReason(value)}
    >
      {text} ({writeNumber(count, language)})
    </button>
  );
  return (
    <>
      {kinds.length > 1 && kinds.length <= 12 ? (
        <fieldset className={styles.reasons} aria-label={say('reasons')}>
          {button(say('allReasons'), entries.length, null)}
          {kinds.map(([why, count]) => button(why, count, why))}
        </fieldset>
      ) : null}
      <EntryTable
        key={reason}
        entries={reason === null ? entries : entries.filter(({ why }) => kindOf(why) === reason)}
        empty={say('emptyNot')}
      />
    </>
  );
}

/** A reason without its days and numbers: "làm lễ kết nạp ngày …" is one kind of reason, whatever the day. */
function kindOf(why: string): string {
  return why.replaceAll(/\d[\d./:-]*/g, '…');
}

/** Each reason with how often it stands there, the most frequent first. */
function gather(reasons: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const why of reasons) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
