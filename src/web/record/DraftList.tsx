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
        {open.map((item) => (
          <li key={item.id}>
            <DraftLink {...item} kinds={kinds} />
            <span className={styles.soft}>{say('waitingActs')}</span>
          </li>
        ))}
        {drafts.map((draft) => (
          <li key={draft.id}>
            <DraftLink {...draft} kinds={kinds} />
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

interface DraftLinkProps {
  id: string;
  kind: string;
  kinds: readonly KindForm[];
  title: string;
  /** There where it is of a list. */
  many?: unknown;
}

function DraftLink({ id, kind, kinds, title, many }: DraftLinkProps) {
  const { language } = useLanguage();
  const say = useRecordingText();
  const what = kinds.find((one) => one.kind === kind)?.title[language] ?? kind;
  return (
    <Link
      to={many === undefined ? '/record/$kind' : '/record/$kind/many'}
      params={{ kind }}
      search={forForm({ draft: id }) as never}
    >
      {what}: {title === '' ? say('noTitle') : title}
    </Link>
  );
}
