import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type ProposalRead, readProposal } from '#/kernel/journal/proposal-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { writeDay, writeMoment } from '#/platform/ui/written.ts';
import { keepPlace } from '../address.ts';
import { useAsk } from '../ask.ts';
import { usePlace } from '../place.ts';
import { Decide } from './Decide.tsx';
import styles from './InboxPage.module.css';
import { useInboxText } from './inbox-texts.ts';
import { NowPart } from './NowPart.tsx';
import { ProposedList } from './ProposedList.tsx';

/** A proposal: what it says, what recording it would change now, and the decision. */
export function ProposalPage() {
  const say = useInboxText();
  const { language } = useLanguage();
  const { proposal: id } = useParams({ strict: false }) as { proposal: string };
  const { tenant } = usePlace();
  const { data, error, refetch } = useAsk(readProposal, { id, tenant });
  const title = data === undefined ? say('title') : say('proposalOf', { kind: data.title[language] });
  usePageTitle(title);
  if (error !== null && data === undefined) return <Wrong isPage error={error} retry={() => void refetch()} />;
  return (
    <div className={styles.page}>
      <header>
        <Link to="/inbox" search={keepPlace} className={styles.back}>
          ‹ {say('back')}
        </Link>
        <h1>{title}</h1>
      </header>
      {data === undefined ? <Waiting lines={14} /> : <Shown proposal={data} again={() => void refetch()} />}
    </div>
  );
}

function Shown({ proposal, again }: { proposal: ProposalRead; again: () => void }) {
  return (
    <>
      <State proposal={proposal} />
      <About proposal={proposal} />
      <Says proposal={proposal} />
      <ProposedList proposal={proposal} />
      <NowPart proposal={proposal} />
      <Decide proposal={proposal} again={again} />
    </>
  );
}

const decisions = { recorded: 'decidedRecorded', returned: 'decidedReturned', withdrawn: 'decidedWithdrawn' } as const;

function State({ proposal: { id, state, decided, isOwn, lines } }: { proposal: ProposalRead }) {
  const say = useInboxText();
  return (
    <p className={styles.state} role="status">
      <strong>{say(`state.${state}`)}</strong> {state === 'open' && isOwn ? say('others') : null}
      {state === 'open' || decided === null
        ? null
        : say(decisions[state], { by: decided.by, time: writeMoment(decided.at), reason: decided.reason ?? '' })}{' '}
      {state === 'recorded' && lines.length === 0 ? (
        <Link to="/acts/$act" params={{ act: id }} search={keepPlace}>
          {say('openAct')}
        </Link>
      ) : null}
    </p>
  );
}

function About({ proposal }: { proposal: ProposalRead }) {
  const say = useInboxText();
  const { language } = useLanguage();
  const { about, count, from, to, role, proposedBy, proposedAt, effectiveOn, follows } = proposal;
  const row = (label: string, value: ReactNode) => (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
  return (
    <section className={styles.part} aria-label={say('about')}>
      <dl className={styles.facts}>
        {row(say('about'), <strong>{count === 1 ? about : say('listOf', { about, count: count - 1 })}</strong>)}
        {row(say('effectiveOn'), writeDay(effectiveOn))}
        {row(say('from'), from?.name ?? say('whole'))}
        {row(say('proposedBy'), [proposedBy, role?.[language]].filter(Boolean).join(', '))}
        {row(say('proposedAt'), writeMoment(proposedAt))}
        {row(say('to'), to?.name ?? '—')}
      </dl>
      {follows === null ? null : (
        <Link to="/proposals/$proposal" params={{ proposal: follows }} search={keepPlace}>
          {say('follows')}
        </Link>
      )}
    </section>
  );
}

function Says({ proposal: { fields, lines, paper, note, rehearsed } }: { proposal: ProposalRead }) {
  const say = useInboxText();
  const { language } = useLanguage();
  const actor = rehearsed?.actors[0]?.unit?.name;
  const papers = [paper?.number, paper?.issuedOn?.split('-').reverse().join('/'), paper?.issuer, paper?.signer];
  const further = [
    { label: say('paper'), value: paper === null ? say('noPaper') : papers.filter(Boolean).join(', ') },
    ...(actor === undefined ? [] : [{ label: say('actor'), value: actor }]),
    ...(note === null ? [] : [{ label: say('note'), value: note }]),
  ];
  return (
    <section className={styles.part} aria-label={say('says')}>
      <h2>{say(lines.length === 0 ? 'says' : 'saysAlike')}</h2>
      <dl className={styles.facts}>
        {fields.map(({ field, label, value, isSealed }) => (
          <div key={field} className={styles.row}>
            <dt>{label[language]}</dt>
            <dd title={isSealed ? say('sealed') : undefined}>{isSealed ? '•••' : value[language]}</dd>
          </div>
        ))}
        {further.map(({ label, value }) => (
          <div key={label} className={styles.row}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
