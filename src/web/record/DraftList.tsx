import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { KindForm } from '#/kernel/journal/contract.ts';
import { type DraftLine, deleteDraft, listDrafts } from '#/kernel/journal/draft-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeMoment } from '#/platform/ui/written.ts';
import { answers, ask, useAsk } from '../ask.ts';
import { usePlace } from '../place.ts';
import { useOutbox } from './outbox.ts';
import styles from './RecordPage.module.css';
import { forForm } from './record-search.ts';
import { useRecordingText } from './record-texts.ts';

/** What somebody has begun to write, and what could not be sent yet. */
export function DraftList({ kinds }: { kinds: readonly KindForm[] }) {
  const say = useRecordingText();
  const { tenant } = usePlace();
  const { data } = useAsk(listDrafts, tenant === undefined ? null : { tenant });
  const open = useOutbox().filter(({ state }) => state !== 'recorded');
  const drafts = (data?.drafts ?? []).filter(({ id }) => !open.some((item) => item.id === id));
  if (drafts.length + open.length === 0) return null;
  const drop = async (id: string) => {
    await ask(deleteDraft, { id, tenant });
    await answers.invalidateQueries({ queryKey: [listDrafts.path] });
  };
  return (
    <section aria-label={say('drafts')} className={styles.drafts}>
      <h2>{say('drafts')}</h2>
      <ul>
        {open.map(({ id, kind, title }) => (
          <li key={id}>
            <DraftLink id={id} kind={kind} kinds={kinds} title={title} />
            <span className={styles.soft}>{say('waitingActs')}</span>
          </li>
        ))}
        {drafts.map((draft) => (
          <li key={draft.id}>
            <DraftLink id={draft.id} kind={draft.kind} kinds={kinds} title={draft.title} />
            <AboutDraft draft={draft} />
            <Button size="small" onClick={() => void drop(draft.id)}>
              {say('draftDrop')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AboutDraft({ draft: { savedAt, isShared, isOwn, owner } }: { draft: DraftLine }) {
  const say = useRecordingText();
  const parts = [writeMoment(savedAt), isShared ? say('draftShared') : '', isOwn ? '' : say('draftOf', { owner })];
  return <span className={styles.soft}>{parts.filter((part) => part !== '').join(' · ')}</span>;
}

function DraftLink({
  id,
  kind,
  kinds,
  title,
}: {
  id: string;
  kind: string;
  kinds: readonly KindForm[];
  title: string;
}) {
  const { language } = useLanguage();
  const say = useRecordingText();
  const what = kinds.find((one) => one.kind === kind)?.title[language] ?? kind;
  return (
    <Link to="/record/$kind" params={{ kind }} search={forForm({ draft: id }) as never}>
      {what}: {title === '' ? say('noTitle') : title}
    </Link>
  );
}
