import type { ProposalRead } from '#/kernel/journal/proposal-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeMoment } from '#/platform/ui/written.ts';
import { Effects } from '../record/Effects.tsx';
import { FigureMoves } from '../record/FigureMoves.tsx';
import styles from './InboxPage.module.css';
import { useInboxText } from './inbox-texts.ts';

/** What has come in since, and what recording would change on the register of now. */
export function NowPart({ proposal: { rehearsed, news } }: { proposal: ProposalRead }) {
  const say = useInboxText();
  if (rehearsed === null) return null;
  const { persons, units } = rehearsed.effects;
  return (
    <section className={`${styles.part} ${styles.now}`} aria-label={say('changes')}>
      <News news={news} />
      <h2>{say('changes')}</h2>
      {rehearsed.isPossible ? null : <Problems problems={rehearsed.problems} title={say('impossible')} isWrong />}
      {rehearsed.warnings.length === 0 ? null : <Problems problems={rehearsed.warnings} title={say('warnings')} />}
      {rehearsed.isPossible && persons.length + units.length === 0 ? (
        <p className={styles.soft}>{say('changesNothing')}</p>
      ) : null}
      {persons.map((one) => (
        <Effects key={one.person} name={one.name ?? '…'} effect={one} />
      ))}
      {units.map((one) => (
        <Effects key={one.unit} name={one.name ?? one.code ?? '…'} effect={one} />
      ))}
      <FigureMoves figures={rehearsed.figures} />
    </section>
  );
}

function News({ news }: Pick<ProposalRead, 'news'>) {
  const say = useInboxText();
  const { language } = useLanguage();
  if (news.length === 0) return null;
  return (
    <div className={styles.news} role="status">
      <strong>{say('news')}</strong>
      <ul>
        {news.map(({ id, title, recordedAt, recordedBy }) => (
          <li key={id}>
            {title[language]}{' '}
            <span className={styles.soft}>{say('newsBy', { time: writeMoment(recordedAt), by: recordedBy })}</span>
          </li>
        ))}
      </ul>
      <p className={styles.soft}>{say('newsWhat')}</p>
    </div>
  );
}

interface ProblemsProps {
  problems: NonNullable<ProposalRead['rehearsed']>['problems'];
  title: string;
  isWrong?: boolean;
}

function Problems({ problems, title, isWrong = false }: ProblemsProps) {
  const { language } = useLanguage();
  return (
    <div className={isWrong ? styles.wrong : styles.soft}>
      <strong>{title}</strong>
      <ul>
        {problems.map(({ code, field, message, rule }) => (
          <li key={`${code} ${field} ${message.vi}`}>
            {message[language]} {rule}
          </li>
        ))}
      </ul>
    </div>
  );
}
