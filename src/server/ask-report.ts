import type { ListEntry } from '#/kernel/figures/figure.ts';
import { NATION } from '#/kernel/figures/nation.ts';
import { Problem } from '#/platform/errors.ts';
import type { ReportAnswer, ReportRequest } from '#/reports/report.ts';
import { openReport, runReport } from '#/reports/reports.ts';
import { findUnit, type Place } from './find-unit.ts';
import type { Installation, Room } from './installation.ts';
import { type Days, readRounding } from './question.ts';

/** A report asked for from outside: the unit by its code. */
export interface AskedReport extends Place {
  actor: string;
  report: string;
  unit: string;
  days: Days;
  knownAt: string | null;
  rounding?: string;
  decimals?: number;
}

/** Computes a report in one snapshot. */
export async function askReport(installation: Installation, asked: AskedReport): Promise<ReportAnswer> {
  const { room, scope, request } = await place(installation, asked);
  return room.read({ actor: asked.actor, scope }, ({ db }) =>
    runReport(db, installation.figures, asked.report, request),
  );
}

/** The list behind one row of a report. */
export async function openReportRow(installation: Installation, asked: AskedReport, row: string): Promise<ListEntry[]> {
  const { room, scope, request } = await place(installation, asked);
  return room.read({ actor: asked.actor, scope }, ({ db }) =>
    openReport(db, installation.figures, asked.report, request, row),
  );
}

async function place(
  installation: Installation,
  asked: AskedReport,
): Promise<{ room: Room; scope: string; request: ReportRequest }> {
  const { unit, days, knownAt, rounding, decimals = 1 } = asked;
  const { on: to, from } = days;
  if (from === null)
    throw refusal('from', 'period.missing', 'A report covers a period: name its first and last day (from, to).');
  if (unit === NATION.code)
    throw refusal('unit', 'nation.counts-only', 'Reports are computed for a unit of one tenant, not for VN.');
  const { room, unitId, scope } = await findUnit(installation, unit, to, asked);
  return {
    room,
    scope,
    request: { unitId, from, to, knownAt, rounding: readRounding(rounding) ?? 'half-up', decimals },
  };
}

function refusal(field: string, code: string, message: string): Problem {
  return new Problem(code, message, { fields: [{ field, code, message }] });
}
