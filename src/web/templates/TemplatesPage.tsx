import { Link } from '@tanstack/react-router';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { Waiting } from '#/platform/ui/states.tsx';
import { keepPlace } from '../address.ts';
import { Refused } from '../Refused.tsx';
import { useNumberedTitle } from '../reports/short-name.ts';
import { InForce } from './InForce.tsx';
import styles from './Templates.module.css';
import { useTemplateText } from './template-texts.ts';
import { useTemplates, useWhose } from './use-templates.ts';

/** For each report and form of the unit: the Word template that it is printed by. */
export function TemplatesPage() {
  const say = useTemplateText();
  const { language } = useLanguage();
  const numbered = useNumberedTitle();
  const whose = useWhose();
  usePageTitle(say('title'));
  const { data, error, refetch } = useTemplates(whose);
  return (
    <div className={styles.page}>
      <header>
        <h1>{say('title')}</h1>
        <p className={styles.lead}>{say('lead')}</p>
      </header>
      {error !== null ? (
        <Refused error={error} retry={() => void refetch()} unit={whose?.unit ?? ''} />
      ) : data === undefined ? (
        <Waiting lines={14} />
      ) : (
        <ul className={styles.list}>
          {data.templates.map(({ name, title, own }) => (
            <li key={name} className={styles.line}>
              <Link to="/templates/$report" params={{ report: name }} search={keepPlace} className={styles.name}>
                {numbered(name, title[language])}
              </Link>
              <InForce own={own} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
