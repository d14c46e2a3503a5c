import type { Kysely } from 'kysely';
import { answerFigure } from '#/kernel/figures/answer.ts';
import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import type { FigureAnswer, ListEntry } from '#/kernel/figures/figure.ts';
import { isDay } from '#/platform/day.ts';
import type { DB } from '#/platform/db/types.gen.ts';
import { Problem } from '#/platform/errors.ts';
import type { ReportRequest } from '../report.ts';
import { figureOf } from './value.ts';

const ROW = /^(?<figure>[a-z0-9-]+)(?::(?<args>[^@/]+))?(?:@(?<from>[\d-]+)\.\.(?<to>[\d-]+))?(?:\/(?<side>[a-z-]+))?$/;

/**
 * The list behind one figure of the report, named as its JSON names it (`row`): `units-classified:kind=cell,level=good`.
 * Of a share `/denominator` opens what it is a share of; `/not-counted` opens who was considered and not counted.
 */
export async function openFigure(
  tx: Kysely<DB>,
  catalogue: Catalogue,
  request: ReportRequest,
  row: string,
): Promise<ListEntry[]> {
  const asked = ROW.exec(row)?.groups;
  const args = argsOf(asked?.args);
  const { figure, side, from = request.from, to = request.to } = asked ?? {};
  if (
    figure === undefined ||
    args === null ||
    !isDay(from) ||
    !isDay(to) ||
    figureOf(catalogue, { figure, args }) === null
  )
    throw noRow(row);
  const { unitId, knownAt } = request;
  const question = { figure, args, unitId, knownAt, on: to, from, to };
  const answer = await answerFigure(tx, catalogue, question, { list: true, notCounted: side === 'not-counted' });
  return listOf(answer, side, row);
}

function listOf({ list, notCounted }: FigureAnswer, side: string | undefined, row: string): ListEntry[] {
  if (side === 'not-counted') return notCounted ?? [];
  if (Array.isArray(list) && side === undefined) return list;
  if (list === undefined || Array.isArray(list)) throw noRow(row);
  if (side === undefined || side === 'numerator') return list.numerator;
  if (side === 'denominator') return list.denominator;
  throw noRow(row);
}

function argsOf(text: string | undefined): Record<string, string> | null {
  if (text === undefined) return {};
  const pairs = text.split(',').map((pair) => pair.split('='));
  return pairs.every(({ length }) => length === 2) ? Object.fromEntries(pairs) : null;
}

function noRow(row: string): Problem {
  return new Problem(
    'report.row',
    `The report has no figure "${row}": its JSON names each in "row", such as admissions or units-classified:level=good.`,
    { status: 404 },
  );
}
