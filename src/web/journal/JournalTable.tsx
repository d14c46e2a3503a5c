import type { ActRow } from '#/kernel/journal/list-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import table from '#/platform/ui/LogTable.module.css';
import { writeDay, writeMoment } from '#/platform/ui/written.ts';
import { ActLink, ActMarks, PaperWords, Subjects } from './ActLine.tsx';
import styles from './JournalTable.module.css';
import { useJournalText } from './journal-texts.ts';
import { useRowKeys } from './row-keys.ts';

/** A page of acts: a table on a wide screen, cards on a narrow one. The arrows walk from act to act. */
export function JournalTable({ acts, order }: { acts: readonly ActRow[]; order: 'recorded' | 'effective' }) {
  const say = useJournalText();
  const walk = useRowKeys();
  const heads = ['day', 'what', 'who', 'paperHead', 'recordedHead'] as const;
  const sorted = order === 'effective' ? 'day' : 'recordedHead';
  return (
    <table className={table.table} aria-label={say('title')} onKeyDown={walk}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col" aria-sort={head === sorted ? 'descending' : undefined}>
              {say(head)}
              {head === sorted ? <span aria-hidden> ▼</span> : null}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {acts.map((act) => (
          <Row key={act.id} act={act} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ act }: { act: ActRow }) {
  const say = useJournalText();
  const { language } = useLanguage();
  const source = act.source.via as 'screen';
  return (
    <tr data-withdrawn={act.withdrawnBy === null ? undefined : true}>
      <td className={table.corner}>{writeDay(act.effectiveOn)}</td>
      <td className={table.what}>
        <div className={styles.head}>
          <ActLink act={act} />
          <ActMarks act={act} />
        </div>
        {act.says[language] === '' ? null : <div className={`${table.soft} ${styles.says}`}>{act.says[language]}</div>}
      </td>
      <td className={table.wide}>
        <Subjects act={act} />
      </td>
      <td className={`${table.soft} ${styles.paper}`}>
        <PaperWords paper={act.paper} />
      </td>
      <td className={`${table.soft} ${styles.recorded}`}>
        {writeMoment(act.recordedAt)} · {act.recordedBy}
        <span className={`${table.line} ${styles.source}`}>
          {say(`source-${source}`)}
          {act.source.line === undefined ? null : `, ${say('line', { line: act.source.line })}`}
        </span>
      </td>
    </tr>
  );
}
