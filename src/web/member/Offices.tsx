import type { z } from 'zod';
import { readSeenBy } from '#/kernel/access/grant-contract.ts';
import { classWords } from '#/kernel/access/log-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import { useAsk } from '../ask.ts';
import { useMemberText } from './member-texts.ts';
import styles from './Seen.module.css';

type Office = z.output<typeof readSeenBy.output>['offices'][number];

/** The offices that can read the record today, the nearest first, with who holds them and what they can read. */
export function Offices({ person, tenant }: { person: string; tenant: string }) {
  const say = useMemberText();
  const { data, error, refetch } = useAsk(readSeenBy, { id: person, tenant });
  if (error !== null) return <Wrong error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={4} />;
  if (data.offices.length === 0) return <p className={styles.none}>{say('noOffices')}</p>;
  return (
    <ul className={styles.list}>
      {data.offices.map((office) => (
        <One key={`${office.role} ${office.unit?.code ?? ''}`} office={office} />
      ))}
    </ul>
  );
}

function One({ office: { title, unit, holders, record, journal, attachments, reveals } }: { office: Office }) {
  const say = useMemberText();
  const { language } = useLanguage();
  const parts = [
    ...(record ? [say('canRecord')] : []),
    ...(journal ? [say('canJournal')] : []),
    ...(attachments ? [say('canAttachments')] : []),
    ...reveals.map((one) => say('canReveal', { what: classWords[one as keyof typeof classWords][language] })),
  ];
  return (
    <li className={styles.office}>
      <p className={styles.title}>
        {title[language]}, {unit?.name ?? say('wholeRegister')}
      </p>
      <p>
        {holders
          .map(({ login, to, isDelegated }) =>
            [login, isDelegated ? say('delegated') : '', to === null ? '' : say('until', { day: writeDay(to) })]
              .filter((word) => word !== '')
              .join(' '),
          )
          .join(', ')}
      </p>
      <p className={styles.why}>{parts.join(' · ')}</p>
    </li>
  );
}
