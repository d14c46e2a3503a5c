import { useSearch } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import type { KindForm } from '#/kernel/journal/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Choices } from '#/platform/ui/Choices.tsx';
import { Field } from '#/platform/ui/Field.tsx';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { foldAccents } from '#/platform/ui/written.ts';
import { useFormKinds } from '../session.ts';
import { DraftList } from './DraftList.tsx';
import { KindLinks } from './KindLinks.tsx';
import styles from './RecordPage.module.css';
import { useRecordingText } from './record-texts.ts';
import { useObstacles } from './use-obstacles.ts';
import { Whom } from './Whom.tsx';

type About = 'all' | 'person' | 'unit';

/** What is to be recorded: the frequent acts first, then all by part of the work. */
export function RecordPage() {
  const say = useRecordingText();
  usePageTitle(say('title'));
  const [text, setText] = useState('');
  const [about, setAbout] = useState<About>(useSearch({ from: '/record' }).person === undefined ? 'all' : 'person');
  const { data, error, refetch } = useFormKinds();
  const wanted = useDeferredValue(foldAccents(text.trim()));
  const kinds = (data?.kinds ?? []).filter((kind) => isMeant(kind, about, wanted));
  const obstacles = useObstacles(about);
  const often = kinds.filter((kind) => kind.often !== undefined).sort((a, b) => (a.often ?? 0) - (b.often ?? 0));
  return (
    <div className={styles.page}>
      <h1>{say('title')}</h1>
      <Whom />
      <DraftList kinds={data?.kinds ?? []} />
      <div className={styles.tools}>
        <Field label={say('search')} value={text} change={setText} isFirst />
        <Choices
          label={say('about')}
          value={about}
          choose={setAbout}
          choices={[
            { value: 'all', label: say('aboutAll') },
            { value: 'person', label: say('aboutPerson') },
            { value: 'unit', label: say('aboutUnit') },
          ]}
        />
      </div>
      {error !== null ? (
        <Wrong error={error} retry={() => void refetch()} />
      ) : data === undefined || obstacles.isWaiting ? (
        <Waiting lines={12} />
      ) : kinds.length === 0 ? (
        <p role="status">{say('none')}</p>
      ) : (
        <Kinds kinds={kinds} often={wanted === '' ? often : []} obstacles={obstacles} />
      )}
    </div>
  );
}

/** Withdrawals and corrections begin at the act they are about. */
function isMeant({ kind, title, about, partTitle }: KindForm, meant: About, wanted: string): boolean {
  if (kind === 'act.withdrawn' || (meant !== 'all' && !about.includes(meant))) return false;
  const text = foldAccents(`${title.vi} ${title.en} ${partTitle.vi} ${kind}`);
  return wanted.split(/\s+/).every((word) => text.includes(word));
}

interface KindsProps {
  kinds: readonly KindForm[];
  often: readonly KindForm[];
  obstacles: ReturnType<typeof useObstacles>;
}

function Kinds({ kinds, often, obstacles }: KindsProps) {
  const say = useRecordingText();
  const { language } = useLanguage();
  const parts = Map.groupBy(kinds, ({ partTitle }) => partTitle[language]);
  return (
    <>
      {often.length === 0 ? null : (
        <section aria-labelledby="often" className={styles.often}>
          <h2 id="often">{say('often')}</h2>
          <KindLinks kinds={often.filter(({ kind }) => !obstacles.whyNot.has(kind))} obstacles={obstacles} />
        </section>
      )}
      <div className={styles.parts}>
        {[...parts].map(([part, own]) => (
          <section key={part} aria-label={part} className={styles.part}>
            <h2>{part}</h2>
            <KindLinks kinds={own} obstacles={obstacles} />
          </section>
        ))}
      </div>
    </>
  );
}
