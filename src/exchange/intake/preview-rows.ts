import { type Cell, columnLetters } from '#/platform/documents/table.ts';
import { type Column, type Draft, take } from '../tables/columns.ts';
import { forms } from '../tables/layout.ts';
import type { CellProblem, SheetPlan } from '../tables/plan.ts';
import { leftOut } from '../tables/planned/planned-row.ts';
import { columnOfTarget } from '../tables/targets.ts';
import { rowKey } from './identity.ts';
import { columnOf } from './placing.ts';
import type { ReadEntry } from './reading.ts';
import type { Session } from './session.ts';
import type { PreviewRow } from './shapes.ts';

export interface ShownColumn {
  column: Column;
  letters: string[];
}

/** The template's columns that the plan tells, in the template's order; of a journal file, the line itself. */
export function columnsOf(session: Session, plan: SheetPlan | null): ShownColumn[] {
  if (session.kind === 'acts') return actColumns;
  if (plan === null || plan.use === 'none') return [];
  const use = plan.use;
  const extra = plan.columns.flatMap(({ target }) => {
    const column = target === null ? null : columnOfTarget(use, target);
    return column === null || forms[use].columns.includes(column) ? [] : [column];
  });
  return [...forms[use].columns, ...extra].flatMap((column) => {
    const key = column.path.join('.');
    const at = plan.columns.filter(({ target }) => target === key).map(({ letters }) => letters);
    const marks = at.length === 0 ? marksOf(plan, key) : [];
    const other = at.length + marks.length === 0 ? columnOf(plan, key) : null;
    const letters = other === null ? [...at, ...marks] : [columnLetters(other)];
    const isGiven = key === 'cell' || key === 'status' || key === 'effectiveOn';
    return letters.length > 0 || isGiven ? [{ column, letters }] : [];
  });
}

/** Columns "Nam | Nữ" tell by where something stands who is a man, and often by what stands there when they were born. */
function marksOf({ columns }: SheetPlan, key: string): string[] {
  if (key !== 'person.sex' && key !== 'person.born') return [];
  return columns.filter(({ target }) => target?.startsWith('mark.person.sex.')).map(({ letters }) => letters);
}

const plain = (key: string, heading: string): ShownColumn => ({
  letters: [],
  column: {
    heading,
    path: [key],
    type: { read: String, show: (value) => String(value), form: '' },
    meaning: '',
    isSensitive: key === 'line',
  },
});
const actColumns = [plain('kind', 'Loại việc'), plain('effectiveOn', 'Ngày'), plain('line', 'Nội dung')];
const longestLine = 600;

/** A row with what it says, what the user did to it, and what is wrong with it. */
export function rowOf(
  session: Session,
  { sheet, row, what, input, problems, isLeftOut, why }: ReadEntry,
  columns: readonly ShownColumn[],
  known: readonly CellProblem[],
): PreviewRow {
  const own = session.repairs.filter((repair) => rowKey(repair.sheet, repair.row) === rowKey(sheet, row));
  const mark = own.find(({ column }) => column === null);
  const draft = input === null ? {} : draftOf(what, input);
  const cells = columns.flatMap(({ column }): [string, string][] => {
    const value = take(draft, column.path);
    return value === undefined || value === null ? [] : [[column.path.join('.'), shown(column.type.show(value))]];
  });
  return {
    sheet,
    row,
    what,
    ...(mark === undefined ? {} : { mark: mark.value === null ? 'skip' : 'keep' }),
    cells: Object.fromEntries(cells),
    repaired: own.flatMap(({ column }) => (column === null ? [] : [column])),
    problems: isLeftOut ? [] : [...problems, ...known],
    why: [
      ...(why === undefined ? [] : [why]),
      ...(isLeftOut ? [...problems, ...known].map(({ message }) => message) : []),
    ],
  };
}

/** The act of a row as the columns of the template know it. */
function draftOf(what: ReadEntry['what'], input: NonNullable<ReadEntry['input']>): Draft {
  if (what === 'act') {
    const text = JSON.stringify(input);
    return { ...input, line: text.length > longestLine ? `${text.slice(0, longestLine)}…` : text };
  }
  const person = input.person as Draft | undefined;
  const cards = Array.isArray(person?.cards) ? (person.cards as { scheme: string }[]) : [];
  return { ...input, cards: Object.fromEntries(cards.map((card) => [card.scheme, card])) };
}

function shown(cell: Cell): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10).split('-').toReversed().join('/');
  return cell === null ? '' : String(cell);
}

/**
 * A row of before the last repairs, with these laid over it as they were typed: until the file is read again, what the user
 * has mended shows as mended.
 */
export function asRepaired({ repairs }: Session, row: PreviewRow, columns: readonly ShownColumn[]): PreviewRow {
  const own = repairs.filter((repair) => rowKey(repair.sheet, repair.row) === rowKey(row.sheet, row.row));
  if (own.length === 0) return row;
  const typed = own.flatMap(({ column: letters, value }): [string, string][] => {
    const shown = columns.find((one) => letters !== null && one.letters.includes(letters));
    return shown === undefined ? [] : [[shown.column.path.join('.'), value ?? '']];
  });
  const isOpen = ({ column, other, code }: CellProblem) => {
    if (row.mark === 'skip' || row.repaired.includes(column ?? '')) return false;
    return row.mark !== 'keep' || (other === undefined && !code.startsWith('duplicate.'));
  };
  const isNewlyOut = row.mark === 'skip' && row.why.length === 0;
  return {
    ...row,
    cells: { ...row.cells, ...Object.fromEntries(typed) },
    problems: row.problems.filter(isOpen),
    why: isNewlyOut ? [leftOut.why, ...row.problems.map(({ message }) => message)] : row.why,
  };
}
