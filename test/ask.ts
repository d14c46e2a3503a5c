import { type NamedFinding, runAudits } from '#/kernel/audit.ts';
import { answerFigure } from '#/kernel/figures/answer.ts';
import { catalogue } from '#/kernel/figures/catalogue.ts';
import type { FigureAnswer, ListEntry } from '#/kernel/figures/figure.ts';
import { Problem } from '#/platform/errors.ts';
import { runReport } from '#/reports/reports.ts';
import type { World } from './world.ts';

interface Wanted {
  on: string;
  from?: string;
  args?: Record<string, string>;
  knownAt?: string;
  list?: boolean;
  byUnit?: boolean;
  notCounted?: boolean;
}

/** An answer, with the codes of the persons or units on its list. */
export interface Asked extends FigureAnswer {
  codes: string[];
}

/** Every unit that ever was, by the code that a test gave it. */
export async function unitIds(world: World): Promise<Map<string, string>> {
  return world.read(async ({ client }) => {
    const { rows } = await client.query('select code, unit_id from unit_code');
    return new Map(rows.map((row) => [row.code, row.unit_id]));
  });
}

async function ask(world: World, name: string, code: string, wanted: Wanted): Promise<Asked> {
  const { on, from = null, args = {}, knownAt = null, ...options } = wanted;
  const figures = catalogue(world.journal.register.figures);
  return world.read(async ({ db, client }) => {
    const unit = await client.query('select unit_id from unit_code where code = $1', [code]);
    const question = {
      figure: name,
      unitId: unit.rows[0].unit_id as string,
      on,
      from,
      to: from === null ? null : on,
      args,
      knownAt,
    };
    const answer = await answerFigure(db, figures, question, options);
    const list: ListEntry[] = Array.isArray(answer.list) ? answer.list : []; // a ratio has two
    const { rows } = await client.query(
      'select person_id as id, code from person union all select unit_id, code from unit_code',
    );
    const codeOf = new Map<string, string>(rows.map((row) => [row.id, row.code]));
    return { ...answer, codes: list.map(({ id }) => codeOf.get(id) ?? id).toSorted() };
  });
}

/** Asks a figure as the application would. With `optional`, a unit that does not exist on the day gives null. */
export async function askFigure(world: World, name: string, code: string, wanted: Wanted): Promise<Asked>;
export async function askFigure(
  world: World,
  name: string,
  code: string,
  wanted: Wanted,
  optional: true,
): Promise<Asked | null>;
export async function askFigure(
  world: World,
  name: string,
  code: string,
  wanted: Wanted,
  optional = false,
): Promise<Asked | null> {
  try {
    return await ask(world, name, code, wanted);
  } catch (error) {
    if (optional && error instanceof Problem && error.code.startsWith('unit.')) return null;
    throw error;
  }
}

/** The main lines of Form 1. */
export async function askForm1(world: World, code: string, from: string, to: string): Promise<Record<string, number>> {
  const figures = catalogue(world.journal.register.figures);
  return world.read(async ({ db, client }) => {
    const unit = await client.query('select unit_id from unit_code where code = $1', [code]);
    const report = await runReport(db, figures, 'form-1', {
      unitId: unit.rows[0].unit_id,
      from,
      to,
      knownAt: null,
      rounding: 'half-up',
      decimals: 1,
    });
    return Object.fromEntries((report.rows ?? []).map(({ row, value }) => [row, value as number]));
  });
}

/** What the parts' audits call a fault. */
export async function auditFaults({ journal, read }: World): Promise<NamedFinding[]> {
  const found = await read(({ db }) => runAudits(journal.register.audits, db, journal.rulebook));
  return found.filter(({ level }) => level === 'fault');
}
