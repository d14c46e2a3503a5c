import type { MemberRow } from '#/domain/members/list-contract.ts';
import { useWriteCell } from './cells.ts';
import { useFieldText } from './field-texts.ts';
import type { Marks } from './marked.ts';
import { useMembersText } from './members-texts.ts';
import styles from './PeopleCards.module.css';
import { PersonName } from './PersonName.tsx';

interface PeopleCardsProps {
  rows: readonly MemberRow[];
  isLate: boolean;
  marks: Marks;
}

/** The list in one hand: who, born when, where, as what. */
export function PeopleCards({ rows, isLate, marks }: PeopleCardsProps) {
  const say = useMembersText();
  return (
    <ul className={styles.cards} aria-label={say('list')} aria-busy={isLate} data-late={isLate || undefined}>
      {rows.map((row) => (
        <Card key={row.person} row={row} marks={marks} />
      ))}
    </ul>
  );
}

function Card({ row, marks }: { row: MemberRow; marks: Marks }) {
  const say = useMembersText();
  const named = useFieldText();
  const write = useWriteCell();
  const isMarked = marks.has(row.person);
  return (
    <li className={styles.card} data-marked={isMarked || undefined}>
      <label className={styles.mark}>
        <input
          type="checkbox"
          aria-label={say('mark', { name: row.name })}
          checked={isMarked}
          onChange={({ target }) => marks.mark([row], target.checked)}
        />
      </label>
      <div className={styles.who}>
        <PersonName person={row.person} name={row.name} className={styles.name} />
        <p className={styles.line}>
          <span>{say('bornOn', { day: write('born', row) ?? '–' })}</span>
          {row.status === 'probationary' ? <span className={styles.status}>{named('probationary')}</span> : null}
        </p>
        <p className={styles.unit}>{row.unit.name}</p>
      </div>
    </li>
  );
}
