import type { KnownUnit } from '#/exchange/tables/known-units.ts';
import type { CellProblem, Repair, TablePlan } from '#/exchange/tables/plan.ts';
import type { PlannedRow } from '#/exchange/tables/planned-source.ts';
import { plannedSource } from '#/exchange/tables/planned-source.ts';
import { proposePlan } from '#/exchange/tables/propose-plan.ts';
import type { ActInput } from '#/kernel/journal/act.ts';

export interface Read {
  plan: TablePlan;
  planProblems: CellProblem[];
  rows: PlannedRow[];
}

/** The file as recognition proposes to read it, with what the clerk wrote over it. */
export async function readFile(
  file: string,
  there: readonly KnownUnit[] = [],
  repairs: readonly Repair[] = [],
): Promise<Read> {
  const lookup = async () => there;
  const { plan } = await proposePlan(file, { lookup });
  return { plan, ...(await readBy(file, plan, there, repairs)) };
}

export async function readBy(
  file: string,
  plan: TablePlan,
  there: readonly KnownUnit[] = [],
  repairs: readonly Repair[] = [],
) {
  const { planProblems, rows } = await plannedSource(file, plan, { lookup: async () => there, repairs });
  const read: PlannedRow[] = [];
  for await (const row of rows()) read.push(row);
  return { planProblems, rows: read };
}

/** What the clerk writes who accepts all that is proposed. */
export function accepted(rows: readonly PlannedRow[]): Repair[] {
  return rows
    .flatMap(({ problems }) => problems)
    .flatMap(({ sheet, row, column, repair }) =>
      repair === undefined || row === null ? [] : [{ sheet, row, column, value: repair.value }],
    );
}

/** Reads again and again until nothing more is proposed ("as above" under "as above"). */
export async function readRepaired(file: string, there: readonly KnownUnit[] = []): Promise<Read> {
  const { plan } = await proposePlan(file, { lookup: async () => there });
  let repairs: Repair[] = [];
  for (let round = 0; ; round++) {
    const read = await readBy(file, plan, there, repairs);
    const more = accepted(read.rows);
    if (more.length === 0 || round === 60) return { plan, ...read };
    repairs = [...repairs, ...more];
  }
}

export function membersOf(rows: readonly PlannedRow[]): (ActInput | null)[] {
  return rows.filter(({ kind }) => kind === 'member').map(({ input }) => input);
}

/** Code and place of every problem, for a short look. */
export function told(rows: readonly PlannedRow[]): string[] {
  return rows.flatMap(({ problems }) =>
    problems.map(({ code, cell, repair }) => `${code} ${cell}${repair === undefined ? '' : ` → ${repair.value}`}`),
  );
}
