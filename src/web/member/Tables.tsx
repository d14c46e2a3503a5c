import { type Entry, type EntryTable, entryTables, type Member } from '#/domain/members/member-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { useNarrow } from '#/platform/ui/narrow.ts';
import { writePartialDay } from '#/platform/ui/written.ts';
import { UnitLink } from '../unit/UnitLink.tsx';
import { ActLink } from './ActLink.tsx';
import { useMemberText } from './member-texts.ts';
import styles from './Tables.module.css';

/** Classification, commendations, discipline, posts, study, cards: each a small table, each row with its act. */
export function Tables({ member: { entries } }: { member: Member }) {
  const say = useMemberText();
  const full = entryTables.filter((table) => entries.some((entry) => entry.table === table));
  // Vetting is told to some roles alone: to the others "nothing is recorded" would be an answer, too.
  const empty = entryTables.filter((table) => table !== 'vetting' && !full.includes(table));
  return (
    <div className={styles.tables}>
      {full.map((table) => (
        <One key={table} table={table} rows={entries.filter((entry) => entry.table === table)} />
      ))}
      {empty.length === 0 ? null : (
        <p className={styles.none}>
          {empty.map((table) => say(`table.${table}`)).join(', ')}: {say('entriesNone')}
        </p>
      )}
    </div>
  );
}

function One({ table, rows }: { table: EntryTable; rows: readonly Entry[] }) {
  const say = useMemberText();
  const isNarrow = useNarrow();
  const hasUnit = !isNarrow && rows.some(({ unit }) => unit !== null);
  const headings = ['what', 'detail', ...(hasUnit ? (['where'] as const) : [])] as const;
  return (
    <section className={styles.part}>
      <h2>{say(`table.${table}`)}</h2>
      <table className={styles.table} aria-label={say(`table.${table}`)}>
        <thead>
          <tr>
            <th scope="col" className={styles.when}>
              {say(table === 'classification' ? 'year' : 'when')}
            </th>
            {headings.map((key) => (
              <th key={key} scope="col">
                {say(key)}
              </th>
            ))}
            <th scope="col" className={styles.act}>
              <span className="for-screen-readers">{say('theAct')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an act may lay several rows
            <Row key={`${row.act} ${at}`} row={row} hasUnit={hasUnit} isNarrow={isNarrow} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  row: Entry;
  hasUnit: boolean;
  isNarrow: boolean;
}

function Row({ row: { when, says, detail, unit, isInForce, act }, hasUnit, isNarrow }: RowProps) {
  const say = useMemberText();
  const { language } = useLanguage();
  return (
    <tr>
      <td className={styles.when}>{writePartialDay(when)}</td>
      <td>
        {says[language]}
        {isInForce ? <span className={styles.force}> {say('inForce')}</span> : null}
      </td>
      <td>
        {detail?.[language]}
        {isNarrow && unit !== null ? <span className={styles.under}>{unit.name}</span> : null}
      </td>
      {!hasUnit ? null : <td>{unit === null ? '–' : <UnitLink code={unit.code}>{unit.name}</UnitLink>}</td>}
      <td className={styles.act}>
        <ActLink act={act} of={says[language]} />
      </td>
    </tr>
  );
}
