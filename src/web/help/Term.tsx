import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Popup } from '#/platform/ui/Popup.tsx';
import { keepPlace } from '../address.ts';
import { type GlossaryTerm, glossary, type TermKey } from './glossary.ts';
import { useHelpText } from './help-texts.ts';
import styles from './Term.module.css';

/** A term of the work where it stands: pressed, it tells what it means and which instrument says so. */
export function Term({ of, children }: { of: TermKey; children: ReactNode }) {
  const say = useHelpText();
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const term: GlossaryTerm = glossary[of];
  return (
    <span className={styles.term}>
      <Popup
        open={open}
        setOpen={setOpen}
        label={term[language]}
        hint={say('explain')}
        className={styles.button}
        isFree
        button={<span>{children}</span>}
      >
        <Explained term={term} />
        <Link to="/help" search={keepPlace} hash="glossary">
          {say('all')}
        </Link>
      </Popup>
    </span>
  );
}

/** What a term means. */
export function Explained({ term }: { term: GlossaryTerm }) {
  const say = useHelpText();
  const { language } = useLanguage();
  return (
    <div className={styles.explained}>
      <p>
        <strong>{term[language]}</strong>
        <span className={styles.other}> · {language === 'vi' ? term.en : term.vi}</span>
      </p>
      <p>{term.means[language]}</p>
      {term.instrument === undefined ? null : (
        <p className={styles.instrument}>
          {say('instrument')}: {term.instrument}
        </p>
      )}
    </div>
  );
}
