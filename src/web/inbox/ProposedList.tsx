import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProposalRead } from '#/kernel/journal/proposal-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Pages } from '#/platform/ui/Pages.tsx';
import { keepPlace } from '../address.ts';
import styles from './InboxPage.module.css';
import { useInboxText } from './inbox-texts.ts';

const linesOnPage = 50;

/** Everybody on the list of a decision, with what is said of each alone; once recorded, each opens its act. */
export function ProposedList({ proposal: { lines, state } }: { proposal: ProposalRead }) {
  const say = useInboxText();
  const { language } = useLanguage();
  const [page, setPage] = useState(0);
  if (lines.length === 0) return null;
  const last = Math.ceil(lines.length / linesOnPage) - 1;
  const first = page * linesOnPage;
  const title = say('list', { count: lines.length });
  return (
    <section className={styles.part} aria-label={title}>
      <h2>{title}</h2>
      {state === 'open' ? <p className={styles.soft}>{say('wholeList')}</p> : null}
      <ol className={styles.list} start={first + 1}>
        {lines.slice(first, first + linesOnPage).map(({ act, about, fields }) => (
          <li key={act}>
            {state === 'recorded' ? (
              <Link to="/acts/$act" params={{ act }} search={keepPlace}>
                {about}
              </Link>
            ) : (
              about
            )}
            {fields.map(({ field, label, value, isSealed }) => (
              <small key={field} title={isSealed ? say('sealed') : undefined}>
                {label[language]}: {isSealed ? '•••' : value[language]}
              </small>
            ))}
          </li>
        ))}
      </ol>
      <Pages page={page} last={last} pageOf={linesOnPage} total={lines.length} go={setPage} />
    </section>
  );
}
