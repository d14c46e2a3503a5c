import type { ListEntry } from '#/kernel/figures/figure.ts';
import { NATION } from '#/kernel/figures/nation.ts';
import { Problem } from '#/platform/errors.ts';
import { type NumberStyle, numberStyles, type ReportAnswer, type ReportRequest } from '#/reports/report.ts';
import { openReport, reportNamed, runReport } from '#/reports/reports.ts';
import { findUnit, type Place } from './find-unit.ts';
import { mustName } from './must-name.ts';
import { type Days, readArgs, readDecimals, readRounding } from './question.ts';
import type { Room, Workplace } from './workplace.ts';

/** A report asked for from outside: the unit by its code. */
export interface AskedReport extends Place {
  actor: string;
  report: string;
  unit: string;
  days: Days;
  knownAt: string | null;
  rounding?: string;
  decimals?: number;
  /** `name=n`: decimals of one figure. */
  figureDecimals?: readonly string[];
  /** `name=method`: rounding of one figure. */
  figureRounding?: readonly string[];
  /** exact or words */
  style?: string;
}

/** Computes a report in one snapshot. */
export async function askReport(installation: Workplace, asked: AskedReport): Promise<ReportAnswer> {
  const { room, scope, request } = await placeReport(installation, asked);
  return room.read({ actor: asked.actor, scope }, ({ db }) =>
    runReport(db, installation.figures, asked.report, request),
  );
}

/** The list behind one row of a report. */
export async function openReportRow(installation: Workplace, asked: AskedReport, row: string): Promise<ListEntry[]> {
  // A row of the annual report is named by its figure, and any figure may be named.
  mustName(
    installation,
    installation.figures.all.find(({ name }) => name === row.split(/[:@/]/)[0]),
  );
  const { room, scope, request } = await placeReport(installation, asked);
  return room.read({ actor: asked.actor, scope }, ({ db }) =>
    openReport(db, installation.figures, asked.report, request, row),
  );
}

/** A report asked for, with the tenant and the part of its tree where it is computed. */
export interface PlacedReport {
  room: Room;
  scope: string;
  request: ReportRequest;
}

/** Reads what was asked, and finds the unit. */
export async function placeReport(installation: Workplace, asked: AskedReport): Promise<PlacedReport> {
  const { unit, days, knownAt, rounding, decimals = 1 } = asked;
  const { on: to, from } = days;
  const report = reportNamed(asked.report); // a wrong name is said before anything is looked for
  if (from === null)
    throw refusal('from', 'period.missing', 'A report covers a period: name its first and last day (from, to).');
  if (unit === NATION.code)
    throw refusal('unit', 'nation.counts-only', 'Reports are computed for a unit of one tenant, not for VN.');
  const { room, unitId, scope } = await findUnit(installation, unit, to, asked);
  return {
    room,
    scope,
    request: {
      unitId,
      from,
      to,
      knownAt,
      rounding: readRounding(rounding) ?? report.rounding,
      decimals,
      ofFigures: ofFigures(installation, asked),
      style: readStyle(asked.style),
    },
  };
}

/** What was asked for single figures. Throws `figure.unknown`, `args.invalid`, `rounding.decimals`, `rounding.unknown`. */
function ofFigures({ figures }: Workplace, { figureDecimals, figureRounding }: AskedReport): OfFigures {
  const decimals = readArgs(figureDecimals);
  const methods = readArgs(figureRounding);
  const names = [...new Set([...Object.keys(decimals), ...Object.keys(methods)])];
  return Object.fromEntries(
    names.map((name) => {
      figures.get(name);
      return [name, { decimals: readDecimals(decimals[name]), method: readRounding(methods[name]) }];
    }),
  );
}

type OfFigures = NonNullable<ReportRequest['ofFigures']>;

function readStyle(style: string | undefined): NumberStyle | undefined {
  if (style === undefined || (numberStyles as readonly string[]).includes(style))
    return style as NumberStyle | undefined;
  throw refusal('style', 'style.unknown', `There is no style "${style}"; there are ${numberStyles.join(', ')}.`);
}

function refusal(field: string, code: string, message: string): Problem {
  return new Problem(code, message, { fields: [{ field, code, message }] });
}
