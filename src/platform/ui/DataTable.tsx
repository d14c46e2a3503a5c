import { type ReactNode, useMemo, useState } from 'react';
import styles from './DataTable.module.css';
import { Pages } from './Pages.tsx';
import { useUiText } from './ui-texts.ts';
import { vietnamese } from './written.ts';

/** A column: what a cell shows, and what its rows are sorted by. */
export interface Column<Row> {
  key: string;
  title: string;
  show: (row: Row) => ReactNode;
  /** Texts sort as Vietnamese does, numbers by size; null goes last whichever way. */
  sortBy?: (row: Row) => string | number | null;
  align?: 'end';
  /** The first of the row: it names it. */
  isName?: boolean;
  width?: number | string;
}

interface DataTableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Which column sorts before anybody has chosen one; a minus turns it. */
  sortedBy?: string;
  /** Rows on one page. */
  pageOf?: number;
}

interface Order {
  key: string;
  isDown: boolean;
}

/**
 * An ordinary table, sorted by a press on a heading, in pages of at most 100 rows: antd's `virtual` tables have no roles
 * for a screen reader and do not print.
 */
export function DataTable<Row>({ label, columns, rows, keyOf, sortedBy, pageOf = 100 }: DataTableProps<Row>) {
  const say = useUiText();
  const [order, setOrder] = useState<Order | null>(sortedBy === undefined ? null : readOrder(sortedBy));
  const [page, setPage] = useState(0);
  const sorted = useMemo(() => sort(rows, columns, order), [rows, columns, order]);
  const last = Math.max(0, Math.ceil(sorted.length / pageOf) - 1);
  const at = Math.min(page, last);
  const shown = sorted.slice(at * pageOf, (at + 1) * pageOf);
  return (
    <div>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading
                key={column.key}
                column={column}
                order={order}
                choose={(next) => {
                  setOrder(next);
                  setPage(0);
                }}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? (
        <p className={styles.none} role="status">
          {say('noMatch')}
        </p>
      ) : null}
      <Pages page={at} last={last} pageOf={pageOf} total={rows.length} go={setPage} />
    </div>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const className = column.align === 'end' ? styles.end : undefined;
  if (column.isName)
    return (
      <th scope="row" className={className}>
        {column.show(row)}
      </th>
    );
  return <td className={className}>{column.show(row)}</td>;
}

interface HeadingProps<Row> {
  column: Column<Row>;
  order: Order | null;
  choose: (order: Order) => void;
}

function Heading<Row>({ column, order, choose }: HeadingProps<Row>) {
  const { key, title, sortBy, align, width } = column;
  const isHere = order?.key === key;
  const className = align === 'end' ? styles.end : undefined;
  if (sortBy === undefined)
    return (
      <th scope="col" className={className} style={{ width }}>
        {title}
      </th>
    );
  return (
    <th
      scope="col"
      className={className}
      style={{ width }}
      aria-sort={isHere ? (order.isDown ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        className={styles.sort}
        onClick={() => choose({ key, isDown: isHere ? !order.isDown : align === 'end' })}
      >
        {title}
        <span aria-hidden className={styles.arrow}>
          {isHere ? (order.isDown ? '▼' : '▲') : '↕'}
        </span>
      </button>
    </th>
  );
}

function sort<Row>(rows: readonly Row[], columns: readonly Column<Row>[], order: Order | null): readonly Row[] {
  const by = columns.find(({ key }) => key === order?.key)?.sortBy;
  if (by === undefined || order === null) return rows;
  const sign = order.isDown ? -1 : 1;
  const keyed = rows.map((row) => ({ row, key: by(row) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    if (typeof a.key === 'number' && typeof b.key === 'number') return sign * (a.key - b.key);
    return sign * vietnamese.compare(String(a.key), String(b.key));
  });
  return keyed.map(({ row }) => row);
}

function readOrder(text: string): Order {
  return text.startsWith('-') ? { key: text.slice(1), isDown: true } : { key: text, isDown: false };
}
