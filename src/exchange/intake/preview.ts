import type { Cell } from '#/platform/documents/table.ts';
import { columnLetters } from '#/platform/documents/table.ts';
import { type Column, type Draft, take } from '../tables/columns.ts';
import { forms } from '../tables/layout.ts';
import type { CellProblem, SheetPlan } from '../tables/plan.ts';
import { columnOfTarget } from '../tables/targets.ts';
import { openDuplicates, readTroubled } from './examine.ts';
import { readingKey, rowKey } from './identity.ts';
import { columnOf } from './placing.ts';
import { openReading, type ReadEntry, type ReadingOptions, rowsOf } from './reading.ts';
import type { Session } from './session.ts';
import type { PreviewPage, PreviewRow } from './shapes.ts';
import type { Spool } from './spool.ts';

export interface PageQuestion {
  /** A sheet's name; without it, the first that is read. */
  sheet?: string;
  /** The row after which to go on; 0: from the beginning. */
  after: number;
  limit: number;
  only: 'all' | 'problems';
}

/**
 * A page of rows as they will be recorded. After a check it is cut out of what was read; before one, the file is read from
 * its beginning as far as the page.
 */
export async function previewPage(
  session: Session,
  folder: string,
  question: PageQuestion,
  reading: Pick<ReadingOptions, 'lookup' | 'say'>,
): Promise<PreviewPage> {
  const plan = sheetAsked(session, question.sheet);
  const sheet = plan?.sheet ?? null;
  const columns = columnsOf(session, plan);
  const spool = await openReading(folder, readingKey(session));
  const { entries, total } =
    spool === null
      ? { entries: await pageOf(fromFile(session, sheet, question, reading), question), total: undefined }
      : await fromSpool(session, folder, spool, sheet, question);
  const page = entries.slice(0, question.limit);
  const known = await knownProblems(session, folder, page);
  return {
    columns: columns.map(({ column, letters }) => ({
      key: column.path.join('.'),
      heading: column.heading,
      letters,
      isSensitive: column.isSensitive ?? false,
    })),
    rows: page.map((entry) => rowOf(session, entry, columns, known.get(entry.row) ?? [])),
    next: entries.length > question.limit ? (page.at(-1)?.row ?? null) : null,
    ...(total === undefined ? {} : { total }),
  };
}

function sheetAsked({ plan }: Session, name: string | undefined): SheetPlan | null {
  const used = plan.sheets.filter(({ use }) => use !== 'none');
  return (name === undefined ? used[0] : used.find(({ sheet }) => sheet === name.normalize('NFC'))) ?? null;
}

async function pageOf(rows: AsyncGenerator<ReadEntry>, { limit }: PageQuestion): Promise<ReadEntry[]> {
  const page: ReadEntry[] = [];
  for await (const entry of rows) {
    page.push(entry);
    if (page.length > limit) break; // one more tells that there are others
  }
  return page;
}

async function* fromFile(
  session: Session,
  sheet: string | null,
  { after, only }: PageQuestion,
  reading: Pick<ReadingOptions, 'lookup' | 'say'>,
): AsyncGenerator<ReadEntry> {
  const { rows } = await rowsOf(session, reading);
  for await (const entry of rows())
    if (entry.sheet === sheet && entry.row > after && (only === 'all' || entry.problems.length > 0)) yield entry;
}

async function fromSpool(
  session: Session,
  folder: string,
  spool: Spool<ReadEntry>,
  sheet: string | null,
  question: PageQuestion,
): Promise<{ entries: ReadEntry[]; total: number | undefined }> {
  const [start, end] = [await spool.after(sheet, question.after), spool.end(sheet)] as const;
  const first = await spool.after(sheet, 0);
  if (question.only === 'all') {
    const entries = await pageOf(upto(spool.from(start), end - start), question);
    return { entries, total: Math.max(0, end - first) };
  }
  const troubled = await readTroubled(folder, readingKey(session));
  if (troubled === null) {
    const withProblems = async function* () {
      for await (const entry of upto(spool.from(start), end - start)) if (entry.problems.length > 0) yield entry;
    };
    return { entries: await pageOf(withProblems(), question), total: undefined };
  }
  const own = troubled.filter((n) => n >= first && n < end);
  const asked = own.filter((n) => n >= start).slice(0, question.limit + 1);
  return { entries: await spool.pick(asked), total: own.length };
}

async function* upto(entries: AsyncGenerator<ReadEntry>, count: number): AsyncGenerator<ReadEntry> {
  let left = count;
  if (left <= 0) return;
  for await (const entry of entries) {
    yield entry;
    left -= 1;
    if (left === 0) return;
  }
}

/** What a check found out about these rows, beside what shows in themselves. */
async function knownProblems(
  session: Session,
  folder: string,
  page: readonly ReadEntry[],
): Promise<Map<number, CellProblem[]>> {
  const known = new Map<number, CellProblem[]>();
  const [head, last] = [page[0], page.at(-1)];
  if (head === undefined || last === undefined) return known;
  const add = (row: number, problem: CellProblem) => known.set(row, [...(known.get(row) ?? []), problem]);
  const duplicates = await openDuplicates(folder, readingKey(session));
  if (duplicates !== null)
    for await (const { sheet, row, problem } of duplicates.from(await duplicates.after(head.sheet, head.row - 1))) {
      if (sheet !== head.sheet || row > last.row) break;
      add(row, problem);
    }
  // Rows that only the fold refuses or warns of are among those that the session keeps.
  const told = new Set(page.flatMap(({ row, problems }) => problems.map((problem) => problemKey(row, problem))));
  for (const [row, problems] of known) for (const problem of problems) told.add(problemKey(row, problem));
  const kept = session.found?.key === readingKey(session) ? session.found.kept : [];
  for (const problem of kept)
    if (problem.sheet === head.sheet && problem.row !== null && !told.has(problemKey(problem.row, problem)))
      add(problem.row, problem);
  return known;
}

const problemKey = (row: number, { code, column, cell }: CellProblem) => `${row} ${code} ${column} ${cell}`;

interface ShownColumn {
  column: Column;
  letters: string[];
}

/** The template's columns that the plan tells, in the template's order; of a journal file, the line itself. */
function columnsOf(session: Session, plan: SheetPlan | null): ShownColumn[] {
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
    const other = at.length === 0 ? columnOf(plan, key) : null;
    const letters = other === null ? at : [columnLetters(other)];
    const isGiven = key === 'cell' || key === 'status' || key === 'effectiveOn';
    return letters.length > 0 || isGiven ? [{ column, letters }] : [];
  });
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

function rowOf(
  session: Session,
  { sheet, row, what, input, problems }: ReadEntry,
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
    problems: [...problems, ...known],
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
