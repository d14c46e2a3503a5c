import { createReadStream, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Desk, openDesk } from '#/exchange/intake/desk.ts';
import type { Intake } from '#/exchange/intake/shapes.ts';
import { type CellProblem, newUnitPlan, type TablePlan, tablePlan } from '#/exchange/tables/plan.ts';
import { type FieldProblem, Problem } from '#/platform/errors.ts';
import { importDoors } from '#/server/imports/doors.ts';
import type { Installation } from '#/server/installation.ts';
import { actorHere } from '../options.ts';
import type { Progress } from '../progress.ts';

/** How a table of somebody else's is to be read. */
export interface PlannedGiven {
  plan?: string;
  showPlan?: boolean;
  superior?: string;
  acceptRepairs?: boolean;
  otherPersons?: boolean;
  kind?: string;
  opening?: string;
  tenant?: string;
  scope?: string;
  dryRun?: boolean;
  goodRowsOnly?: boolean;
}

/** The receipt of an import by plan, in the form that `sotay import` always has; or the plan, where only that was asked for. */
export type PlannedOutcome = { plan: TablePlan } | { receipt: PlannedReceipt; tenant: string };

interface PlannedReceipt {
  import: string;
  file: string;
  lines: number;
  added: number;
  duplicates: number;
  recordedAt: string;
  recordedBy: string;
  acts: string[];
  leftOut: FieldProblem[];
  warnings: FieldProblem[];
}

/** Imports a table as the desk does: read by the plan proposed or given, checked, recorded. Throws `import.plan`, `import.refused`. */
export async function importPlanned(
  installation: Installation,
  file: string,
  given: PlannedGiven,
  progress: Progress,
): Promise<PlannedOutcome> {
  const desk = openDesk(importDoors(installation));
  const { tenant, scope } = given;
  const sent = await desk.upload(createReadStream(file), { name: basename(file), tenant, scope, by: actorHere() });
  try {
    const planned = await desk.plan(sent.id, planOf(sent.plan, given));
    if (given.showPlan) return { plan: planned.plan };
    return await checkAndRecord(desk, planned, given, progress);
  } finally {
    await desk.discard(sent.id).catch(() => {}); // recorded: it is cleared already
    await desk.stop();
  }
}

async function checkAndRecord(
  desk: Desk,
  { id, plan, planProblems }: Intake,
  given: PlannedGiven,
  progress: Progress,
): Promise<PlannedOutcome> {
  if (plan.sheets.every(({ use }) => use === 'none'))
    throw new Problem('import.plan', 'No sheet of the file is recognised as a list of members or units.');
  refuse('import.plan', 'The plan of the file is not whole', planProblems);
  await desk.check(id);
  let checked = await settled(desk, id, progress);
  if (given.acceptRepairs || given.otherPersons) {
    const codes = checked.problems.byKind.map(({ code }) => code);
    const keepAll = given.otherPersons ? codes.filter((code) => code.startsWith('duplicate.')) : [];
    const acceptAll = given.acceptRepairs ? codes.filter((code) => !keepAll.includes(code)) : [];
    await desk.repair(id, { repairs: [], acceptAll, keepAll });
    await desk.check(id);
    checked = await settled(desk, id, progress);
  }
  const first = checked.problems.first;
  if (!given.goodRowsOnly) refuse('import.refused', `${checked.name} has faults; nothing was recorded`, first);
  if (given.dryRun) return { tenant: checked.tenant ?? '', receipt: rehearsed(checked) };
  await desk.record(id, { goodRowsOnly: given.goodRowsOnly ?? false });
  const done = await settled(desk, id, progress);
  const { receipt } = done;
  if (receipt === undefined) throw new Error('an import was recorded and has no receipt');
  const { leftOut: _count, leftOutFirst, ...rest } = receipt;
  const warnings = [...first.filter(({ isBlocking }) => !isBlocking), ...receipt.warnings];
  return {
    tenant: done.tenant ?? '',
    receipt: {
      ...rest,
      file: done.name,
      acts: [],
      leftOut: leftOutFirst.map(asField),
      warnings: warnings.map(asField),
    },
  };
}

function rehearsed({ name, counts, problems, createdAt }: Intake): PlannedReceipt {
  return {
    import: '',
    file: name,
    lines: counts?.rows ?? 0,
    added: (counts?.good ?? 0) + (counts?.newUnits ?? 0) - (counts?.recordedBefore ?? 0),
    duplicates: counts?.recordedBefore ?? 0,
    recordedAt: createdAt,
    recordedBy: actorHere(),
    acts: [],
    leftOut: problems.first.filter(({ isBlocking }) => isBlocking).map(asField),
    warnings: problems.first.filter(({ isBlocking }) => !isBlocking).map(asField),
  };
}

/** The session when its work is done. Throws why the work broke off. */
async function settled(desk: Desk, id: string, progress: Progress): Promise<Intake> {
  for (;;) {
    const intake = await desk.read(id);
    const { failure } = intake;
    if (intake.progress !== undefined) progress.step(intake.progress.step, intake.progress.done);
    else if (failure !== undefined) throw new Problem(failure.code, failure.message.en, { fields: failure.errors });
    else return intake;
    await sleep(50);
  }
}

function refuse(code: string, message: string, problems: readonly CellProblem[]): void {
  const blocking = problems.filter(({ isBlocking }) => isBlocking);
  if (blocking.length === 0) return;
  throw new Problem(code, `${message}; the first of ${blocking.length}: ${blocking[0]?.message.en}`, {
    fields: blocking.map(asField),
  });
}

/** With sheet, row, column and the proposed repair beside what every fault has. */
function asField({ sheet, row, column, cell, field, code, message, rule, repair }: CellProblem): FieldProblem {
  return {
    ...(row === null ? {} : { line: row }),
    ...(cell === null ? {} : { cell }),
    ...(field === undefined ? {} : { field }),
    code,
    message: message.en,
    vi: message.vi,
    ...(rule === undefined ? {} : { rule }),
    ...{ sheet, row, column, ...(repair === undefined ? {} : { repair }) },
  };
}

function planOf(proposed: TablePlan, { plan: file, opening, superior, kind }: PlannedGiven): TablePlan {
  const plan = file === undefined ? proposed : readPlan(file);
  const sheets = plan.sheets.map((sheet) =>
    kind === undefined || sheet.use === kind || sheet.use === 'none' ? sheet : { ...sheet, use: 'none' as const },
  );
  return {
    ...plan,
    sheets,
    ...(opening === undefined ? {} : { opening }),
    ...(superior === undefined ? {} : { superior: readSuperior(superior) }),
  };
}

function readPlan(file: string): TablePlan {
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error; // the file is not to be had
  }
  const plan = tablePlan.safeParse((given as { plan?: unknown } | undefined)?.plan ?? given);
  if (plan.success) return plan.data;
  throw optionProblem('plan', `${file} is no plan as --show-plan prints it: ${plan.error.issues[0]?.message ?? ''}`);
}

/** CODE, or CODE:NAME:KIND of the root of an empty register. */
function readSuperior(text: string): TablePlan['superior'] {
  const [code = '', ...rest] = text.split(':');
  if (rest.length === 0) return { code };
  const kind = newUnitPlan.shape.kind.safeParse(rest.at(-1));
  const name = rest.slice(0, -1).join(':');
  if (kind.success && name !== '' && code !== '') return { code, name, kind: kind.data };
  const kinds = newUnitPlan.shape.kind.options.join(', ');
  throw optionProblem('superior', `"${text}" is neither CODE nor CODE:NAME:KIND; a kind is one of ${kinds}.`);
}

function optionProblem(field: string, message: string): Problem {
  return new Problem('import.format', message, { fields: [{ field, code: 'import.format', message }] });
}
