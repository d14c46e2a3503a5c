import type { CellProblem, SheetPlan } from '../tables/plan.ts';
import { openDuplicates, readTroubled } from './examine.ts';
import { readingKey } from './identity.ts';
import { asRepaired, columnsOf, rowOf } from './preview-rows.ts';
import { openReading, type ReadEntry, type ReadingOptions, rowsOf } from './reading.ts';
import type { Session } from './session.ts';
import type { PreviewPage } from './shapes.ts';
import type { Spool } from './spool.ts';

export interface PageQuestion {
  /** A sheet's name; without it, the first that is read. */
  sheet?: string;
  /** The row after which to go on; 0: from the beginning. */
  after: number;
  limit: number;
  only: 'all' | 'problems';
}

/** From so many rows on, repairs are shown over what was read before them: to read the file anew would take too long. */
const largeFrom = 5_000;

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
  const shown = await readingToShow(session, folder);
  const { entries, total } =
    shown === null
      ? { entries: await pageOf(fromFile(session, sheet, question, reading), question), total: undefined }
      : await fromSpool(shown, folder, sheet, question);
  const page = entries.slice(0, question.limit);
  const known =
    shown === null ? new Map<number, CellProblem[]>() : await knownProblems(session, folder, shown.key, page);
  return {
    columns: columns.map(({ column, letters }) => ({
      key: column.path.join('.'),
      heading: column.heading,
      letters,
      isSensitive: column.isSensitive ?? false,
    })),
    rows: page.map((entry) => {
      const row = rowOf(session, entry, columns, known.get(entry.row) ?? []);
      return shown?.isBefore ? asRepaired(session, row, columns) : row;
    }),
    next: entries.length > question.limit ? (page.at(-1)?.row ?? null) : null,
    ...(total === undefined ? {} : { total }),
  };
}

interface Shown {
  spool: Spool<ReadEntry>;
  key: string;
  /** What was read before the last repairs. */
  isBefore: boolean;
}

async function readingToShow(session: Session, folder: string): Promise<Shown | null> {
  const key = readingKey(session);
  const spool = await openReading(folder, key);
  if (spool !== null) return { spool, key, isBefore: false };
  const last = session.found?.key;
  const before = last === undefined ? null : await openReading(folder, last);
  return before === null || last === undefined || before.count < largeFrom
    ? null
    : { spool: before, key: last, isBefore: true };
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

const isTroubled = ({ problems, isLeftOut }: ReadEntry) => problems.length > 0 || isLeftOut === true;

async function* fromFile(
  session: Session,
  sheet: string | null,
  { after, only }: PageQuestion,
  reading: Pick<ReadingOptions, 'lookup' | 'say'>,
): AsyncGenerator<ReadEntry> {
  const { rows } = await rowsOf(session, reading);
  for await (const entry of rows())
    if (entry.sheet === sheet && entry.row > after && (only === 'all' || isTroubled(entry))) yield entry;
}

async function fromSpool(
  { spool, key }: Shown,
  folder: string,
  sheet: string | null,
  question: PageQuestion,
): Promise<{ entries: ReadEntry[]; total: number | undefined }> {
  const [start, end] = [await spool.after(sheet, question.after), spool.end(sheet)] as const;
  const first = await spool.after(sheet, 0);
  if (question.only === 'all') {
    const entries = await pageOf(upto(spool.from(start), end - start), question);
    return { entries, total: Math.max(0, end - first) };
  }
  const troubled = await readTroubled(folder, key);
  if (troubled === null) {
    const withProblems = async function* () {
      for await (const entry of upto(spool.from(start), end - start)) if (isTroubled(entry)) yield entry;
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
  key: string,
  page: readonly ReadEntry[],
): Promise<Map<number, CellProblem[]>> {
  const known = new Map<number, CellProblem[]>();
  const [head, last] = [page[0], page.at(-1)];
  if (head === undefined || last === undefined) return known;
  const add = (row: number, problem: CellProblem) => known.set(row, [...(known.get(row) ?? []), problem]);
  const duplicates = await openDuplicates(folder, key);
  if (duplicates !== null)
    for await (const { sheet, row, problem } of duplicates.from(await duplicates.after(head.sheet, head.row - 1))) {
      if (sheet !== head.sheet || row > last.row) break;
      add(row, problem);
    }
  // Rows that only the fold refuses or warns of are among those that the session keeps.
  const told = new Set(page.flatMap(({ row, problems }) => problems.map((problem) => problemKey(row, problem))));
  for (const [row, problems] of known) for (const problem of problems) told.add(problemKey(row, problem));
  const kept = session.found?.key === key ? session.found.kept : [];
  for (const problem of kept)
    if (problem.sheet === head.sheet && problem.row !== null && !told.has(problemKey(problem.row, problem)))
      add(problem.row, problem);
  return known;
}

const problemKey = (row: number, { code, column, cell }: CellProblem) => `${row} ${code} ${column} ${cell}`;
