import { Problem } from '#/platform/errors.ts';
import type { CellProblem, Repair } from '../tables/plan.ts';
import { openDuplicates } from './examine.ts';
import { readingKey } from './identity.ts';
import { openReading } from './reading.ts';
import type { Session } from './session.ts';

export interface RepairRequest {
  repairs: readonly Repair[];
  /** Codes of problems whose proposed repairs are accepted, wherever they are. */
  acceptAll?: readonly string[];
  /** Codes of duplicates that are other people. */
  keepAll?: readonly string[];
  /** Repairs that hold no longer. */
  takeBack?: readonly Pick<Repair, 'sheet' | 'row' | 'column'>[];
}

/** More than this is no mending of cells: the file itself wants mending. */
const most = 50_000;

/** The repairs of a session after a request: what is said later about a place replaces what was said before. */
export async function mergeRepairs(session: Session, folder: string, request: RepairRequest): Promise<Repair[]> {
  const byPlace = new Map(session.repairs.map((repair) => [placeOf(repair), repair]));
  const put = (repair: Repair) => byPlace.set(placeOf(repair), repair);
  for (const place of request.takeBack ?? []) byPlace.delete(placeOf(place));
  const isLeftOut = (row: Pick<Repair, 'sheet' | 'row' | 'column'>) => byPlace.get(placeOf(row))?.value === null;
  const wanted = new Set([...(request.acceptAll ?? []), ...(request.keepAll ?? [])]);
  if (wanted.size > 0)
    for await (const problem of allProblems(session, folder)) {
      // A row that is left out stays so: its problems are only why.
      const isOut = problem.row !== null && isLeftOut({ sheet: problem.sheet, row: problem.row, column: null });
      const accepted = wanted.has(problem.code) && !isOut ? acceptedRepair(problem, request) : null;
      if (accepted !== null) put(accepted);
      if (byPlace.size > most) throw tooMany();
    }
  for (const repair of request.repairs) put(repair);
  if (byPlace.size > most) throw tooMany();
  return [...byPlace.values()];
}

const placeOf = ({ sheet, row, column }: Pick<Repair, 'sheet' | 'row' | 'column'>) =>
  JSON.stringify([sheet, row, column]);

function acceptedRepair(problem: CellProblem, { keepAll = [] }: RepairRequest): Repair | null {
  const { sheet, row, column, code, repair } = problem;
  if (row === null) return null;
  if (keepAll.includes(code)) return { sheet, row, column: null, value: 'keep' };
  return repair === undefined ? null : { sheet, row, column, value: repair.value };
}

/** Every problem of the last check, those beyond the kept ones too. */
async function* allProblems(session: Session, folder: string): AsyncGenerator<CellProblem> {
  const key = session.found?.key ?? readingKey(session);
  const reading = await openReading(folder, key);
  if (reading !== null) for await (const { problems } of reading.from(0)) yield* problems;
  const duplicates = await openDuplicates(folder, key);
  if (duplicates !== null) for await (const { problem } of duplicates.from(0)) yield problem;
  yield* session.found?.kept ?? [];
}

function tooMany(): Problem {
  return new Problem('import.too-many-repairs', `More than ${most} repairs: mend the file and send it again.`);
}
