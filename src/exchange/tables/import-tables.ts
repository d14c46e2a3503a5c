import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { LineSource } from '#/exchange/import/import-journal.ts';
import { hashFile, type ReadLine } from '#/exchange/import/lines.ts';
import { canonicalJson } from '#/platform/canonical-json.ts';
import type { Day } from '#/platform/day.ts';
import { fileProblem } from '#/platform/documents/table.ts';
import type { FieldProblem } from '#/platform/errors.ts';
import { fitOf, forms, isNamed, type Layout, readLayout, type TableKind } from './layout.ts';
import type { Table } from './open-tables.ts';
import { locate, readRow } from './read-row.ts';
import { type Headings, openNamed } from './renamed.ts';

export interface TableOptions {
  /** Only the tables of this kind; without it, all that are there. */
  kind?: TableKind;
  /** The day from which the register follows members whose row names none, and the founding day of units without one. */
  opening?: Day;
  /** What the template calls the headings of the file, where they differ. */
  headings?: Headings;
}

/** The second table of a workbook counts its lines from here on: a line says one row of the file. */
const secondTable = 2_000_000;

/**
 * A workbook or CSV file in our template as the lines of a journal file: `unit.established` and `member.registered`.
 * A line has the number of its row. Read as a stream each time, units first.
 */
export async function tableSource(file: string, options: TableOptions = {}): Promise<LineSource> {
  const { kind: wanted, headings } = options;
  const { tables, close } = await openNamed(file, headings);
  const plans: Plan[] = [];
  try {
    for (const [at, { kind, table }] of (await kindsOf(file, tables, wanted)).entries()) {
      // Its place in the file, whatever was asked for: the same line must have the same number each time.
      const offset = at * secondTable;
      const layout = wanted === undefined || kind === wanted ? await readLayout(forms[kind], table) : null;
      if (layout !== null) plans.push({ ...layout, offset });
    }
  } finally {
    close();
  }
  if (plans.length === 0)
    throw fileProblem('table.empty', `${basename(file)} has no table of ${wanted ?? 'units or members'}.`);
  return {
    name: basename(file),
    hash: await hashOf(file, options),
    read: () => linesOf(file, plans, options),
    locate: (fault) => locateIn(plans, fault),
  };
}

/** The name of the lines in ids: what else they follow from is part of it, or an id would come again with other content. */
async function hashOf(file: string, { opening, headings = {} }: TableOptions): Promise<string> {
  const hash = await hashFile(file);
  if (opening === undefined && Object.keys(headings).length === 0) return hash;
  return createHash('sha256')
    .update(canonicalJson({ hash, opening: opening ?? null, headings }))
    .digest('hex');
}

interface Plan extends Layout {
  offset: number;
}

async function* linesOf(
  file: string,
  plans: readonly Plan[],
  { opening, headings }: TableOptions,
): AsyncGenerator<ReadLine> {
  const { tables, close } = await openNamed(file, headings);
  try {
    for (const plan of plans) {
      const table = tables.find(({ sheet }) => sheet === plan.table.sheet);
      if (table === undefined) throw fileProblem('table.changed', `${basename(file)} was changed while it was read.`);
      for await (const next of table.rows()) {
        if (next.row <= plan.headingRow) continue;
        const read = readRow(plan, next, opening);
        if (read === null) continue;
        const line = plan.offset + next.row;
        yield { line, input: read.input, problems: read.problems.map((problem) => ({ ...problem, line })) };
      }
    }
  } finally {
    close();
  }
}

function locateIn(plans: readonly Plan[], fault: FieldProblem): FieldProblem {
  const { line } = fault;
  const plan = line === undefined ? undefined : plans.findLast(({ offset }) => line > offset);
  return plan === undefined || line === undefined ? fault : locate(plan, fault, line - plan.offset);
}

/** The tables of the file that we know, units first. A workbook's sheets by their names, a single table by what it must be. */
async function kindsOf(file: string, tables: readonly Table[], wanted: TableKind | undefined) {
  const named = (['units', 'members'] as const).flatMap((kind) => {
    const table = tables.find(({ sheet }) => sheet !== null && isNamed(sheet, forms[kind].sheet));
    return table === undefined ? [] : [{ kind, table }];
  });
  if (named.length > 0) return named;
  const [only, ...others] = tables;
  if (only === undefined || others.length > 0) {
    const there = tables.map(({ sheet }) => `"${sheet}"`).join(', ');
    const message = `${basename(file)} has no sheet "${forms.units.sheet}" or "${forms.members.sheet}", but ${there || 'none at all'}.`;
    throw fileProblem('table.sheet', message);
  }
  if (wanted !== undefined) return [{ kind: wanted, table: only }];
  const units = await fitOf(forms.units, only);
  return [
    {
      kind: units > (await fitOf(forms.members, only)) ? ('units' as const) : ('members' as const),
      table: only,
    },
  ];
}
