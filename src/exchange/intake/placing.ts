import type { Bilingual } from '#/kernel/journal/kind.ts';
import { columnLetters } from '#/platform/documents/table.ts';
import type { FieldProblem } from '#/platform/errors.ts';
import { cellName, rowName } from '../tables/layout.ts';
import type { CellProblem, SheetPlan, TablePlan } from '../tables/plan.ts';
import type { Session } from './session.ts';

/** Each sheet of a plan counts its lines from a multiple of this on: see tables/planned-source.ts. */
const linesOfSheet = 2_000_000;

/** The row of a line; row 0: a unit that the plan brings in. */
export function rowOfLine(
  { kind, plan }: Pick<Session, 'kind' | 'plan'>,
  line: number,
): { sheet: SheetPlan | null; row: number } {
  if (kind === 'acts') return { sheet: null, row: line };
  const sheet = plan.sheets[Math.floor(line / linesOfSheet) - 1];
  return sheet === undefined ? { sheet: null, row: 0 } : { sheet, row: line % linesOfSheet };
}

/** What the journal says of a line, said of the cell whose value it is. */
export function problemOfLine(
  session: Pick<Session, 'kind' | 'plan'>,
  fault: FieldProblem,
  say: (fault: FieldProblem) => Bilingual,
  isBlocking: boolean,
): CellProblem {
  const { sheet, row } = fault.line === undefined ? { sheet: null, row: 0 } : rowOfLine(session, fault.line);
  const column = sheet === null ? null : columnOf(sheet, fault.field ?? '');
  return {
    sheet: sheet?.sheet ?? null,
    row: row === 0 ? null : row,
    column: column === null ? null : columnLetters(column),
    cell: row === 0 || sheet === null ? null : placeName(sheet, column, row),
    ...(fault.field === undefined ? {} : { field: fault.field }),
    code: fault.code,
    message: say(fault),
    ...(fault.rule === undefined ? {} : { rule: fault.rule }),
    isBlocking,
  };
}

function placeName({ sheet }: SheetPlan, column: number | null, row: number): string | null {
  if (column !== null) return cellName(sheet, column, row);
  return sheet === null ? null : rowName(sheet, row);
}

/** The column that tells a field, or a part of it. */
export function columnOf({ columns }: Pick<TablePlan['sheets'][number], 'columns'>, field: string): number | null {
  const told = columns.filter(({ target }) => target !== null);
  const found =
    told.find(({ target }) => target === field) ??
    told.find(({ target }) => field.startsWith(`${target}.`) || (also[field] ?? []).includes(target ?? ''));
  return found?.at ?? null;
}

/** Fields that a column of another target tells. */
const also: Readonly<Record<string, readonly string[]>> = {
  cell: ['cell.name'],
  'person.name': ['name.family', 'name.given'],
  'person.citizenId': ['identity.any'],
  'person.oldIdentityNumber': ['identity.any'],
  'person.cards': ['cards.card-12.number', 'cards.card-8.number', 'cards.any.number', 'cards.decision-85.number'],
};
