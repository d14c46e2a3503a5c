import { Link, useParams, useSearch } from '@tanstack/react-router';
import { listKinds } from '#/kernel/journal/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { Nothing, Waiting, Wrong } from '#/platform/ui/states.tsx';
import { useAsk } from '../ask.ts';
import { useProposes } from '../session.ts';
import { ActForm } from './ActForm.tsx';
import styles from './ActPage.module.css';
import { useOutbox } from './outbox.ts';
import { ProposedReceipt } from './ProposedReceipt.tsx';
import { Receipt } from './Receipt.tsx';
import { forForm, type RecordSearch } from './record-search.ts';
import { useRecordingText } from './record-texts.ts';
import { subjectOfMany } from './subject-of-many.ts';
import { useBegun } from './use-begun.ts';
import { useFormId } from './use-form-id.ts';

/** One act: its form, what it would change, and, once it is recorded, the receipt. */
export function ActPage() {
  const say = useRecordingText();
  const { language } = useLanguage();
  const { kind: name } = useParams({ from: '/record/$kind' });
  const search: RecordSearch = useSearch({ from: '/record/$kind' });
  const { data, error, refetch } = useAsk(listKinds, {});
  const kind = data?.kinds.find((one) => one.kind === name);
  const many = kind === undefined ? null : subjectOfMany(kind);
  const isProposal = useProposes(name);
  const titleKey = isProposal ? 'proposeTitle' : search.instead === undefined ? 'titleOf' : 'correctTitle';
  const title = kind === undefined ? say('title') : say(titleKey, { kind: kind.title[language] });
  usePageTitle(title);
  return (
    <div className={styles.page}>
      <header>
        <Link to="/record" search={forForm() as never} className={styles.back}>
          ‹ {say('title')}
        </Link>
        <h1>{title}</h1>
        {kind === undefined ? null : (
          <details className={styles.description}>
            <summary>{say('aboutKind')}</summary>
            <p>{kind.description[language]}</p>
          </details>
        )}
        {isProposal ? <p className={styles.proposes}>{say('proposeWhat')}</p> : null}
        {many !== null && search.instead === undefined ? (
          <Link to="/record/$kind/many" params={{ kind: name }} search={forForm() as never}>
            {say(isProposal ? 'forManyProposed' : `forMany.${many}`)}
          </Link>
        ) : null}
      </header>
      {data === undefined ? (
        error === null ? (
          <Waiting lines={10} />
        ) : (
          <Wrong error={error} retry={() => void refetch()} />
        )
      ) : kind === undefined ? (
        <Nothing title={say('unknownKind', { kind: name })} />
      ) : (
        <Fresh key={name} forms={{ kind, envelope: data.envelope }} search={search} />
      )}
    </div>
  );
}

type FreshProps = Pick<Parameters<typeof ActForm>[0], 'forms'> & { search: RecordSearch };

function Fresh({ forms, search }: FreshProps) {
  const made = useFormId(search);
  return <One key={made.id} forms={forms} id={made.id} search={made.search} />;
}

function One({ forms, id, search }: FreshProps & { id: string }) {
  const sent = useOutbox().find((one) => one.id === id);
  const { begun, error, retry } = useBegun(forms, id, search);
  if (sent?.state === 'recorded')
    return sent.proposal === undefined ? <Receipt kind={forms.kind} sent={sent} /> : <ProposedReceipt sent={sent} />;
  // What is open stays so, whatever becomes of asking for it again.
  if (begun === null) return error === null ? <Waiting lines={10} /> : <Wrong error={error} retry={retry} />;
  return <ActForm forms={forms} id={id} begun={begun} instead={search.instead} follows={search.follows} sent={sent} />;
}
