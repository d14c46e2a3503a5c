import { Link } from '@tanstack/react-router';
import type { Member } from '#/domain/members/member-contract.ts';
import { keepPlace } from '../address.ts';
import { useMay } from '../session.ts';
import { Accesses } from './Accesses.tsx';
import { useMemberText } from './member-texts.ts';
import { Offices } from './Offices.tsx';
import styles from './Seen.module.css';

/** Who can see this record, which part of it, and who has looked at what is sensitive in it. */
export function Seen({ member: { person, tenant } }: { member: Member }) {
  const say = useMemberText();
  const may = useMay();
  return (
    <div className={styles.seen}>
      <section aria-label={say('accesses')}>
        <h2>{say('accesses')}</h2>
        <p className={styles.lead}>{say('accessesWhat')}</p>
        <Accesses person={person} tenant={tenant} />
        {may('log.read') ? (
          <Link to="/access-log" search={(before) => ({ ...keepPlace(before), all: '1', person })}>
            {say('inAccessLog')}
          </Link>
        ) : null}
      </section>
      <section aria-label={say('offices')}>
        <h2>{say('offices')}</h2>
        <p className={styles.lead}>{say('officesWhat')}</p>
        <Offices person={person} tenant={tenant} />
      </section>
    </div>
  );
}
