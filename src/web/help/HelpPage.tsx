import { useDeferredValue, useState } from 'react';
import { Field } from '#/platform/ui/Field.tsx';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { foldAccents, vietnamese } from '#/platform/ui/written.ts';
import { ShortcutTable } from '../palette/ShortcutTable.tsx';
import { FirstHour } from './FirstHour.tsx';
import { type GlossaryTerm, glossary } from './glossary.ts';
import styles from './HelpPage.module.css';
import { useHelpText } from './help-texts.ts';
import { Explained } from './Term.tsx';

const terms: GlossaryTerm[] = Object.values(glossary).toSorted((a, b) => vietnamese.compare(a.vi, b.vi));

/** The way from one's own list to a printed form, the words of the work, and the keys. */
export function HelpPage() {
  const say = useHelpText();
  usePageTitle(say('title'));
  return (
    <div className={styles.page}>
      <h1>{say('title')}</h1>
      <FirstHour />
      <Glossary />
      <section className={styles.part} aria-label={say('shortcuts')}>
        <h2>{say('shortcuts')}</h2>
        <ShortcutTable />
      </section>
    </div>
  );
}

function Glossary() {
  const say = useHelpText();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(foldAccents(text.trim()));
  const shown = terms.filter(({ vi, en, means }) =>
    foldAccents(`${vi} ${en} ${means.vi} ${means.en}`).includes(wanted),
  );
  return (
    <section id="glossary" className={styles.part} aria-label={say('glossary')}>
      <h2>{say('glossary')}</h2>
      <Field label={say('search')} value={text} change={setText} />
      <p role="status" className={styles.count}>
        {say('count', { count: shown.length })}
      </p>
      <ul className={styles.terms}>
        {shown.map((term) => (
          <li key={term.concept}>
            <Explained term={term} />
          </li>
        ))}
      </ul>
    </section>
  );
}
