import { useState } from 'react';
import type { MembersListShown } from '#/exchange/national/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Pages } from '#/platform/ui/Pages.tsx';
import { writeDay, writeNumber } from '#/platform/ui/written.ts';
import styles from './RegisterPage.module.css';
import { useRegisterText } from './register-texts.ts';

const pageOf = 100;

/** The sheet of the register: on a screen a hundred rows at a time, on paper all of them. */
export function RegisterTable({ list }: { list: MembersListShown }) {
  const say = useRegisterText();
  const { language } = useLanguage();
  const [page, setPage] = useState(0);
  const { rows, columns, count } = list;
  const last = Math.max(0, Math.ceil(rows.length / pageOf) - 1);
  const at = Math.min(page, last);
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <>
      <header className={styles.sheetHead}>
        <div className={styles.issuer}>
          <p>{list.superior}</p>
          <p>{list.unit.name}</p>
        </div>
        <p className={styles.party}>Đảng Cộng sản Việt Nam</p>
        <h2>{list.title}</h2>
        <p>{list.mark}</p>
        <p>
          {say('until', { day: writeDay(list.on) })} · {say('count', { count: writeNumber(count, language) })}
        </p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a narrow screen, it is scrolled by the keyboard too */}
      <section className={styles.scroll} aria-label={list.title} tabIndex={0}>
        <table className={styles.sheet}>
          <colgroup>
            {columns.map(({ no, width }) => (
              <col key={no} style={{ width: `${(100 * width) / all}%` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map(({ no, heading }) => (
                <th key={no} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
            <tr>
              {columns.map(({ no }) => (
                <td key={no} className={styles.number}>
                  {no}
                </td>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <Row
                // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one answer stay where they are
                key={i}
                row={row}
                width={columns.length}
                isElsewhere={i < at * pageOf || i >= (at + 1) * pageOf}
              />
            ))}
          </tbody>
        </table>
      </section>
      {count === 0 ? <p role="status">{say('empty')}</p> : null}
      <Pages page={at} last={last} pageOf={pageOf} total={rows.length} go={setPage} />
      <footer className={styles.foot}>
        {list.signatures.map((signature) => (
          <div key={signature}>
            <p className={styles.strong}>{signature}</p>
            <p>{say('sign')}</p>
          </div>
        ))}
      </footer>
      <p className={styles.note}>
        {say('instrument', { instrument: list.instrument })}. {say('masked')}
      </p>
    </>
  );
}

interface RowProps {
  row: MembersListShown['rows'][number];
  width: number;
  /** On another page of the screen; paper has it all the same. */
  isElsewhere: boolean;
}

function Row({ row, width, isElsewhere }: RowProps) {
  const className = isElsewhere ? styles.elsewhere : undefined;
  if ('group' in row)
    return (
      <tr className={className}>
        <th colSpan={width} scope="rowgroup" className={styles.group}>
          {row.group}
        </th>
      </tr>
    );
  return (
    <tr className={className}>
      {row.cells.map((cell, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
        <td key={i}>{cell}</td>
      ))}
    </tr>
  );
}
