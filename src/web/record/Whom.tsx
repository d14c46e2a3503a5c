import { Link, useSearch } from '@tanstack/react-router';
import { labelPerson } from '#/kernel/journal/draft-contract.ts';
import { keepPlace } from '../address.ts';
import { useAsk } from '../ask.ts';
import { useWho } from '../people/who.ts';
import { usePlace } from '../place.ts';
import styles from './RecordPage.module.css';
import { useRecordingText } from './record-texts.ts';

/** Whom something is to be recorded about, where the address names somebody. */
export function Whom() {
  const say = useRecordingText();
  const who = useWho();
  const { person } = useSearch({ from: '/record' });
  const { tenant, day } = usePlace();
  const { data } = useAsk(labelPerson, person === undefined ? null : { person, tenant, on: day });
  if (person === undefined) return null;
  if (data === undefined) return <p className={styles.whom} data-waiting />;
  return (
    <p className={styles.whom}>
      {say('whom')}{' '}
      <Link to="/members/$person" params={{ person }} search={keepPlace}>
        {data.name}
      </Link>{' '}
      <span>{who(data)}</span>
    </p>
  );
}
