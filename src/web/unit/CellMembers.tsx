import { Link } from '@tanstack/react-router';
import { listMembers, type MemberRow } from '#/domain/members/list-contract.ts';
import { type Post, postLabels } from '#/domain/posts/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { useNarrow } from '#/platform/ui/narrow.ts';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { writePartialDay } from '#/platform/ui/written.ts';
import { keepPlace } from '../address.ts';
import { useAsk } from '../ask.ts';
import { useMembersPartText } from './members-part-texts.ts';
import styles from './Parts.module.css';
import type { AskedUnit } from './use-unit.ts';

/** A cell has few members: who they are stands on its page; the list itself can narrow and order them. */
const atMost = 100;

export function CellMembers({ asked }: { asked: AskedUnit }) {
  const say = useMembersPartText();
  const isNarrow = useNarrow();
  const { code: unit, tenant, on, knownAt } = asked;
  const { data, error, refetch } = useAsk(listMembers, {
    unit,
    tenant,
    on,
    knownAt,
    columns: 'posts',
    limit: atMost,
  });
  if (error !== null) return <Wrong error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={10} />;
  return (
    <table className={styles.table} aria-label={say('byCell')}>
      {data.next === null ? null : <caption className={styles.lead}>{say('first', { count: atMost })}</caption>}
      <thead>
        <tr>
          <th scope="col">{say('name')}</th>
          <th scope="col">{say('born')}</th>
          {isNarrow ? null : (
            <>
              <th scope="col">{say('status')}</th>
              <th scope="col">{say('posts')}</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {data.rows.map((row) => (
          <Row key={row.person} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { row: MemberRow }) {
  const say = useMembersPartText();
  const { language } = useLanguage();
  const isNarrow = useNarrow();
  const held = (row.posts ?? []).map(({ post, unit }) => `${postLabels[post as Post][language]}, ${unit.name}`);
  const status = say(row.status);
  return (
    <tr>
      <th scope="row">
        <Link to="/members/$person" params={{ person: row.person }} search={keepPlace}>
          {row.name}
        </Link>
        {isNarrow ? <span className={styles.under}>{[status, ...held].join(' · ')}</span> : null}
      </th>
      <td>{row.born === null ? '–' : writePartialDay(row.born)}</td>
      {isNarrow ? null : (
        <>
          <td>{status}</td>
          <td>{held.join('; ') || '–'}</td>
        </>
      )}
    </tr>
  );
}
