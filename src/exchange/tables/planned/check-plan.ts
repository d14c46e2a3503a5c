import { tells } from '#/exchange/national/columns.ts';
import type { KnownUnit } from '../known-units.ts';
import type { CellProblem, SheetPlan, TablePlan } from '../plan.ts';
import { isTarget } from '../targets.ts';
import { type Finding, finding } from './finding.ts';

/** What is wrong with a plan before any row is read. `there` are the units of the register, null when they are not known. */
export function checkPlan(
  plan: TablePlan,
  sheets: readonly (string | null)[],
  there: readonly KnownUnit[] | null,
): CellProblem[] {
  const used = plan.sheets.filter(({ use }) => use !== 'none');
  const problems = used.length === 0 ? [at(null, finding('plan.nothing'))] : [];
  for (const sheet of used) {
    if (!sheets.includes(sheet.sheet))
      problems.push(at(sheet.sheet, finding('plan.sheet', { words: { sheet: sheet.sheet ?? '' } })));
    problems.push(...checkTargets(sheet), ...(sheet.use === 'members' ? checkMembers(sheet, plan) : checkUnits(sheet)));
  }
  problems.push(...checkNewUnits(plan, there));
  return problems;
}

function at(sheet: string | null, found: Finding): CellProblem {
  return { sheet, row: null, column: null, cell: null, ...found };
}

function checkTargets({ sheet, use, columns }: SheetPlan): CellProblem[] {
  const kind = use === 'units' ? 'units' : 'members';
  const problems: CellProblem[] = [];
  const taken = new Set<string>();
  for (const { letters, target } of columns) {
    if (target === null || target === 'ordinal') continue;
    if (!isTarget(kind, target)) problems.push(at(sheet, finding('plan.target', { words: { letters, target } })));
    if (taken.has(target)) problems.push(at(sheet, finding('plan.target-twice', { words: { target } })));
    taken.add(target);
  }
  return problems;
}

function checkMembers(plan: SheetPlan, { opening }: TablePlan): CellProblem[] {
  const has = (...keys: string[]) => plan.columns.some(({ target }) => target !== null && keys.includes(target));
  const problems: CellProblem[] = [];
  if (!has('person.name', 'name.family', 'name.given')) problems.push(at(plan.sheet, finding('plan.no-name')));
  if (plan.cell === undefined && plan.cellFromGroups !== true && !has('cell', 'cell.name'))
    problems.push(at(plan.sheet, finding('plan.no-cell')));
  const isByDay = plan.status === 'by-official-date';
  const isTold = plan.statusFromGroups === true || has('status', 'mark.status.official', 'mark.status.probationary');
  // Without the column of that day every member would be taken for a probationary one.
  if (isByDay ? !tellsOfficialDay(plan) : plan.status === undefined && !isTold)
    problems.push(at(plan.sheet, finding('plan.no-status')));
  if (opening === undefined && !has('effectiveOn')) problems.push(at(plan.sheet, finding('plan.no-opening')));
  return problems;
}

function tellsOfficialDay({ columns }: SheetPlan): boolean {
  return columns.some(
    ({ target }) =>
      target !== null &&
      (target === 'days.admittedOfficial' || target === 'mark.status.official' || tells(target, 'person.officialOn')),
  );
}

function checkUnits({ sheet, columns }: SheetPlan): CellProblem[] {
  const isWhole = ['unit.code', 'unit.name', 'unit.kind'].every((key) => columns.some(({ target }) => target === key));
  return isWhole ? [] : [at(sheet, finding('plan.units'))];
}

function checkNewUnits(
  { sheets, newUnits, superior, opening }: TablePlan,
  there: readonly KnownUnit[] | null,
): CellProblem[] {
  const problems: CellProblem[] = [];
  const isRoot = superior !== undefined && 'name' in superior;
  const codes = new Set(there?.map(({ code }) => code));
  const taken = new Set(codes);
  for (const { code } of [...(isRoot ? [superior] : []), ...newUnits]) {
    if (taken.has(code)) problems.push(at(null, finding('plan.code-taken', { words: { code } })));
    taken.add(code);
  }
  const isTold = sheets.some(({ use }) => use === 'members');
  if (newUnits.length > 0 && opening === undefined && !isTold) problems.push(at(null, finding('plan.no-opening')));
  // Without the register's units nobody can say here whether a superior is there.
  if (there === null) return problems;
  for (const { name, parent } of newUnits)
    if (!taken.has(parent)) problems.push(at(null, finding('plan.superior', { words: { code: parent, name } })));
  if (superior !== undefined && !isRoot && !codes.has(superior.code))
    problems.push(at(null, finding('plan.superior', { words: { code: superior.code, name: '' } })));
  return problems;
}
