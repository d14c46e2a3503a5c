import { Link } from '@tanstack/react-router';
import { Nothing } from '#/platform/ui/states.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import { keepPlace } from '../address.ts';
import styles from './EmptyList.module.css';
import { useMembersText } from './members-texts.ts';
import type { List } from './use-list.ts';

/** Nobody is in the register here: the way to change that. */
export function EmptyList({ list }: { list: List }) {
  const say = useMembersText();
  return (
    <Nothing
      title={say('empty')}
      actions={
        <Link to="/imports" search={keepPlace} className={styles.way}>
          {say('toImports')}
        </Link>
      }
    >
      <p>{say('emptyWhat', { day: writeDay(list.place.day) })}</p>
    </Nothing>
  );
}
