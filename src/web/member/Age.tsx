import type { Member } from '#/domain/members/member-contract.ts';
import { writeDay } from '#/platform/ui/written.ts';
import { Term } from '../help/Term.tsx';
import styles from './MemberHead.module.css';
import { useMemberText } from './member-texts.ts';

/** The party age with its arithmetic: from which day, less what, by which instrument. */
export function Age({ member: { partyAge: age, placement } }: { member: Member }) {
  const say = useMemberText();
  const written = useMonths();
  if (placement.state === 'not-yet' || (age !== null && age.months < 0)) return null;
  return (
    <section className={styles.fact}>
      <h2 className={styles.label}>
        <Term of="tuoi-dang">{say('partyAge')}</Term>
      </h2>
      {age === null ? (
        <p className={styles.soft}>{say('partyAgeUnknown')}</p>
      ) : (
        <>
          <p className={styles.main}>{written(age.months)}</p>
          <div className={styles.sum}>
            <ul>
              <li>
                {say(age.basis === 'decision' ? 'countedFromDecision' : 'countedFromCeremony', {
                  from: writeDay(age.from),
                  until: writeDay(age.until),
                })}
                {age.endedBy === null ? '' : ` (${say(age.endedBy === 'died' ? 'endedDied' : 'endedLeft')})`}
              </li>
              {age.outside.map(({ from, to, months }) => (
                <li key={from}>{say('outside', { count: months, from: writeDay(from), to: writeDay(to) })}</li>
              ))}
              <li>{say('byMonth')}</li>
            </ul>
          </div>
        </>
      )}
    </section>
  );
}

function useMonths(): (months: number) => string {
  const say = useMemberText();
  return (all) => {
    const [years, months] = [Math.floor(all / 12), all % 12];
    if (years === 0) return say('monthsOnly', { months });
    return months === 0 ? say('yearsOnly', { years }) : say('yearsMonths', { years, months });
  };
}
