import { usePageTitle } from '#/platform/ui/page-title.ts';
import { Waiting } from '#/platform/ui/states.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import { type InboxShown, readInbox } from '#/reports/inbox/contract.ts';
import { useAsk } from '../ask.ts';
import attention from '../home/Attention.module.css';
import { AttentionLine } from '../home/AttentionLine.tsx';
import { usePlace } from '../place.ts';
import { Refused } from '../Refused.tsx';
import { useMay } from '../session.ts';
import { InboxLines } from './InboxLines.tsx';
import styles from './InboxPage.module.css';
import { useInboxText } from './inbox-texts.ts';
import { OwnProposals } from './OwnProposals.tsx';

/** What waits for the unit of the page, what comes due there, and what became of one's own proposals. */
export function InboxPage() {
  const say = useInboxText();
  const may = useMay();
  usePageTitle(say('title'));
  const { unit, tenant, day } = usePlace();
  const { data, error, refetch } = useAsk(readInbox, unit === null ? null : { unit, tenant, on: day });
  if (error !== null) return <Refused error={error} retry={() => void refetch()} unit={unit ?? ''} />;
  return (
    <div className={styles.page}>
      <header>
        <h1>{say('title')}</h1>
        <p className={styles.soft}>
          {data === undefined ? '…' : say('at', { unit: data.unit?.name ?? say('whole'), day: writeDay(data.on) })}
        </p>
      </header>
      {data === undefined ? <Waiting lines={14} /> : <Parts inbox={data} />}
      {/* Below what is long: before that is there, it would jump. */}
      {data !== undefined && may('acts.propose') ? <OwnProposals tenant={tenant} /> : null}
    </div>
  );
}

function Parts({ inbox: { lines, due, on } }: { inbox: InboxShown }) {
  const say = useInboxText();
  const may = useMay();
  const below = lines.filter(({ isWaiting }) => !isWaiting);
  return (
    <>
      <section aria-label={say('waiting')} className={styles.part}>
        <h2>{say('waiting')}</h2>
        <InboxLines lines={lines.filter(({ isWaiting }) => isWaiting)} on={on} none={say('nothingWaits')} />
      </section>
      {below.length === 0 ? null : (
        <section aria-label={say('below')} className={styles.part}>
          <h2>{say('below')}</h2>
          <InboxLines lines={below} on={on} none="" />
        </section>
      )}
      {may('figures.read') ? (
        <section aria-label={say('due')} className={styles.part}>
          <h2>{say('due')}</h2>
          {due.length === 0 ? <p className={styles.soft}>{say('nothingDue')}</p> : null}
          <ul className={attention.lines}>
            {due.map((one) => (
              <AttentionLine key={one.concern} of={one} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
