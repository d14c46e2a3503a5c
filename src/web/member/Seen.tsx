import { Link } from '@tanstack/react-router';
import type { Member } from '#/domain/members/member-contract.ts';
import { readSeenBy } from '#/kernel/access/grant-contract.ts';
import { listPersonAccesses } from '#/kernel/access/log-contract.ts';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { OfficeLines } from '../access/OfficeLines.tsx';
import { Looks } from '../access-log/Looks.tsx';
import { keepPlace } from '../address.ts';
import { ask, useAsk } from '../ask.ts';
import { useMay } from '../session.ts';
import { useMemberText } from './member-texts.ts';
import styles from './Seen.module.css';
import { TiePart } from './TiePart.tsx';

/** Who can see this record, which part of it, and who has looked at what is sensitive in it. */
export function Seen({ member: { person, tenant } }: { member: Member }) {
  const say = useMemberText();
  const may = useMay();
  return (
    <div className={styles.seen}>
      <section aria-label={say('accesses')}>
        <h2>{say('accesses')}</h2>
        <p className={styles.lead}>{say('accessesWhat')}</p>
        <Looks
          queryKey={[listPersonAccesses.path, person, tenant]}
          pageAfter={(cursor, signal) => ask(listPersonAccesses, { id: person, tenant, cursor }, signal)}
        />
        {may('log.read') ? (
          <Link to="/access-log" search={(before) => ({ ...keepPlace(before), all: '1', person })}>
            {say('inAccessLog')}
          </Link>
        ) : null}
      </section>
      <div className={styles.beside}>
        {may('members.tie') ? <TiePart person={person} tenant={tenant} /> : null}
        <section aria-label={say('offices')}>
          <h2>{say('offices')}</h2>
          <p className={styles.lead}>{say('officesWhat')}</p>
          <Offices person={person} tenant={tenant} />
        </section>
      </div>
    </div>
  );
}

function Offices({ person, tenant }: { person: string; tenant: string }) {
  const { data, error, refetch } = useAsk(readSeenBy, { id: person, tenant });
  if (error !== null) return <Wrong error={error} retry={() => void refetch()} />;
  return data === undefined ? <Waiting lines={4} /> : <OfficeLines offices={data.offices} />;
}
