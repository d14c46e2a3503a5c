import type { Member } from '#/domain/members/member-contract.ts';
import type { Day } from '#/platform/day.ts';
import { writeDay } from '#/platform/ui/written.ts';
import { Term } from '../help/Term.tsx';
import { ActLink } from './ActLink.tsx';
import styles from './MemberHead.module.css';
import { useMemberText } from './member-texts.ts';

/** The next badge, the month in which its years are full and the round after it; and the one that is full by now. */
export function Badge({ member: { badge } }: { member: Member }) {
  const say = useMemberText();
  if (badge === null) return null;
  const { reached, next, rule } = badge;
  const days = (due: { years: number; reachedFrom: Day; round: Day }) => ({
    years: due.years,
    month: writeDay(due.reachedFrom).slice(3),
    round: writeDay(due.round),
  });
  return (
    <section className={styles.fact}>
      <h2 className={styles.label}>
        <Term of="huy-hieu">{say('badge')}</Term>
      </h2>
      <p>
        {next === null ? (
          say('badgeNone')
        ) : (
          <>
            <span className={styles.main}>{say('badgeNext', days(next))}</span>: {say('badgeOn', days(next))}
          </>
        )}
      </p>
      <div className={styles.sum}>
        <ul>
          {reached === null ? null : (
            <li className={reached.awardedBy === null ? styles.gold : undefined}>
              {say('badgeReached', days(reached))}:{' '}
              {say(reached.awardedBy === null ? 'badgeNotAwarded' : 'badgeAwarded')}
              {reached.awardedBy === null ? null : <ActLink act={reached.awardedBy} />}
            </li>
          )}
          <li>{say('badgeRule', { rule })}</li>
        </ul>
      </div>
    </section>
  );
}
