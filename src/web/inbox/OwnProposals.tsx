import { Link } from '@tanstack/react-router';
import { listProposals } from '#/kernel/journal/proposal-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Waiting, WrongLine } from '#/platform/ui/states.tsx';
import { writeDayOf } from '#/platform/ui/written.ts';
import { keepPlace } from '../address.ts';
import { useAsk } from '../ask.ts';
import styles from './InboxPage.module.css';
import { useInboxText } from './inbox-texts.ts';

/** What one has proposed oneself, and what became of it. */
export function OwnProposals({ tenant }: { tenant: string | undefined }) {
  const say = useInboxText();
  const { language } = useLanguage();
  const { data, error } = useAsk(listProposals, { tenant, box: 'out' });
  return (
    <section aria-label={say('own')} className={styles.part}>
      <h2>{say('own')}</h2>
      {error === null ? null : <WrongLine error={error} />}
      {data === undefined && error === null ? <Waiting lines={3} /> : null}
      {data?.proposals.length === 0 ? <p className={styles.soft}>{say('nothingOwn')}</p> : null}
      <ul className={styles.lines}>
        {data?.proposals.map(({ id, title, about, count, state, proposedAt, to, decided }) => (
          <li key={id}>
            <Link to="/proposals/$proposal" params={{ proposal: id }} search={keepPlace} className={styles.line}>
              <span className={styles.source}>{say(`state.${state}`)}</span>
              <span className={styles.what}>
                <strong>{about}</strong> {count === 1 ? null : say('more', { count: count - 1 })} {title[language]}
                <small>{[writeDayOf(proposedAt), to?.name, decided?.reason].filter(Boolean).join(' · ')}</small>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
