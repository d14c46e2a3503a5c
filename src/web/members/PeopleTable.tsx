import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { MemberColumn, MemberRow, MemberSort } from '#/domain/members/list-contract.ts';
import { useWriteCell, type WriteCell } from './cells.ts';
import { useFieldText } from './field-texts.ts';
import type { Marks } from './marked.ts';
import { useMembersText } from './members-texts.ts';
import { pressed, sortedAs } from './order.ts';
import styles from './PeopleTable.module.css';
import { PersonName } from './PersonName.tsx';
import { walkRows } from './row-keys.ts';

interface PeopleTableProps {
  rows: readonly MemberRow[];
  columns: readonly MemberColumn[];
  sort: MemberSort;
  /** Another page is on its way. */
  isLate: boolean;
  marks: Marks;
  sortBy: (sort: MemberSort) => void;
  open: (person: string) => void;
  turn: (by: 1 | -1) => void;
}

/** The list as a spreadsheet shows it: headings and names stay in sight, the arrows walk the rows. */
export function PeopleTable({ rows, columns, sort, isLate, marks, sortBy, open, turn }: PeopleTableProps) {
  const say = useMembersText();
  const write = useWriteCell();
  const body = useRef<HTMLTableSectionElement>(null);
  const [at, setAt] = useState(0);
  const isTurning = useRef(false);
  const here = Math.min(at, Math.max(0, rows.length - 1));
  const focusRow = (row: number) => (body.current?.rows[row] as HTMLElement | undefined)?.focus();
  // The keyboard turned the page: it goes on in the first row of the new one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when other rows have come
  useEffect(() => {
    if (!isTurning.current || isLate) return;
    isTurning.current = false;
    setAt(0);
    focusRow(0);
    body.current?.closest('[data-scroll]')?.scrollTo({ top: 0 });
  }, [rows, isLate]);
  const press = (event: KeyboardEvent) => {
    const row = (event.target as HTMLElement).closest('tr');
    if (row === null || event.target !== row) return;
    const next = walkRows(event, row.sectionRowIndex, rows.length, {
      open: (one) => open(rows[one]?.person as string),
      mark: (one) => toggle(marks, rows[one]),
      markAll: () => marks.mark(rows, true),
      turn: (by) => {
        isTurning.current = true;
        turn(by);
      },
    });
    if (next === null) return;
    setAt(next);
    focusRow(next);
  };
  return (
    <div className={styles.scroll} data-scroll data-late={isLate || undefined}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose rows have the keyboard */}
      <table role="grid" aria-multiselectable aria-label={say('list')} aria-busy={isLate} className={styles.table}>
        <Head columns={columns} sort={sort} sortBy={sortBy} rows={rows} marks={marks} />
        <tbody ref={body} onKeyDown={press}>
          {rows.map((row, index) => (
            <Row
              key={row.person}
              row={row}
              columns={columns}
              write={write}
              isMarked={marks.has(row.person)}
              tabIndex={index === here ? 0 : -1}
              mark={(isMarked) => marks.mark([row], isMarked)}
              open={() => open(row.person)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function toggle(marks: Marks, row: MemberRow | undefined): void {
  if (row !== undefined) marks.mark([row], !marks.has(row.person));
}

type HeadProps = Pick<PeopleTableProps, 'columns' | 'sort' | 'sortBy' | 'rows' | 'marks'>;

function Head({ columns, sort, sortBy, rows, marks }: HeadProps) {
  const say = useMembersText();
  const marked = rows.filter(({ person }) => marks.has(person)).length;
  const isAll = rows.length > 0 && marked === rows.length;
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.mark}>
          <label>
            <input
              type="checkbox"
              aria-label={say('markPage')}
              checked={isAll}
              ref={(box) => {
                if (box !== null) box.indeterminate = marked > 0 && !isAll;
              }}
              onChange={({ target }) => marks.mark(rows, target.checked)}
            />
          </label>
        </th>
        {(['name', ...columns] as const).map((column) => (
          <Heading key={column} column={column} sort={sort} sortBy={sortBy} />
        ))}
      </tr>
    </thead>
  );
}

function Heading({ column, sort, sortBy }: Pick<PeopleTableProps, 'sort' | 'sortBy'> & { column: MemberColumn }) {
  const named = useFieldText();
  const next = pressed(column, sort);
  const as = sortedAs(column, sort);
  const className = column === 'name' ? styles.name : undefined;
  if (next === null)
    return (
      <th scope="col" className={className}>
        {named(column)}
      </th>
    );
  return (
    <th scope="col" className={className} aria-sort={as}>
      <button type="button" className={styles.sort} onClick={() => sortBy(next)}>
        {named(column)}
        <span aria-hidden className={styles.arrow}>
          {as === 'none' ? '↕' : as === 'descending' ? '▼' : '▲'}
        </span>
      </button>
    </th>
  );
}

interface RowProps {
  row: MemberRow;
  columns: readonly MemberColumn[];
  write: WriteCell;
  isMarked: boolean;
  tabIndex: number;
  mark: (isMarked: boolean) => void;
  open: () => void;
}

function Row({ row, columns, write, isMarked, tabIndex, mark, open }: RowProps) {
  const say = useMembersText();
  return (
    <tr aria-selected={isMarked} tabIndex={tabIndex} onDoubleClick={open}>
      <td className={styles.mark}>
        <label>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={say('mark', { name: row.name })}
            checked={isMarked}
            onChange={({ target }) => mark(target.checked)}
          />
        </label>
      </td>
      <th scope="row" className={styles.name} title={row.name}>
        <PersonName person={row.person} name={row.name} tabIndex={-1} />
      </th>
      {columns.map((column) => (
        <Cell key={column} text={write(column, row)} />
      ))}
    </tr>
  );
}

function Cell({ text }: { text: string | null }) {
  if (text === null) return <td className={styles.none}>–</td>;
  return <td title={text.length > 30 ? text : undefined}>{text}</td>;
}
