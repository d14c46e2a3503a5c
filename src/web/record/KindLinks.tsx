import { Link, useSearch } from '@tanstack/react-router';
import type { KindForm } from '#/kernel/journal/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeDay } from '#/platform/ui/written.ts';
import styles from './RecordPage.module.css';
import { forForm } from './record-search.ts';
import { useRecordingText } from './record-texts.ts';
import type { useObstacles, Why } from './use-obstacles.ts';

interface KindLinksProps {
  kinds: readonly KindForm[];
  obstacles: ReturnType<typeof useObstacles>;
}

/** The ways to the forms: what can be recorded on the day first, then what cannot, with the reason; of another day it may. */
export function KindLinks({ kinds, obstacles: { on, whyNot } }: KindLinksProps) {
  const { person } = useSearch({ from: '/record' });
  const { language } = useLanguage();
  const ordered = kinds.toSorted((a, b) => Number(whyNot.has(a.kind)) - Number(whyNot.has(b.kind)));
  return (
    <ul>
      {ordered.map(({ kind, title }) => {
        const why = whyNot.get(kind);
        return (
          <li key={kind} data-closed={why !== undefined || undefined}>
            <Link
              to="/record/$kind"
              params={{ kind }}
              search={forForm(person === undefined ? {} : { person }) as never}
              aria-describedby={why === undefined ? undefined : `why-${kind}`}
            >
              {title[language]}
            </Link>
            {why === undefined ? null : <Reason id={`why-${kind}`} why={why} on={on} />}
          </li>
        );
      })}
    </ul>
  );
}

function Reason({ id, why, on }: { id: string; why: Why; on: string }) {
  const say = useRecordingText();
  const { language } = useLanguage();
  const reasons = [...new Set(why.map(({ message }) => message[language]))].join(' ');
  return (
    <p id={id} className={styles.why}>
      {say('notOn', { day: writeDay(on), why: reasons })}
    </p>
  );
}
