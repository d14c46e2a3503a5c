import type { Kysely } from 'kysely';
import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import { evaluateCount } from '#/kernel/figures/count.ts';
import type { CountFigure, ListEntry } from '#/kernel/figures/figure.ts';
import { type Frame, inFrame } from '#/kernel/figures/frame.ts';
import type { DB } from '#/platform/db/types.gen.ts';
import { Problem } from '#/platform/errors.ts';
import { entriesOf } from '../form-1/open.ts';
import { rows as form1Rows } from '../form-1/rows.ts';
import { asQuestion, type ReportRequest } from '../report.ts';
import { columns, statusFigures, WHOLE } from './columns.ts';
import { subordinates } from './subordinates.ts';

/** The names behind `unit/column`; the column D where none is told. Throws `report.row`. */
export async function openCell(
  tx: Kysely<DB>,
  catalogue: Catalogue,
  request: ReportRequest,
  name: string,
): Promise<ListEntry[]> {
  const at = name.lastIndexOf('/');
  const [unit, column] = at === -1 ? [name, 'D'] : [name.slice(0, at), name.slice(at + 1)];
  return inFrame(tx, asQuestion(request), async (frame) => {
    const place = unit === WHOLE ? frame : await frameOf(frame, unit);
    if (place === null) throw unknownRow(name);
    const status = statusFigures[column];
    if (status !== undefined) {
      const { figure, args } = catalogue.ask(status.figure, status.args);
      const ofDay = { ...place, from: null, to: null };
      return (await evaluateCount(ofDay, figure as CountFigure, args, { list: true })).list ?? [];
    }
    const row = form1Rows.find((one) => one.row === column && one.level === 0);
    if (row === undefined) throw unknownRow(name);
    return entriesOf(place, catalogue, request, row);
  });
}

async function frameOf(frame: Frame, code: string): Promise<Frame | null> {
  const unit = (await subordinates(frame)).find((one) => one.code === code);
  return unit === undefined ? null : { ...frame, unitId: unit.unitId };
}

function unknownRow(name: string): Problem {
  const keys = columns.flatMap(({ key }) => (key === 'list' ? [] : [key])).join(', ');
  return new Problem(
    'report.row',
    `The minutes have no row "${name}": a row is a subordinate's code or "${WHOLE}", each with the columns ${keys} as row/column.`,
    { status: 404 },
  );
}
