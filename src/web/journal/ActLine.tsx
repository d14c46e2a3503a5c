import { Link } from '@tanstack/react-router';
import type { ActPaper, ActRow } from '#/kernel/journal/list-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeDay } from '#/platform/ui/written.ts';
import { keepPlace } from '../address.ts';
import styles from './ActLine.module.css';
import { useJournalText } from './journal-texts.ts';

/** One line of a timeline: day, what was done, what it says, by which paper, and whether it still holds. Opens the act. */
export function ActLine({ act, withSubjects = false }: { act: ActRow; withSubjects?: boolean }) {
  const { language } = useLanguage();
  return (
    <article className={styles.line} data-withdrawn={act.withdrawnBy === null ? undefined : true}>
      <time dateTime={act.effectiveOn} className={styles.day}>
        {writeDay(act.effectiveOn)}
      </time>
      <div>
        <p className={styles.head}>
          <ActLink act={act} />
          <ActMarks act={act} />
        </p>
        <p className={styles.says}>
          {withSubjects ? <Subjects act={act} /> : null}
          {withSubjects && act.says[language] !== '' ? ' · ' : null}
          {act.says[language]}
        </p>
        <PaperWords paper={act.paper} />
      </div>
    </article>
  );
}

/** The title of an act as the link that opens it. */
export function ActLink({ act }: { act: Pick<ActRow, 'id' | 'title' | 'withdrawnBy'> }) {
  const { language } = useLanguage();
  return (
    <Link
      to="/acts/$act"
      params={{ act: act.id }}
      search={keepPlace}
      className={act.withdrawnBy === null ? undefined : styles.gone}
    >
      {act.title[language]}
    </Link>
  );
}

/** Whether an act holds no longer, or takes another away: said in words, not by colour alone. */
export function ActMarks({ act }: { act: Pick<ActRow, 'kind' | 'withdraws' | 'withdrawnBy'> }) {
  const say = useJournalText();
  const isCorrection = act.withdraws !== null && act.kind !== 'act.withdrawn';
  return (
    <>
      {act.withdrawnBy === null ? null : (
        <span className={styles.mark}>{say(act.withdrawnBy.isInstead ? 'corrected' : 'withdrawn')}</span>
      )}
      {isCorrection ? <span className={styles.soft}>{say('instead')}</span> : null}
    </>
  );
}

/** Whom an act is about, by the first names. */
export function Subjects({ act }: { act: Pick<ActRow, 'subjects' | 'subjectCount'> }) {
  const say = useJournalText();
  const rest = act.subjectCount - act.subjects.length;
  const names = act.subjects.map(({ name }) => name ?? say('hidden')).join(', ');
  return <>{rest > 0 ? `${names} ${say('others', { count: rest })}` : names}</>;
}

/** A paper in a line: number, issuer, date. */
export function PaperWords({ paper }: { paper: ActPaper | null }) {
  const say = useJournalText();
  if (paper === null) return null;
  const issued = paper.issuedOn === undefined ? '' : `, ${paper.issuedOn.split('-').reverse().join('/')}`;
  return (
    <p className={styles.paper}>
      {paper.number === '' ? say('noNumber') : paper.number} {say('of', { issuer: paper.issuer })}
      {issued}
    </p>
  );
}
