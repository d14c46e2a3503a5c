import type { Kysely } from 'kysely';
import { evaluateAverage } from '#/kernel/figures/average.ts';
import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import { evaluateCount } from '#/kernel/figures/count.ts';
import type { ListEntry } from '#/kernel/figures/figure.ts';
import { type Frame, inFrame } from '#/kernel/figures/frame.ts';
import type { Bilingual } from '#/kernel/journal/kind.ts';
import type { DB } from '#/platform/db/types.gen.ts';
import { Problem } from '#/platform/errors.ts';
import { asQuestion, type ReportRequest } from '../report.ts';
import { cellOf } from './fill.ts';
import type { Content, Form, FormRow } from './form.ts';

/**
 * The list behind a cell: `row`, or `row/column` of a form with several columns (the first that the row has, unless told).
 * Throws `report.row`, and `report.row-not-filled` for one without a number.
 */
export async function openCell(
  form: Form,
  tx: Kysely<DB>,
  catalogue: Catalogue,
  request: ReportRequest,
  name: string,
): Promise<ListEntry[]> {
  const { row, column, content } = find(form, name);
  const lacking = form.lacks?.(request) ?? null;
  if (lacking !== null) throw notFilled(name, lacking);
  if (content === undefined) throw notFilled(name, { vi: 'Dòng này là đề mục.', en: 'It is a heading.' });
  const rows = new Map(form.rows.map((one) => [one.row, one]));
  return inFrame(tx, asQuestion(request), (frame) => listOf(frame, catalogue, rows, content, `${row.row}/${column}`));
}

function find(form: Form, name: string): { row: FormRow; column: string; content: Content | undefined } {
  const [rowName = '', asked] = name.split('/');
  const row = form.rows.find((one) => one.row === rowName);
  const column = asked ?? Object.keys(row?.cells ?? {})[0] ?? '';
  if (row !== undefined && (asked === undefined || row.cells[asked] !== undefined))
    return { row, column, content: row.cells[column] };
  const columns =
    form.columns === null
      ? ''
      : `, each with the columns ${form.columns.map(({ key }) => key).join(', ')} as row/column`;
  throw new Problem(
    'report.row',
    `${form.number} has no row "${name}". It has ${form.rows.map((one) => one.row).join(', ')}${columns}.`,
    { status: 404 },
  );
}

async function listOf(
  frame: Frame,
  catalogue: Catalogue,
  rows: ReadonlyMap<string, FormRow>,
  content: Content,
  name: string,
): Promise<ListEntry[]> {
  if ('reason' in content) throw notFilled(name, content.reason);
  if ('sumOf' in content) {
    const column = name.split('/')[1] as string;
    const lists: ListEntry[] = [];
    for (const row of content.sumOf)
      lists.push(...(await listOf(frame, catalogue, rows, cellOf(rows, row, column), `${row}/${column}`)));
    return lists;
  }
  const { figure, args } = catalogue.ask(content.figure, { ...content.args });
  if (figure.type === 'average') return (await evaluateAverage(frame, catalogue, figure, { list: true })).list ?? [];
  if (figure.type !== 'count') throw new Error(`${name}: ${figure.name} is neither a count nor an average`);
  return (await evaluateCount(frame, figure, args, { list: true })).list ?? [];
}

function notFilled(row: string, reason: Bilingual): Problem {
  return new Problem('report.row-not-filled', `${row}: ${reason.vi} (${reason.en})`, { status: 404 });
}
