import type { ReportShown } from '#/reports/contract.ts';
import type { ToOpen } from '../../opened.ts';
import { merged, type Pair, type Side } from './pair.ts';

type Row = ReportShown['rows'][number];
/** Where the other number is opened: its unit and period. */
export type Elsewhere = Pick<ToOpen, 'ofUnit' | 'ofPeriod'>;

/** The column that is compared: the one that is asked for, else the first; null where the form has no columns of its own. */
export function columnOf({ columns }: ReportShown, asked: string | undefined): string | null {
  if (columns === undefined) return null;
  return (columns.find(({ key }) => key === asked) ?? columns[0])?.key ?? null;
}

/** A form beside the same form of another unit or period. */
export function formPairs(here: ReportShown, there: ReportShown, column: string | null, elsewhere: Elsewhere): Pair[] {
  const rows = merged(here.rows, there.rows, ({ row }) => row);
  return rows
    .filter((one) => [one.here, one.there].some((row) => row !== null && row.print !== 'hidden'))
    .map((one) => ({
      ...asPair((one.here ?? one.there) as Row),
      here: one.here && sideOf(here.report, one.here, column, {}),
      there: one.there && sideOf(there.report, one.there, column, elsewhere),
    }));
}

/** A form beside its own column of the same period last year. */
export function formPairsBefore(report: ReportShown, column: string | null, elsewhere: Elsewhere): Pair[] {
  return report.rows
    .filter(({ print }) => print !== 'hidden')
    .map((row) => ({
      ...asPair(row),
      here: sideOf(report.report, row, column, {}),
      there: beforeOf(sideOf(report.report, row, column, elsewhere), cellOf(row, column)?.previous ?? null),
    }));
}

function asPair({ row, mark, label, level, isHeading = false }: Row): Omit<Pair, 'here' | 'there'> {
  return { key: row, mark, label, level, isHeading };
}

function sideOf(report: string, row: Row, column: string | null, elsewhere: Elsewhere): Side {
  const mark = column === null ? row.row : `${row.row}/${column}`;
  return { cell: cellOf(row, column), open: { open: `${report}/${mark}`, ...elsewhere } };
}

const beforeOf = ({ cell, open }: Side, previous: number | null): Side => ({
  open,
  cell: cell && { value: previous, decimals: cell.decimals, isBlank: cell.isBlank },
});

function cellOf(row: Row, column: string | null) {
  return column === null ? row : (row.cells?.[column] ?? null);
}
