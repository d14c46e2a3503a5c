import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Day } from '#/platform/day.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeDay } from '#/platform/ui/written.ts';
import type { InboxLine } from '#/reports/inbox/contract.ts';
import { keepPlace, type PlaceSearch } from '../address.ts';
import { forForm } from '../record/record-search.ts';
import styles from './InboxPage.module.css';
import { useInboxText } from './inbox-texts.ts';

interface InboxLinesProps {
  lines: readonly InboxLine[];
  on: Day;
  none: string;
}

/** What waits, one under the other; the whole line opens it. */
export function InboxLines({ lines, on, none }: InboxLinesProps) {
  if (lines.length === 0) return <p className={styles.soft}>{none}</p>;
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={`${line.source} ${line.id}`}>
          <Line line={line} on={on} />
        </li>
      ))}
    </ul>
  );
}

function Line({ line, on }: { line: InboxLine; on: Day }) {
  const say = useInboxText();
  const { language } = useLanguage();
  const { source, what, about, more = 0, unit, by, note, due, opens } = line;
  const isLate = due !== null && due < on;
  const parts = [
    unit?.name ?? null,
    by === null ? null : say(source === 'returned' ? 'returnedBy' : 'by', { by }),
    say('since', { day: writeDay(line.since) }),
    note,
  ].filter((part) => part !== null);
  return (
    <Opens opens={opens}>
      <span className={styles.source}>{say(`source.${source as 'proposals'}`)}</span>
      <span className={styles.what}>
        <strong>{about ?? say('hidden')}</strong> {more === 0 ? null : say('more', { count: more })} {what[language]}
        <small>{parts.join(' · ')}</small>
      </span>
      {due === null ? null : (
        <span className={isLate ? styles.late : styles.due}>
          {isLate ? '! ' : ''}
          {say(isLate ? 'late' : 'dueOn', { day: writeDay(due) })}
        </span>
      )}
    </Opens>
  );
}

function Opens({ opens, children }: { opens: InboxLine['opens']; children: ReactNode }) {
  const common = { className: styles.line, children };
  switch (opens.page) {
    case 'proposal':
      return <Link to="/proposals/$proposal" params={{ proposal: opens.id }} search={keepPlace} {...common} />;
    case 'form':
      return (
        <Link
          to="/record/$kind"
          params={{ kind: opens.kind }}
          search={forForm({ person: opens.person }) as never}
          {...common}
        />
      );
    case 'member':
      return <Link to="/members/$person" params={{ person: opens.person }} search={keepPlace} {...common} />;
    case 'corrections':
      return <Link to="/corrections" search={keepPlace} {...common} />;
    case 'retention':
      return <Link to="/retention" search={(before) => ({ ...keepPlace(before), part: 'waiting' })} {...common} />;
    case 'access-log':
      return (
        <Link
          to="/access-log"
          search={((before: PlaceSearch) => ({ ...keepPlace(before), all: '1', by: opens.actor })) as never}
          {...common}
        />
      );
    case 'correction':
      return <Link to="/corrections/$correction" params={{ correction: opens.id }} search={keepPlace} {...common} />;
    case 'access':
      return <Link to="/access" search={keepPlace} {...common} />;
  }
}
