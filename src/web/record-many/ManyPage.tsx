import { Link, useParams } from '@tanstack/react-router';
import { listKinds } from '#/kernel/journal/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { Nothing, Waiting, Wrong } from '#/platform/ui/states.tsx';
import { keepPlace } from '../address.ts';
import { useAsk } from '../ask.ts';
import { nodesOf } from '../record/form/nodes.ts';
import { ManyForm } from './ManyForm.tsx';
import styles from './ManyPage.module.css';
import { useManyText } from './many-texts.ts';

/** The same act for many people at once: a decision with a list. */
export function ManyPage() {
  const say = useManyText();
  const { language } = useLanguage();
  const { kind: name } = useParams({ strict: false }) as { kind: string };
  const { data, error, refetch } = useAsk(listKinds, {});
  const kind = data?.kinds.find((one) => one.kind === name);
  const title = kind === undefined ? '' : say('title', { kind: kind.title[language] });
  usePageTitle(title);
  if (error !== null) return <Wrong isPage error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={10} />;
  if (kind === undefined) return <Nothing isPage title={say('unknownKind')} />;
  const isForMany = nodesOf(kind.fields).some((node) => node.name === 'person' && node.field.types.includes('person'));
  return (
    <div className={styles.page}>
      <header>
        <Link to="/record/$kind" params={{ kind: name }} search={keepPlace} className="not-printed">
          ← {say('one')}
        </Link>
        <h1>{title}</h1>
        <p className={styles.soft}>{say('lead')}</p>
      </header>
      {isForMany ? <ManyForm key={name} kind={kind} envelope={data.envelope} /> : <Nothing title={say('notForMany')} />}
    </div>
  );
}
