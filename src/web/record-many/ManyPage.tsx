import { Link, useParams, useSearch } from '@tanstack/react-router';
import { type KindField, type KindForm, listKinds } from '#/kernel/journal/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { Nothing, Waiting, Wrong } from '#/platform/ui/states.tsx';
import { useAsk } from '../ask.ts';
import { readHandedOver } from '../people/handed-over.ts';
import { usePlace } from '../place.ts';
import type { Values } from '../record/form/values.ts';
import { lastPaper } from '../record/last-paper.ts';
import { useOutbox } from '../record/outbox.ts';
import { ProposedReceipt } from '../record/ProposedReceipt.tsx';
import { forForm } from '../record/record-search.ts';
import { subjectOfMany } from '../record/subject-of-many.ts';
import { useFormId } from '../record/use-form-id.ts';
import { useKept } from '../record/use-kept.ts';
import { useProposes } from '../session.ts';
import { Done } from './Done.tsx';
import { listOf } from './kept-list.ts';
import { ManyForm } from './ManyForm.tsx';
import styles from './ManyPage.module.css';
import { useManyText } from './many-texts.ts';
import { rowOf, type SubjectKind } from './rows.ts';
import { takenUp } from './taken-up.ts';

/** The same act for many people, or many units, at once: a decision with a list. */
export function ManyPage() {
  const say = useManyText();
  const { language } = useLanguage();
  const { kind: name } = useParams({ strict: false }) as { kind: string };
  const { data, error, refetch } = useAsk(listKinds, {});
  const kind = data?.kinds.find((one) => one.kind === name);
  const subject = kind === undefined ? null : subjectOfMany(kind);
  const isProposal = useProposes(name);
  const titleKey = isProposal ? 'proposeTitle' : (`${subject ?? 'person'}.title` as const);
  const title = kind === undefined ? '' : say(titleKey, { kind: kind.title[language] });
  usePageTitle(title);
  if (error !== null) return <Wrong isPage error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={10} />;
  if (kind === undefined) return <Nothing isPage title={say('unknownKind')} />;
  return (
    <div className={styles.page}>
      <header>
        <Link to="/record/$kind" params={{ kind: name }} search={forForm() as never} className="not-printed">
          ← {say(isProposal ? 'proposeOne' : `${subject ?? 'person'}.one`)}
        </Link>
        <h1>{title}</h1>
        {subject === null ? null : <p className={styles.soft}>{say(isProposal ? 'proposeLead' : `${subject}.lead`)}</p>}
      </header>
      {subject === null ? (
        <Nothing title={say('notForMany')} />
      ) : (
        <Fresh key={name} kind={kind} envelope={data.envelope} subject={subject} />
      )}
    </div>
  );
}

interface FreshProps {
  kind: KindForm;
  envelope: readonly KindField[];
  subject: SubjectKind;
}

function Fresh(props: FreshProps) {
  const made = useFormId(useSearch({ from: '/record/$kind/many' }));
  return <One key={made.id} {...props} id={made.id} search={made.search} />;
}

interface OneProps extends FreshProps {
  id: string;
  search: { draft?: string; follows?: string };
}

/** What was kept of the list, else those handed over by another page. */
function One({ id, search, ...of }: OneProps) {
  const { tenant } = usePlace();
  const sent = useOutbox().find((one) => one.id === id);
  const isNamed = search.draft !== undefined;
  const { begun, error, retry } = useKept([of.kind.kind, 'many', search.follows], {
    ...{ id, isNamed, tenant },
    fresh: async () =>
      search.follows === undefined ? startOf(of.kind) : takenUp({ ...of, follows: search.follows, tenant }),
  });
  if (sent?.state === 'recorded')
    return sent.proposal === undefined ? <Done kind={of.kind} sent={sent} /> : <ProposedReceipt sent={sent} />;
  if (error !== null) return <Wrong error={error} retry={retry} />;
  if (begun === null) return <Waiting lines={10} />;
  const kept = listOf(begun.values);
  const handed = begun.isDraft ? [] : readHandedOver({ ...search }, of.subject === 'person' ? 'people' : 'units');
  const rows = handed === null || handed.length === 0 ? kept.rows : handed.map(rowOf);
  return (
    <ManyForm
      {...of}
      id={id}
      sent={sent}
      follows={search.follows}
      begun={{ ...kept, rows, isShared: begun.isShared, isLost: handed === null }}
    />
  );
}

function startOf(kind: KindForm): Values {
  if (kind.example.paper === undefined) return {};
  const { issuer, signer, signingAs } = lastPaper() ?? {};
  return { paper: { issuer, signer, signingAs } };
}
