import type { z } from 'zod';
import type { readSeenBy, Sight } from '#/kernel/access/grant-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeDay } from '#/platform/ui/written.ts';
import styles from './OfficeLines.module.css';
import { useSightText } from './sight-texts.ts';
import { useSightWords } from './sight-words.ts';

type Office = z.output<typeof readSeenBy.output>['offices'][number];

interface Shown extends Pick<Office, 'title' | 'unit'>, Sight {
  /** Told to officers; a member is told of offices. */
  holders?: Office['holders'];
}

/** The offices that can read a record today, the nearest first, with what they can read. */
export function OfficeLines({ offices }: { offices: readonly Shown[] }) {
  const say = useSightText();
  const { language } = useLanguage();
  const wordsOf = useSightWords();
  if (offices.length === 0) return <p className={styles.none}>{say('noOffices')}</p>;
  return (
    <ul className={styles.list}>
      {offices.map((office) => (
        <li key={`${office.title.en} ${office.unit?.code ?? ''}`} className={styles.office}>
          <p className={styles.title}>
            {office.title[language]}, {office.unit?.name ?? say('wholeRegister')}
          </p>
          {office.holders === undefined ? null : <Holders holders={office.holders} />}
          <p className={styles.parts}>{wordsOf(office).join(' · ')}</p>
        </li>
      ))}
    </ul>
  );
}

function Holders({ holders }: Pick<Office, 'holders'>) {
  const say = useSightText();
  const words = holders.map(({ login, to, isDelegated }) =>
    [login, isDelegated ? say('delegated') : '', to === null ? '' : say('until', { day: writeDay(to) })]
      .filter((word) => word !== '')
      .join(' '),
  );
  return <p>{words.join(', ')}</p>;
}
