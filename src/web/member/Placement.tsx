import { Button } from 'antd';
import type { Member } from '#/domain/members/member-contract.ts';
import { addDays } from '#/platform/day.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeDay } from '#/platform/ui/written.ts';
import { termsIn } from '../help/phrases.ts';
import { Term } from '../help/Term.tsx';
import { Terms } from '../help/Terms.tsx';
import { useGoTo } from '../place.ts';
import { UnitLink } from '../unit/UnitLink.tsx';
import { ActLink } from './ActLink.tsx';
import { useMemberText } from './member-texts.ts';
import styles from './Placement.module.css';

/** Where the member stands on the day; not yet or no longer a member is said plainly, with the day to look at instead. */
export function Placement({ member }: { member: Member }) {
  const say = useMemberText();
  const { language } = useLanguage();
  const { placement, spells } = member;
  if (placement.state !== 'member') return <NotHere member={member} />;
  const standing = spells.findLast(({ track }) => track === 'standing');
  return (
    <div className={styles.placement}>
      <p className={styles.path}>
        {placement.path.map((unit) => (
          <span key={unit.code}>
            <UnitLink code={unit.code}>{unit.name}</UnitLink> <span aria-hidden>›</span>{' '}
          </span>
        ))}
      </p>
      <p className={styles.unit}>
        {placement.unit === null ? null : <UnitLink code={placement.unit.code}>{placement.unit.name}</UnitLink>}
      </p>
      <div>
        <span className={placement.status === 'official' ? styles.official : styles.probationary}>
          <Term of={placement.status === 'official' ? 'dang-vien-chinh-thuc' : 'dang-vien-du-bi'}>
            {standing?.says[language]}
          </Term>
        </span>{' '}
        {placement.since === null ? null : (
          <span className={styles.soft}>{say('since', { day: writeDay(placement.since) })}</span>
        )}
      </div>
      {placement.inTransit ? (
        <div className={styles.mark}>
          <Term of="dang-chuyen">{say('inTransit')}</Term>
        </div>
      ) : null}
      {placement.marks.map(({ says, since, act }) => (
        <div key={act} className={styles.mark}>
          <Terms pieces={termsIn([says[language]], language)[0] ?? []} />
          {since === null ? null : `, ${say('since', { day: writeDay(since) })}`} <ActLink act={act} />
        </div>
      ))}
    </div>
  );
}

function NotHere({ member: { placement, on } }: { member: Member }) {
  const say = useMemberText();
  const { language } = useLanguage();
  const goTo = useGoTo();
  const { end, state } = placement;
  if (end === null) return <p className={styles.not}>{say('notYet', { day: writeDay(on) })}</p>;
  const isBefore = state === 'not-yet';
  const other = isBefore ? end.on : addDays(end.on, -1);
  const how = end.says[language];
  return (
    <div className={styles.not} role="status">
      <p>
        {isBefore
          ? say('notYetFirst', { day: writeDay(on), first: writeDay(end.on), how })
          : say('gone', { day: writeDay(on), how, end: writeDay(end.on) })}{' '}
        <ActLink act={end.act} />
      </p>
      <Button size="small" className="not-printed" onClick={() => goTo({ on: other })}>
        {say(isBefore ? 'goTo' : 'lastDay', { day: writeDay(other) })}
      </Button>
    </div>
  );
}
