import type { ProposalRead } from '#/kernel/journal/proposal-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeMoment } from '#/platform/ui/written.ts';
import { Effects } from '../record/Effects.tsx';
import { FigureMoves } from '../record/FigureMoves.tsx';
import styles from './InboxPage.module.css';
import { useInboxText } from './inbox-texts.ts';

/** Of a list as many are told one by one; the others are alike. */
const examples = 3;

type Problem = NonNullable<ProposalRead['rehearsed']>['problems'][number];

/** What has come in since, and what recording would change on the register of now. */
export function NowPart({ proposal: { rehearsed, news, lines } }: { proposal: ProposalRead }) {
  const say = useInboxText();
  if (rehearsed === null) return null;
  const { persons, units, more } = rehearsed.effects;
  const isList = lines.length > 1;
  const changed = [
    ...persons.map((one) => ({ ...one, key: one.person, name: one.name ?? '…' })),
    ...units.map((one) => ({ ...one, key: one.unit, name: one.name ?? one.code ?? '…' })),
  ];
  const about = ({ act }: Problem) => (act === null ? undefined : lines[act]?.about);
  return (
    <section className={`${styles.part} ${styles.now}`} aria-label={say('changes')}>
      <News news={news} />
      <h2>{say('changes')}</h2>
      {rehearsed.isPossible ? null : (
        <Problems problems={rehearsed.problems} title={say('impossible')} about={about} isWrong />
      )}
      {rehearsed.warnings.length === 0 ? null : (
        <Problems problems={rehearsed.warnings} title={say('warnings')} about={about} />
      )}
      {rehearsed.isPossible && changed.length === 0 ? <p className={styles.soft}>{say('changesNothing')}</p> : null}
      {isList && changed.length > 0 ? <p>{say('changed', { count: changed.length + more })}</p> : null}
      {isList ? <FigureMoves figures={rehearsed.figures} /> : null}
      {isList && changed.length > 0 ? <h3>{say('example')}</h3> : null}
      {changed.slice(0, isList ? examples : undefined).map((one) => (
        <Effects key={one.key} name={one.name} effect={one} />
      ))}
      {isList ? null : <FigureMoves figures={rehearsed.figures} />}
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
  problems: readonly Problem[];
  title: string;
  /** Of a list: whom it is told of. */
  about: (problem: Problem) => string | undefined;
  isWrong?: boolean;
}

function Problems({ problems, title, about, isWrong = false }: ProblemsProps) {
  const { language } = useLanguage();
  return (
    <div className={isWrong ? styles.wrong : styles.soft}>
      <strong>{title}</strong>
      <ul>
        {problems.map((problem) => {
          const { act, code, field, message, rule } = problem;
          return (
            <li key={`${act} ${code} ${field} ${message.vi}`}>
              {[about(problem), message[language]].filter(Boolean).join(': ')}
              {rule === undefined || message[language].includes(rule) ? null : ` (${rule})`}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
